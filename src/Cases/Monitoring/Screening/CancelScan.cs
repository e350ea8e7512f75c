using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>POST /api/scans/{id}/cancel: what was found so far stays, what has not run does not run.</summary>
public static class CancelScan
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/scans/{id:long}/cancel", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.ScanRun)).WithName("scans.cancel");

    private static async Task<IResult> HandleAsync(long id, Scanner scanner, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        await door.RunAsync(me.Actor, async session =>
        {
            var row = await session.FindAsync<ScanRun>(id) ?? throw new ProblemException(Problem.NotFound());
            row.CancelAsked = row.State == ScanRun.Running ? true : throw new ProblemException(Problem.Conflict("scan-over"));
            await session.UpdateAsync(row);
        }, cancellation);
        scanner.Stop(id);
        return Results.NoContent();
    }
}
