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
public sealed record MigrateRequest(IReadOnlyList<string> InstanceIds, int ToVersion, IReadOnlyDictionary<string, string> Map, string Actor, bool DryRun)
{
    /// <summary>Whether clocks that run go on as they are or are set anew by the new version.</summary>
    public ClockChoice Clocks { get; init; }

    /// <summary>Why; it stands in the history of each instance.</summary>
    public string? Reason { get; init; }
}

/// <summary>How it went for one instance; <paramref name="Reason"/> says why it stays where it is.</summary>
public sealed record MigratedInstance(string InstanceId, bool Moved, string? Code, string? Reason);

/// <summary>
/// Moves running instances to another version, each in its own commit with an entry in its history. Bookmarks, timers and work items keep their ids;
/// their clocks go on or are set anew, as the request says; a stimulus that is on its way arrives at the mapped node.
/// </summary>
public sealed class InstanceMigration
{
    private readonly CommitDoor door;
    private readonly CommitServices services;
    private readonly DefinitionStore definitions;
    private readonly TransitionRunner runner;
    private readonly RuntimeOptions options;
    private readonly MigrationHook[] hooks;

    internal InstanceMigration(
        CommitDoor door, CommitServices services, DefinitionStore definitions, TransitionRunner runner, RuntimeOptions options, IEnumerable<MigrationHook> hooks)
    {
        (this.door, this.services, this.definitions, this.runner, this.options, this.hooks) = (door, services, definitions, runner, options, [.. hooks]);
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

    private async ValueTask<MigratedInstance> CommitAsync(CommitSession session, string id, CompiledDefinition old, CompiledDefinition next, MigrateRequest request)
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

        var waits = MovedClocks.Waits(state, next, new AdvanceSettings(session.Now, 0, options.Zone));
        await ClocksAsync(session, state, waits, request);
        row.State = Encoding.UTF8.GetBytes(state.Write(next));
        (row.DefinitionVersion, row.DefinitionHash, row.Sequence, row.UpdatedAt) = (next.Version, ContentHash.Of(next.Source), state.Sequence, session.Now);
        await session.UpdateAsync(row);
        await FollowAsync(session, state);
        foreach (var hook in hooks)
        {
            await hook.MovedAsync(new MovedInstance(row, request.Map, request.Clocks, waits), session);
        }

        await TellAsync(session, row, old, request);
        return new(id, true, null, null);
    }

    // The rows of waits and failures stand on the nodes of the new version.
    private static async ValueTask FollowAsync(CommitSession session, InstanceState state)
    {
        foreach (var bookmark in state.Bookmarks)
        {
            await session.ExpectAsync($"update bookmark set activity_id = {bookmark.ActivityId} where instance_id = {state.InstanceId} and bookmark_id = {bookmark.Id}");
        }

        foreach (var incident in state.Incidents)
        {
            await session.ExpectAsync($"update incident set activity_id = {incident.ActivityId} where instance_id = {state.InstanceId} and activity_instance_id = {incident.ActivityInstanceId}");
        }
    }

    private static async ValueTask ClocksAsync(CommitSession session, InstanceState state, IReadOnlyList<MovedWait> waits, MigrateRequest request)
    {
        if (request.Clocks == ClockChoice.Keep || !state.Bookmarks.Any(bookmark => bookmark.DueAt is not null))
        {
            return;
        }

        var rows = await session.QueryAsync<BookmarkRow>($"instance_id = {state.InstanceId} order by bookmark_id");
        foreach (var (bookmark, due) in MovedClocks.Of(state, waits, rows))
        {
            state.SetDue(bookmark, due);
            await session.ExpectAsync($"update timer set due_at = {due} where instance_id = {state.InstanceId} and bookmark_id = {bookmark}");
        }
    }

    private static async ValueTask TellAsync(CommitSession session, InstanceRow row, CompiledDefinition old, MigrateRequest request)
    {
        var subject = row.CorrelationId ?? "workflow/" + row.Id;
        await session.AppendHistoryAsync(subject, "workflow.migrated", new JsonObject
        {
            ["instance"] = row.Id,
            ["definition"] = row.DefinitionId,
            ["from"] = old.Version,
            ["to"] = row.DefinitionVersion,
            ["map"] = new JsonObject(request.Map.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
            ["clocks"] = request.Clocks == ClockChoice.Keep ? "kept" : "recomputed",
            ["comment"] = request.Reason,
        });
        session.Announce(subject);
    }
}
