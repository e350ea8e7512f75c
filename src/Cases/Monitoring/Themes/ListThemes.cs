using CaseMgmt.Cases.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Monitoring.Themes;

/// <summary>GET /api/themes: the newest version of every theme.</summary>
public static class ListThemes
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/themes", Handle)
        .RequireAuthorization(Permissions.Policy(Permissions.Session)).WithName("themes.list");

    private static IEnumerable<ThemeView> Handle(ThemeLibrary library) => library.Current.Select(ThemeView.Of);
}

/// <summary>A theme in a list.</summary>
public sealed record ThemeView(string Code, int Version, string NameZh, string NameEn, string Specialty, string Level, string Frequency, string PurposeZh,
    IReadOnlyList<ThemeParameter> Parameters)
{
    public static ThemeView Of(Theme theme) =>
        new(theme.Code, theme.Version, theme.NameZh, theme.NameEn, theme.Specialty, theme.Level, theme.Frequency, theme.PurposeZh, theme.Parameters);
}
