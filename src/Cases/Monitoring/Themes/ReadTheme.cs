using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Monitoring.Themes;

/// <summary>GET /api/themes/{code}: the theme with its rule, causes, checks and basis.</summary>
public static class ReadTheme
{
    public sealed record View(string Code, int Version, string NameZh, string NameEn, string Specialty, string Level, string Frequency, string PurposeZh, string PurposeEn,
        IReadOnlyList<ThemeParameter> Parameters, string RuleSql, string Calibre, string Causes, string Checks, string Basis, IReadOnlyList<string> Notes);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/themes/{code}", Handle)
        .RequireAuthorization(Permissions.Policy(Permissions.Session)).WithName("themes.read");

    private static IResult Handle(string code, ThemeLibrary library) => library.Find(code) is { } theme
        ? Results.Ok(new View(theme.Code, theme.Version, theme.NameZh, theme.NameEn, theme.Specialty, theme.Level, theme.Frequency, theme.PurposeZh, theme.PurposeEn,
            theme.Parameters, theme.Sql, theme.Calibre, Lines(theme.Causes), Lines(theme.Checks), theme.Basis, theme.Notes))
        : Problem.NotFound();

    private static string Lines(IEnumerable<string> items) => string.Join('\n', items);
}
