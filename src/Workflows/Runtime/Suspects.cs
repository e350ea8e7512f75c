using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>Rows that look wrong to a reader without locks. Whether they are is decided again by whoever mends them.</summary>
internal sealed record Suspects(
    IReadOnlyList<BookmarkRow> WaitsWithoutTimer, IReadOnlyList<BookmarkRow> WaitsWithoutCounter, IReadOnlyList<TimerRow> TimersWithoutWait, IReadOnlyList<FanInRow> WrongCounters)
{
    /// <summary>A round stays short; what is left is for the next one.</summary>
    private const int Most = 200;

    private static readonly string[] Clocks = ["Elsa.Delay", "Elsa.Timer", "Elsa.Cron", "Elsa.StartAt", "Timer", Advancement.RetryBookmark];
    private static readonly string[] Parents = ["Elsa.ExecuteWorkflow", "Elsa.DispatchWorkflow", "Elsa.BulkDispatchWorkflows"];

    public static async Task<Suspects> ReadAsync(DbContext context, CancellationToken cancellation)
    {
        var (bookmarks, timers, counters) = (context.Set<BookmarkRow>().AsNoTracking(), context.Set<TimerRow>().AsNoTracking(), context.Set<FanInRow>().AsNoTracking());
        return new(
            await bookmarks.Where(wait => Clocks.Contains(wait.Name) && !timers.Any(timer => timer.InstanceId == wait.InstanceId && timer.BookmarkId == wait.BookmarkId))
                .Take(Most).ToListAsync(cancellation),
            await bookmarks.Where(wait => Parents.Contains(wait.Name) && !counters.Any(counter =>
                counter.InstanceId == wait.InstanceId && (counter.BookmarkId == wait.BookmarkId || counter.BookmarkId == ""))).Take(Most).ToListAsync(cancellation),
            await timers.Where(timer => !bookmarks.Any(wait => wait.InstanceId == timer.InstanceId && wait.BookmarkId == timer.BookmarkId)).Take(Most).ToListAsync(cancellation),
            await WrongCountersAsync(context, cancellation));
    }

    // Not as many ended as it says, full or telling and nothing on its way, ends that wait although nobody is being told, or nobody waits there.
    private static Task<List<FanInRow>> WrongCountersAsync(DbContext context, CancellationToken cancellation)
    {
        var (counters, outbox, bookmarks) = (context.Set<FanInRow>().AsNoTracking(), context.Set<OutboxRow>(), context.Set<BookmarkRow>());
        var (running, parked) = (context.Set<InstanceRow>().Where(row => row.Status != nameof(WorkflowStatus.Finished)), context.Set<ParkedStimulusRow>());
        return counters.Where(counter =>
            counter.Finished != counter.Total
                - running.Count(child => child.ParentInstanceId == counter.InstanceId && child.FanInId == counter.Id)
                - outbox.Count(row => row.InstanceId == counter.InstanceId && row.Kind == OutboxKinds.Child)
            || ((counter.BookmarkId == "" || (counter.Finished >= counter.Total && !counter.Id.EndsWith(Bookmark.EachSuffix)))
                && !outbox.Any(row => row.InstanceId == counter.InstanceId && row.Kind == OutboxKinds.Stimulus))
            || (counter.BookmarkId != "" && (parked.Any(end => end.StimulusKey == counter.Id)
                || !bookmarks.Any(wait => wait.InstanceId == counter.InstanceId && wait.BookmarkId == counter.BookmarkId))))
            .Take(Most).ToListAsync(cancellation);
    }
}
