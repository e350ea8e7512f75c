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

namespace CaseMgmt.Designer.MigrationDesk;

/// <summary>POST /api/definitions/{id}/migrations: moves the running cases of the own units, or rehearses it; worked off after the answer.</summary>
public static class StartMigration
{
    public sealed record Request(int From, int To, Dictionary<string, string>? Map, bool DryRun, bool NewClocks, string? Reason);

    public sealed record Accepted(long Id);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/definitions/{id}/migrations", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DefinitionEdit)).WithName("definitions.migrate");

    private static async Task<IResult> HandleAsync(
        string id, Request request, CaseDbContext db, RunBook book, RunJobs jobs, MigrationWork work, CurrentAccount me, CancellationToken cancellation)
    {
        var states = await db.Set<DefinitionRow>().Where(row => row.DefinitionId == id).ToDictionaryAsync(row => row.DefinitionVersion, row => row.State, cancellation);
        if (Refusal(request, states) is { } refusal)
        {
            return refusal;
        }

        var order = new MigrationOrder(request.From, request.To, request.Map ?? [], request.NewClocks, request.Reason);
        var run = await book.OpenAsync(request.DryRun ? RunKinds.Rehearsal : RunKinds.Migration, id, request.To, order, me, cancellation);
        jobs.Enqueue(run, stop => work.RunAsync(run, order, stop));
        return Results.Accepted($"/api/lifecycle-runs/{run.Id}", new Accepted(run.Id));
    }

    /// <summary>Why cases cannot move so, or null. Pure.</summary>
    public static Problem? Refusal(Request request, IReadOnlyDictionary<int, string> states) =>
        !states.ContainsKey(request.From) || !states.TryGetValue(request.To, out var state) ? Problem.NotFound()
        : request.From == request.To ? Problem.Unprocessable("migration-same-version")
        : state == DefinitionStates.Draft ? Problem.Unprocessable("migration-draft", request.To)
        : null;
}
