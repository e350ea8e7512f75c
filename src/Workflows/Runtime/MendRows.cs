using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>Mendings that need no state of an instance: each looks again inside its commit and returns what it put right, or null.</summary>
internal static class MendRows
{
    public static async ValueTask<ReconcilerFinding?> DropTimerAsync(CommitSession session, TimerRow timer)
    {
        var instance = await session.FindLockedAsync<InstanceRow>(timer.InstanceId);
        var dropped = await session.ExecuteAsync($"""
            delete from timer where instance_id = {timer.InstanceId} and bookmark_id = {timer.BookmarkId}
            and not exists (select 1 from bookmark b where b.instance_id = timer.instance_id and b.bookmark_id = timer.bookmark_id)
            """);
        return dropped == 0 ? null : await ToldAsync(session, instance, new("timer-left-over", timer.InstanceId, timer.BookmarkId));
    }

    /// <summary>A parent whose children have all ended goes on, whatever its counter says. A stimulus that is on its way already is waited for.</summary>
    public static async ValueTask<ReconcilerFinding?> CountAsync(CommitSession session, FanInRow suspect)
    {
        if (await session.FindLockedAsync<FanInRow>(suspect.Id) is not { } counter)
        {
            return null;
        }

        var ended = await session.QueryAsync<InstanceRow>($"parent_instance_id = {counter.InstanceId} and fan_in_id = {counter.Id} and status = {nameof(WorkflowStatus.Finished)} order by id");
        var onItsWay = await session.TopAsync<OutboxRow>(1, $"instance_id = {counter.InstanceId} and kind = {OutboxKinds.Stimulus}");
        if (ended.Count < counter.Total || onItsWay.Count > 0)
        {
            return null;
        }

        var faulted = ended.Count(child => child.SubStatus == nameof(WorkflowSubStatus.Faulted));
        await session.ExpectAsync($"update fan_in set finished = {ended.Count}, faulted = {faulted} where id = {counter.Id}");
        await session.EnqueueAsync(new QueuedStimulus("children", ChildResult.OfMany(ended.Count, faulted)) { InstanceId = counter.InstanceId, BookmarkId = counter.BookmarkId });
        return await ToldAsync(session, await session.FindAsync<InstanceRow>(counter.InstanceId), new("children-uncounted", counter.InstanceId, counter.BookmarkId));
    }

    /// <summary>Frees rows that somebody claimed long ago and left.</summary>
    public static async ValueTask<ReconcilerFinding?> FreeLeasesAsync(CommitSession session, TimeSpan patience)
    {
        var since = session.Now - patience;
        var freed = await session.ExecuteAsync($"update timer set owner = null, lease_until = null where lease_until < {since}")
            + await session.ExecuteAsync($"update outbox set owner = null, lease_until = null where lease_until < {since}")
            + await session.ExecuteAsync($"update start_trigger set owner = null, lease_until = null where lease_until < {since}");
        return freed == 0 ? null : new("lease-expired", null, freed.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    public static async ValueTask<ReconcilerFinding> ToldAsync(CommitSession session, InstanceRow? instance, ReconcilerFinding finding)
    {
        var subject = instance is null ? "operations/engine" : instance.CorrelationId ?? "workflow/" + instance.Id;
        await session.AppendHistoryAsync(subject, "engine.mended", new JsonObject { ["what"] = finding.Kind, ["instance"] = finding.InstanceId, ["about"] = finding.About });
        return finding;
    }
}
