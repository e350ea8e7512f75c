using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>
/// Brings stimuli by name and key together with bookmarks, whichever comes first. Both sides hold the same named lock until they are committed,
/// so that on a server neither can miss the other.
/// </summary>
internal static class Signals
{
    /// <summary>Queues the stimulus for everybody who waits for it and for every definition that it starts, or parks it; returns how many took it.</summary>
    public static async ValueTask<int> DeliverAsync(CommitSession session, QueuedStimulus stimulus, CommitServices services)
    {
        var key = stimulus.Key ?? "";
        await session.LockAsync(LockName(stimulus.Name, key));
        var waiting = await WaitingAsync(session, stimulus, key);
        foreach (var bookmark in waiting)
        {
            await session.EnqueueAsync(stimulus with { InstanceId = bookmark.InstanceId, BookmarkId = bookmark.BookmarkId });
        }

        var taken = waiting.Count + await StartTriggers.StartAsync(session, stimulus, services);
        if (taken == 0)
        {
            await ParkAsync(session, stimulus, services.Ids);
        }

        return taken;
    }

    /// <summary>Nobody waits yet: the stimulus stays as a row, without expiry. Where the only one who could take it has ended, the row is a dead letter at once.</summary>
    public static async ValueTask ParkAsync(CommitSession session, QueuedStimulus stimulus, Ids ids)
    {
        if (stimulus.InstanceId is { } only && await session.FindAsync<InstanceRow>(only) is not ({ Status: nameof(WorkflowStatus.Running) } or { SubStatus: nameof(WorkflowSubStatus.Faulted) }))
        {
            await DeadLetters.BuryAsync(session, stimulus, "The instance has ended.", ids);
            return;
        }

        await session.InsertAsync(ParkedStimulusRow.Of(stimulus, ids.Next(), session));
    }

    /// <summary>A bookmark opens: the oldest stimulus that came before it is queued for it, in the same transaction.</summary>
    public static async ValueTask TakeParkedAsync(CommitSession session, InstanceRow instance, Bookmark bookmark, string key)
    {
        // Shared: those who begin to wait need not wait for each other.
        await session.LockAsync(LockName(bookmark.Name, key), shared: true);
        var parked = await session.QueryAsync<ParkedStimulusRow>($"stimulus_key = {key} and name = {bookmark.Name} and dead = {false} order by id");
        var early = parked.Find(row =>
            (row.InstanceId is null || row.InstanceId == instance.Id) && (row.CorrelationId is null || row.CorrelationId == instance.CorrelationId));
        if (early is null)
        {
            return;
        }

        await session.ExpectAsync($"delete from parked_stimulus where id = {early.Id}");
        await session.EnqueueAsync(early.Stimulus() with { InstanceId = instance.Id, BookmarkId = bookmark.Id });
    }

    private static ValueTask<List<BookmarkRow>> WaitingAsync(CommitSession session, QueuedStimulus stimulus, string key) => stimulus switch
    {
        { InstanceId: { } instance } => session.QueryAsync<BookmarkRow>($"instance_id = {instance} and stimulus_key = {key} and name = {stimulus.Name} order by bookmark_id"),
        { CorrelationId: { } correlation } => session.QueryAsync<BookmarkRow>(
            $"stimulus_key = {key} and name = {stimulus.Name} and correlation_id = {correlation} order by instance_id, bookmark_id"),
        _ => session.QueryAsync<BookmarkRow>($"stimulus_key = {key} and name = {stimulus.Name} order by instance_id, bookmark_id"),
    };

    private static string LockName(string name, string key) => "stimulus\n" + name + "\n" + key;
}
