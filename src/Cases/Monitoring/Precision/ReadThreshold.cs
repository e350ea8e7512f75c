using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Monitoring.Precision;

/// <summary>GET /api/themes/{code}/threshold: from closed cases, what tighter values of the theme's limit would have kept and dropped; ?value= adds one of one's own.</summary>
public static class ReadThreshold
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/themes/{code}/threshold", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("themes.threshold");

    private static async Task<IResult> HandleAsync(string code, decimal? value, CaseDbContext db, CurrentAccount me, ThemeLibrary library, CancellationToken cancellation) =>
        library.Find(code) is { } theme ? Results.Ok(await ThresholdAssistant.ReadAsync(db, me, library, theme, value, cancellation)) : Problem.NotFound();
}
