using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>
/// Counts the children of a waiting node again, from their rows: a counter that is lost or wrong is set right, and a parent that should have been told is told.
/// Called under the lock of the parent's row; the counter's row is locked too, so no child counts itself meanwhile.
/// </summary>
internal sealed class MendChildren(DefinitionStore definitions, Ids ids)
{
    private const string Kind = "children-uncounted";

    /// <summary>A counter that looks wrong to a reader without locks.</summary>
    public async ValueTask<ReconcilerFinding?> RunAsync(CommitSession session, FanInRow suspect)
    {
        var instance = await session.FindLockedAsync<InstanceRow>(suspect.InstanceId);
        if (instance is not null && definitions.TryGet(instance.DefinitionId, instance.DefinitionVersion) is null)
        {
            return null;
        }

        var state = instance is null ? null : MendWait.State(instance, definitions);
        return state?.Bookmarks.FirstOrDefault(open => open.Children > 0 && (open.EachOf ?? open.Id) == suspect.Id) is { } bookmark
            ? await RunAsync(session, instance!, bookmark)
            : await DropAsync(session, suspect, instance);
    }

    public ValueTask<ReconcilerFinding?> RunAsync(CommitSession session, InstanceRow parent, Bookmark wait) =>
        wait.EachOf is null ? CountAsync(session, parent, wait) : TellAsync(session, parent, wait);

    /// <summary>One bookmark for all: the parent goes on when nobody is owed any more.</summary>
    private async ValueTask<ReconcilerFinding?> CountAsync(CommitSession session, InstanceRow parent, Bookmark wait)
    {
        var counter = await session.FindLockedAsync<FanInRow>(wait.Id);
        var children = await ChildrenOfWait.ReadAsync(session, parent.Id, wait.Id);
        var finished = wait.Children - children.Owed;
        var mustTell = finished >= wait.Children && !await ChildrenOfWait.IsResumptionQueuedAsync(session, parent.Id, wait.Id);
        if (counter is not null && (counter.Total, counter.Finished) == (wait.Children, finished) && !mustTell)
        {
            return null;
        }

        var faulted = children.Ended.Count(child => child.SubStatus == nameof(WorkflowSubStatus.Faulted));
        var right = new FanInRow { Id = wait.Id, InstanceId = parent.Id, BookmarkId = wait.Id, Total = wait.Children, Finished = finished, Faulted = faulted };
        await WriteAsync(session, right, counter);
        if (mustTell)
        {
            var last = children.Ended.Count > 0 ? ResultOf(children.Ended[^1]) : null;
            await session.EnqueueAsync(FanIn.Resumption(right, last, isAtOnce: false));
        }

        return await MendRows.ToldAsync(session, parent, new(Kind, parent.Id, wait.ActivityId));
    }

    /// <summary>
    /// The end of each child is a row, parked or on its way, or has been taken. What is missing must be the ends of exactly those children that nobody was told
    /// of; where it is not (a counter of an earlier build), only the counter is set right.
    /// </summary>
    private async ValueTask<ReconcilerFinding?> TellAsync(CommitSession session, InstanceRow parent, Bookmark wait)
    {
        var id = wait.EachOf!;
        var counter = await session.FindLockedAsync<FanInRow>(id);
        var children = await ChildrenOfWait.ReadAsync(session, parent.Id, id);
        var parked = (await session.QueryAsync<ParkedStimulusRow>($"stimulus_key = {id} and name = {EachChild.Name}")).Count;
        var isOnItsWay = await ChildrenOfWait.IsResumptionQueuedAsync(session, parent.Id, wait.Id);
        var missing = wait.Children - children.Owed - parked - (isOnItsWay ? 1 : 0);
        var untold = missing == children.Ended.Count ? children.Ended : [];
        var total = wait.Children + Taken(parent, wait);
        var right = new FanInRow { Id = id, InstanceId = parent.Id, BookmarkId = isOnItsWay ? "" : wait.Id, Total = total, Finished = total - children.Owed, Faulted = counter?.Faulted ?? 0 };
        var stands = !isOnItsWay && parked + untold.Count > 0;
        if (!stands && counter is not null && (counter.BookmarkId, counter.Total, counter.Finished) == (right.BookmarkId, right.Total, right.Finished))
        {
            return null;
        }

        await WriteAsync(session, right, counter);
        foreach (var child in untold)
        {
            await EachChild.ParkAsync(session, right, ResultOf(child), child.Id, ids);
        }

        if (!isOnItsWay)
        {
            await EachChild.NextAsync(session, parent.Id, wait);
        }

        return await MendRows.ToldAsync(session, parent, new(Kind, parent.Id, wait.ActivityId));
    }

    // Nobody waits for these children: whatever they count, nobody is told.
    private static async ValueTask<ReconcilerFinding?> DropAsync(CommitSession session, FanInRow suspect, InstanceRow? parent)
    {
        if (await session.ExecuteAsync($"delete from fan_in where id = {suspect.Id}") == 0)
        {
            return null;
        }

        if (suspect.TellsEach)
        {
            await EachChild.ForgetAsync(session, suspect.Id);
        }

        return await MendRows.ToldAsync(session, parent, new("counter-left-over", suspect.InstanceId, suspect.Id));
    }

    private static async ValueTask WriteAsync(CommitSession session, FanInRow right, FanInRow? counter)
    {
        if (counter is null)
        {
            await session.InsertAsync(right);
            return;
        }

        await session.ExpectAsync(
            $"update fan_in set bookmark_id = {right.BookmarkId}, total = {right.Total}, finished = {right.Finished}, faulted = {right.Faulted} where id = {right.Id}");
    }

    private int Taken(InstanceRow parent, Bookmark wait) =>
        MendWait.State(parent, definitions)!.FindActivity(ActivityInstance.NumberOf(parent.Id, wait.ActivityInstanceId))?.State?["total"]?.GetValue<int>() ?? 0;

    // A child whose version this host does not know brings no outputs; who it was and how it ended stands in its row.
    private JsonObject ResultOf(InstanceRow child) => ChildResult.Of(
        child.Id, child.CorrelationId, Enum.Parse<WorkflowStatus>(child.Status), Enum.Parse<WorkflowSubStatus>(child.SubStatus), MendWait.State(child, definitions)?.OutputsAsJson() ?? []);
}
