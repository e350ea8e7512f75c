using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>
/// Holds one instance still. The flag is part of the row that every transition compares, so after its commit no transition passes it; stimuli that come
/// meanwhile are held in the outbox, timers that come due stay where they are, and the one commit that lifts the flag lets all of them go.
/// </summary>
internal static class Suspension
{
    public static async ValueTask<RuntimeResult> SuspendAsync(CommitSession session, SuspendRequest request, IEnumerable<SuspensionHook> hooks)
    {
        var row = await session.FindLockedAsync<InstanceRow>(request.InstanceId);
        if (Refuse(row, request.InstanceId, paused: false) is { } refused)
        {
            return refused;
        }

        await WriteAsync(session, row!, paused: true, "workflow.suspended", request.Reason);
        foreach (var hook in hooks)
        {
            await hook.SuspendedAsync(row!, session);
        }

        return new RuntimeResult.Landed(row!.Id, row.Sequence, "Paused");
    }

    public static async ValueTask<RuntimeResult> LiftAsync(CommitSession session, SuspendRequest request, CommitServices services, IEnumerable<SuspensionHook> hooks)
    {
        var row = await session.FindLockedAsync<InstanceRow>(request.InstanceId);
        if (Refuse(row, request.InstanceId, paused: true) is { } refused)
        {
            return refused;
        }

        await WriteAsync(session, row!, paused: false, "workflow.continued", request.Reason);
        foreach (var hook in hooks)
        {
            await hook.ContinuedAsync(row!, session);
        }

        await ReleaseAsync(session, row!.Id, services);
        return new RuntimeResult.Landed(row.Id, row.Sequence, row.SubStatus);
    }

    /// <summary>Lets go what waited for the instance: this host delivers it at once, in the order in which it came.</summary>
    public static async ValueTask ReleaseAsync(CommitSession session, string instanceId, CommitServices services)
    {
        foreach (var held in await session.QueryAsync<OutboxRow>($"instance_id = {instanceId} and held = {true} order by id"))
        {
            await session.ExpectAsync($"delete from outbox where id = {held.Id}");
            await session.InsertAsync(OutboxMessages.New(held.Id, held.Kind, held.InstanceId, held.Data, services, session.Now));
        }

        await session.ExecuteAsync($"update timer set held = {false} where instance_id = {instanceId} and held = {true}");
    }

    private static RuntimeResult.Refused? Refuse(InstanceRow? row, string id, bool paused) => row switch
    {
        null => new("not-found", $"There is no instance {id}."),
        { Status: not nameof(WorkflowStatus.Running) } => new("not-running", $"The instance is {row.SubStatus}."),
        _ when row.Paused == paused => null,
        { Paused: true } => new("already-suspended", "The instance is suspended already."),
        _ => new("not-suspended", "The instance is not suspended."),
    };

    private static async ValueTask WriteAsync(CommitSession session, InstanceRow row, bool paused, string kind, string? reason)
    {
        (row.Paused, row.UpdatedAt) = (paused, session.Now);
        await session.UpdateAsync(row);
        var subject = row.CorrelationId ?? "workflow/" + row.Id;
        await session.AppendHistoryAsync(subject, kind, new JsonObject { ["instance"] = row.Id, ["seq"] = row.Sequence, ["comment"] = reason });
        session.Announce(subject);
    }
}
