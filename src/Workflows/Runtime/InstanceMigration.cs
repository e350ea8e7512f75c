using System.Text;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>Running instances to move to another published version of their definition.</summary>
/// <param name="Map">Node ids of the old version to node ids of the new; an id that is not mapped stays the same.</param>
/// <param name="DryRun">Says what would happen and writes nothing.</param>
public sealed record MigrateRequest(IReadOnlyList<string> InstanceIds, int ToVersion, IReadOnlyDictionary<string, string> Map, string Actor, bool DryRun);

/// <summary>How it went for one instance; <paramref name="Reason"/> says why it stays where it is.</summary>
public sealed record MigratedInstance(string InstanceId, bool Moved, string? Code, string? Reason);

/// <summary>
/// Moves running instances to another version, each in its own commit with an entry in its history. Bookmarks, timers and work items keep their ids and
/// their clocks; a stimulus that is on its way arrives at the mapped node.
/// </summary>
public sealed class InstanceMigration
{
    private readonly CommitDoor door;
    private readonly CommitServices services;
    private readonly DefinitionStore definitions;
    private readonly TransitionRunner runner;

    internal InstanceMigration(CommitDoor door, CommitServices services, DefinitionStore definitions, TransitionRunner runner)
    {
        (this.door, this.services, this.definitions, this.runner) = (door, services, definitions, runner);
    }

    /// <summary>One result per instance, in the order of the request.</summary>
    public async Task<IReadOnlyList<MigratedInstance>> RunAsync(MigrateRequest request, CancellationToken cancellationToken = default)
    {
        var results = new List<MigratedInstance>(request.InstanceIds.Count);
        foreach (var id in request.InstanceIds)
        {
            results.Add(await OneAsync(id, request, cancellationToken));
        }

        return results;
    }

    private async Task<MigratedInstance> OneAsync(string id, MigrateRequest request, CancellationToken cancellationToken)
    {
        await using var context = services.Contexts.Create();
        var row = await context.Set<InstanceRow>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
        if (row is null)
        {
            return new(id, false, "not-found", $"There is no instance {id}.");
        }

        var old = await definitions.FindAsync(row.DefinitionId, row.DefinitionVersion, cancellationToken);
        var next = await definitions.FindAsync(row.DefinitionId, request.ToVersion, cancellationToken);
        if (old is null || next is null || definitions.TryGet(row.DefinitionId, request.ToVersion) is null)
        {
            return new(id, false, "not-published", $"{row.DefinitionId} has no published version {request.ToVersion}.");
        }

        if (request.DryRun)
        {
            var refusal = Migration.Migrate(Snapshot.Of(row, old).State, old, next, request.Map).Refused;
            return new(id, refusal is null, refusal?.Code, refusal?.Reason);
        }

        var result = await door.RunAsync(request.Actor, session => CommitAsync(session, id, old, next, request), cancellationToken);
        runner.Forget(id);
        return result;
    }

    private static async ValueTask<MigratedInstance> CommitAsync(CommitSession session, string id, CompiledDefinition old, CompiledDefinition next, MigrateRequest request)
    {
        var row = (await session.FindLockedAsync<InstanceRow>(id))!;
        if (row.DefinitionVersion != old.Version)
        {
            return new(id, false, "moved-meanwhile", $"The instance stands on version {row.DefinitionVersion} by now.");
        }

        var (state, refusal) = Migration.Migrate(Snapshot.Of(row, old).State, old, next, request.Map);
        if (state is null)
        {
            return new(id, false, refusal!.Code, refusal.Reason);
        }

        row.State = Encoding.UTF8.GetBytes(state.Write(next));
        (row.DefinitionVersion, row.DefinitionHash, row.Sequence, row.UpdatedAt) = (next.Version, ContentHash.Of(next.Source), state.Sequence, session.Now);
        await session.UpdateAsync(row);
        foreach (var bookmark in state.Bookmarks)
        {
            await session.ExpectAsync($"update bookmark set activity_id = {bookmark.ActivityId} where instance_id = {id} and bookmark_id = {bookmark.Id}");
        }

        await session.AppendHistoryAsync(row.CorrelationId ?? "workflow/" + id, "workflow.migrated", new JsonObject
        {
            ["instance"] = id,
            ["definition"] = next.DefinitionId,
            ["from"] = old.Version,
            ["to"] = next.Version,
            ["map"] = new JsonObject(request.Map.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        });
        session.Announce(row.CorrelationId ?? "workflow/" + id);
        return new(id, true, null, null);
    }
}
