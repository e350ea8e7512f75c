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
        IReadOnlyList<ThemeParameter> Parameters, string RuleSql, string Timing, DateOnly? ValidFrom, DateOnly? ValidTo, string Calibre, string Causes, string Checks, string Basis, IReadOnlyList<string> Notes);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/themes/{code}", Handle)
        .RequireAuthorization(Permissions.Policy(Permissions.Session)).WithName("themes.read");

    private static IResult Handle(string code, ThemeLibrary library, HttpContext context) => library.Find(code) is { } theme
        ? Results.Ok(In(theme, Texts.LanguageOf(context) == "en"))
        : Problem.NotFound();

    private static View In(Theme theme, bool english) => new(theme.Code, theme.Version, theme.NameZh, theme.NameEn, theme.Specialty, theme.Level, theme.Frequency,
        theme.PurposeZh, theme.PurposeEn, theme.Parameters, theme.Sql, theme.Timing, theme.ValidFrom, theme.ValidTo, english ? theme.CalibreEn ?? theme.Calibre : theme.Calibre, Lines(theme.Causes, english),
        Lines(theme.Checks, english), english ? theme.BasisEn ?? theme.Basis : theme.Basis, theme.Notes);

    private static string Lines(IEnumerable<TwoLanguages> items, bool english) => string.Join('\n', items.Select(item => english ? item.En : item.Zh));
}
