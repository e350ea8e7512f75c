using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>A wait whose timer or counter is not there, or that its instance does not know.</summary>
internal static class MendWait
{
    public static async ValueTask<ReconcilerFinding?> RunAsync(CommitSession session, BookmarkRow suspect, DefinitionStore definitions, MendChildren children)
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
            { Children: > 0 } => await children.RunAsync(session, instance!, bookmark),
            _ => null,
        };
    }

    /// <summary>Null where this host does not know the instance's version yet.</summary>
    public static InstanceState? State(InstanceRow instance, DefinitionStore definitions) =>
        definitions.TryGet(instance.DefinitionId, instance.DefinitionVersion) is { } definition ? Snapshot.Of(instance, definition).State : null;

    private static Bookmark? Open(InstanceRow instance, string bookmarkId, DefinitionStore definitions) =>
        State(instance, definitions)?.Bookmarks.FirstOrDefault(open => open.Id == bookmarkId);

    private static async ValueTask<ReconcilerFinding?> ArmAsync(CommitSession session, InstanceRow instance, Bookmark bookmark, DateTime due)
    {
        if (await session.FindAsync<TimerRow>(instance.Id, bookmark.Id) is not null)
        {
            return null;
        }

        await session.InsertAsync(new TimerRow { InstanceId = instance.Id, BookmarkId = bookmark.Id, DueAt = due });
        return await MendRows.ToldAsync(session, instance, new("timer-missing", instance.Id, bookmark.ActivityId));
    }

    private static async ValueTask<ReconcilerFinding?> DropAsync(CommitSession session, BookmarkRow row, InstanceRow? instance)
    {
        await session.ExpectAsync($"delete from bookmark where instance_id = {row.InstanceId} and bookmark_id = {row.BookmarkId}");
        return await MendRows.ToldAsync(session, instance, new("wait-left-over", row.InstanceId, row.ActivityId));
    }
}
