using System.Text.Json.Nodes;
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
