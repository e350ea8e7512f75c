using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>Clocks of an instance that moves to another version. Pure: what was opened when comes in, when it is due comes out.</summary>
internal static class MovedClocks
{
    /// <summary>New instants of the waits whose node waits for the clock. The pause of a failed activity before its next attempt is not the node's own clock and stays.</summary>
    public static IReadOnlyDictionary<string, DateTime> Of(InstanceState moved, IReadOnlyList<MovedWait> waits, IReadOnlyList<BookmarkRow> rows)
    {
        var due = new Dictionary<string, DateTime>(StringComparer.Ordinal);
        foreach (var bookmark in moved.Bookmarks.Where(bookmark => bookmark is { DueAt: not null, Name: not Advancement.RetryBookmark }))
        {
            var context = (ActivationContext)waits.First(wait => wait.BookmarkId == bookmark.Id).Node;
            if (rows.FirstOrDefault(row => row.BookmarkId == bookmark.Id)?.CreatedAt is { } since && context.Node.Activity.DueSince(context, since) is { } instant && instant != bookmark.DueAt)
            {
                due[bookmark.Id] = instant;
            }
        }

        return due;
    }

    /// <summary>The waits of the moved state, each with the inputs of its node in the new version.</summary>
    public static IReadOnlyList<MovedWait> Waits(InstanceState moved, CompiledDefinition next, AdvanceSettings settings)
    {
        var advancement = new Advancement(next, moved, settings);
        return
        [
            .. from bookmark in moved.Bookmarks
               let activity = advancement.State.FindActivity(ActivityInstance.NumberOf(moved.InstanceId, bookmark.ActivityInstanceId))
               where activity is not null
               select new MovedWait(bookmark.Id, bookmark.ActivityId, new ActivationContext(advancement).For(activity, next.Nodes[activity.Node])),
        ];
    }
}
