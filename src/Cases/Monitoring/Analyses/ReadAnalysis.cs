using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Indicators;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Analyses;

/// <summary>GET /api/analyses/{id}: how far a calculation is, or its result. GET /api/analyses?kind=&amp;subject= is the newest one of a kind, about something or at all.</summary>
public static class ReadAnalysis
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/analyses/{id:long}", OneAsync).RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("analyses.read");
        api.MapGet("/analyses", NewestAsync).RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("analyses.newest");
    }

    private static async Task<IResult> OneAsync(long id, CaseDbContext db, CurrentAccount me, HttpContext context, CancellationToken cancellation) =>
        await Seen(db, me).FirstOrDefaultAsync(row => row.Id == id, cancellation) is { } run ? Results.Ok(AnalysisView.Of(run, Texts.LanguageOf(context))) : Problem.NotFound();

    private static async Task<IReadOnlyList<AnalysisView>> NewestAsync(string kind, string? subject, CaseDbContext db, CurrentAccount me, HttpContext context, CancellationToken cancellation) =>
        [.. (await Seen(db, me).Where(row => row.Kind == kind && (string.IsNullOrEmpty(subject) || row.Subject == subject)).OrderByDescending(row => row.Id).Take(1).ToListAsync(cancellation))
            .Select(run => AnalysisView.Of(run, Texts.LanguageOf(context)))];

    /// <summary>A result shows rows of its starter's place, so a reader must see all of that; one of indicators counts only.</summary>
    private static IQueryable<AnalysisRun> Seen(CaseDbContext db, CurrentAccount me) => db.Set<AnalysisRun>().AsNoTracking()
        .Where(row => row.Kind == IndicatorSweep.Kind || row.OrgPath.StartsWith(me.OrgPath));
}
