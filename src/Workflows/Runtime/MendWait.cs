using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>A wait whose timer or counter is not there, or that its instance does not know.</summary>
internal static class MendWait
{
    public static async ValueTask<ReconcilerFinding?> RunAsync(CommitSession session, BookmarkRow suspect, DefinitionStore definitions)
    {
        var instance = await session.FindLockedAsync<InstanceRow>(suspect.InstanceId);
        if (await session.FindAsync<BookmarkRow>(suspect.InstanceId, suspect.BookmarkId) is null)
        {
            return null;
        }

        var bookmark = instance is null ? null : Open(instance, suspect.BookmarkId, definitions);
        if (instance is not null && bookmark is null && definitions.TryGet(instance.DefinitionId, instance.DefinitionVersion) is null)
        {
            // It has just moved to a version that this host does not know yet: the next round does.
            return null;
        }

        return bookmark switch
        {
            null => await DropAsync(session, suspect, instance),
            { DueAt: { } due } => await ArmAsync(session, instance!, bookmark, due),
            { Children: > 0 } => await RecountAsync(session, instance!, bookmark),
            _ => null,
        };
    }

    private static Bookmark? Open(InstanceRow instance, string bookmarkId, DefinitionStore definitions) =>
        definitions.TryGet(instance.DefinitionId, instance.DefinitionVersion) is { } definition
            ? Snapshot.Of(instance, definition).State.Bookmarks.FirstOrDefault(open => open.Id == bookmarkId)
            : null;

    private static async ValueTask<ReconcilerFinding?> ArmAsync(CommitSession session, InstanceRow instance, Bookmark bookmark, DateTime due)
    {
        if (await session.FindAsync<TimerRow>(instance.Id, bookmark.Id) is not null)
        {
            return null;
        }

        await session.InsertAsync(new TimerRow { InstanceId = instance.Id, BookmarkId = bookmark.Id, DueAt = due });
        return await MendRows.ToldAsync(session, instance, new("timer-missing", instance.Id, bookmark.ActivityId));
    }

    private static async ValueTask<ReconcilerFinding?> RecountAsync(CommitSession session, InstanceRow instance, Bookmark bookmark)
    {
        if (bookmark.EachOf is not null || await session.FindAsync<FanInRow>(bookmark.Id) is not null)
        {
            return null;
        }

        await FanIn.OpenAsync(session, instance.Id, bookmark);
        await MendRows.CountAsync(session, (await session.FindLockedAsync<FanInRow>(bookmark.Id))!);
        return await MendRows.ToldAsync(session, instance, new("children-uncounted", instance.Id, bookmark.ActivityId));
    }

    private static async ValueTask<ReconcilerFinding?> DropAsync(CommitSession session, BookmarkRow row, InstanceRow? instance)
    {
        await session.ExpectAsync($"delete from bookmark where instance_id = {row.InstanceId} and bookmark_id = {row.BookmarkId}");
        return await MendRows.ToldAsync(session, instance, new("wait-left-over", row.InstanceId, row.ActivityId));
    }
}
