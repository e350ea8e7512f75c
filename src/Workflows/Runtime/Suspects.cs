using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>Rows that look wrong to a reader without locks. Whether they are is decided again by whoever mends them.</summary>
internal sealed record Suspects(
    IReadOnlyList<BookmarkRow> WaitsWithoutTimer, IReadOnlyList<BookmarkRow> WaitsWithoutCounter, IReadOnlyList<TimerRow> TimersWithoutWait, IReadOnlyList<FanInRow> CountersBehind)
{
    /// <summary>A round stays short; what is left is for the next one.</summary>
    private const int Most = 200;

    private static readonly string[] Clocks = ["Elsa.Delay", "Elsa.Timer", "Elsa.Cron", "Elsa.StartAt", "Timer", Advancement.RetryBookmark];
    private static readonly string[] Parents = ["Elsa.ExecuteWorkflow", "Elsa.DispatchWorkflow", "Elsa.BulkDispatchWorkflows"];

    public static async Task<Suspects> ReadAsync(DbContext context, CancellationToken cancellation)
    {
        var (bookmarks, timers, counters) = (context.Set<BookmarkRow>().AsNoTracking(), context.Set<TimerRow>().AsNoTracking(), context.Set<FanInRow>().AsNoTracking());
        var children = context.Set<InstanceRow>().Where(row => row.Status == nameof(WorkflowStatus.Finished));
        return new(
            await bookmarks.Where(wait => Clocks.Contains(wait.Name) && !timers.Any(timer => timer.InstanceId == wait.InstanceId && timer.BookmarkId == wait.BookmarkId))
                .Take(Most).ToListAsync(cancellation),
            await bookmarks.Where(wait => Parents.Contains(wait.Name) && !counters.Any(counter =>
                counter.Id == wait.BookmarkId || (counter.InstanceId == wait.InstanceId && counter.Id.EndsWith(Bookmark.EachSuffix)))).Take(Most).ToListAsync(cancellation),
            await timers.Where(timer => !bookmarks.Any(wait => wait.InstanceId == timer.InstanceId && wait.BookmarkId == timer.BookmarkId)).Take(Most).ToListAsync(cancellation),
            await counters.Where(counter => !counter.Id.EndsWith(Bookmark.EachSuffix) && children.Count(child => child.ParentInstanceId == counter.InstanceId && child.FanInId == counter.Id) >= counter.Total)
                .Take(Most).ToListAsync(cancellation));
    }
}
