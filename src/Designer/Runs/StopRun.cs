using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Runs;

/// <summary>POST /api/lifecycle-runs/{id}/stop: what is done stays done, the rest stays as it is.</summary>
public static class StopRun
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/lifecycle-runs/{id:long}/stop", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DefinitionApprove)).WithName("lifecycle-runs.stop");

    private static async Task<IResult> HandleAsync(long id, CaseDbContext db, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        if (!await ReadRuns.Visible(db, me).AnyAsync(row => row.Id == id, cancellation))
        {
            return Problem.NotFound();
        }

        return await door.RunAsync(me.Actor, session => RunBook.StopAsync(session, id), cancellation) ? Results.NoContent() : Problem.Conflict("run-over");
    }
}
