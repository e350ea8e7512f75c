using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Publishing;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Designer.Runs;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Replay;

/// <summary>POST /api/definitions/{id}/replays: runs a version, a draft too, dry over the last closed cases of the own units; worked off after the answer.</summary>
public static class StartReplay
{
    /// <param name="Version">0 for the latest, which is the draft where there is one.</param>
    public sealed record Request(int Version, int Count);

    public sealed record Accepted(long Id);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/definitions/{id}/replays", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DefinitionApprove)).WithName("definitions.replay");

    private static async Task<IResult> HandleAsync(
        string id, Request request, CaseDbContext db, RunBook book, RunJobs jobs, ReplayWork work, CurrentAccount me, CancellationToken cancellation)
    {
        var version = await db.Set<DefinitionRow>().Where(row => row.DefinitionId == id && (request.Version == 0 || row.DefinitionVersion == request.Version))
            .MaxAsync(row => (int?)row.DefinitionVersion, cancellation);
        if (version is null)
        {
            return Problem.NotFound();
        }

        var run = await book.OpenAsync(RunKinds.Replay, id, version.Value, request with { Version = version.Value }, me, cancellation);
        jobs.Enqueue(run, stop => work.RunAsync(run, request.Count, stop));
        return Results.Accepted($"/api/lifecycle-runs/{run.Id}", new Accepted(run.Id));
    }
}
