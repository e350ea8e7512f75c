using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Survey.Quality;

/// <summary>GET /api/survey/rules: the rule base of data quality.</summary>
public static class ListQuality
{
    public sealed record View(string Code, string Kind, string Name, string Specialty, string Level, string RuleSql, IReadOnlyList<ThemeParameter> Parameters);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/survey/rules", Handle)
        .RequireAuthorization(Permissions.Policy(Permissions.SurveyRead)).WithName("survey.rules");

    private static IEnumerable<View> Handle(QualityLibrary library, HttpContext context)
    {
        var language = Texts.LanguageOf(context);
        return library.All.OrderBy(rule => rule.Code, StringComparer.Ordinal)
            .Select(rule => new View(rule.Code, rule.Kind, rule.Name(language), rule.Specialty, rule.Level, string.Join('\n', rule.Rule), rule.Parameters ?? []));
    }
}
