using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>
/// Tells a parent of every child that ends, one after the other: what is on its way is one stimulus, the others are parked rows, and the transition that takes
/// one opens the wait for the next. A thousand ends at once are a thousand rows and a thousand transitions, never deliveries that chase each other.
/// </summary>
internal static class EachChild
{
    /// <summary>Name of the stimulus that tells a parent of its children.</summary>
    public const string Name = "children";

    /// <summary>A child ends, in its own commit: its parent is told, or the row waits its turn.</summary>
    public static async ValueTask TellAsync(CommitSession session, FanInRow counter, JsonObject result, string childId, Ids ids)
    {
        if (counter.IsTelling)
        {
            await ParkAsync(session, counter, result, childId, ids);
            return;
        }

        await session.EnqueueAsync(new QueuedStimulus(Name, result) { InstanceId = counter.InstanceId, BookmarkId = counter.BookmarkId });
        await SetToldAsync(session, childId);
        await SetWaitAsync(session, counter.Id, "");
    }

    /// <summary>The end of a child waits its turn.</summary>
    public static async ValueTask ParkAsync(CommitSession session, FanInRow counter, JsonObject result, string childId, Ids ids)
    {
        await session.InsertAsync(ParkedStimulusRow.Of(new QueuedStimulus(Name, result) { InstanceId = counter.InstanceId, Key = counter.Id }, ids.Next(), session));
        await SetToldAsync(session, childId);
    }

    /// <summary>The parent has taken one end and waits for the next: the oldest that is parked goes on its way.</summary>
    public static async ValueTask NextAsync(CommitSession session, string instanceId, Bookmark bookmark)
    {
        var id = bookmark.EachOf!;
        if (await session.FindLockedAsync<FanInRow>(id) is null)
        {
            return;
        }

        var parked = await session.TopAsync<ParkedStimulusRow>(1, $"stimulus_key = {id} and name = {Name} order by id");
        if (parked.Count == 0)
        {
            await SetWaitAsync(session, id, bookmark.Id);
            return;
        }

        await session.ExpectAsync($"delete from parked_stimulus where id = {parked[0].Id}");
        await session.EnqueueAsync(parked[0].Stimulus() with { Key = null, InstanceId = instanceId, BookmarkId = bookmark.Id });
        await SetWaitAsync(session, id, "");
    }

    /// <summary>Nobody hears of them any more.</summary>
    public static async ValueTask ForgetAsync(CommitSession session, string id) =>
        await session.ExecuteAsync($"delete from parked_stimulus where stimulus_key = {id} and name = {Name}");

    // Whoever still carries the id has not been told of: that is how a lost end is found.
    private static async ValueTask SetToldAsync(CommitSession session, string childId) =>
        await session.ExecuteAsync($"update instance set fan_in_id = null where id = {childId}");

    private static ValueTask SetWaitAsync(CommitSession session, string id, string bookmarkId) =>
        session.ExpectAsync($"update fan_in set bookmark_id = {bookmarkId} where id = {id}");
}
