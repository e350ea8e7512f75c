using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Monitoring.Analyses;

/// <summary>POST /api/analyses/{id}/cancel: the calculation stops at its next step and leaves no result.</summary>
public static class CancelAnalysis
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/analyses/{id:long}/cancel", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.ScanRun)).WithName("analyses.cancel");

    private static async Task<IResult> HandleAsync(long id, AnalysisRuns runs, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        await door.RunAsync(me.Actor, async session =>
        {
            var row = await session.FindAsync<AnalysisRun>(id) is { } found && me.Sees(found.OrgPath) ? found : throw new ProblemException(Problem.NotFound());
            row.CancelAsked = row.State == AnalysisRun.Running ? true : throw new ProblemException(Problem.Conflict("analysis-over"));
            await session.UpdateAsync(row);
        }, cancellation);
        runs.Stop(id);
        return Results.NoContent();
    }
}
