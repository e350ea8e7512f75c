using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>Counts children in the transactions that finish them. The counter's row is the only meeting point: no signal can be lost between them.</summary>
internal static class FanIn
{
    public static ValueTask OpenAsync(CommitSession session, string instanceId, Bookmark bookmark) =>
        bookmark.EachOf is { } each && each != bookmark.Id + Bookmark.EachSuffix ? EachChild.NextAsync(session, instanceId, bookmark) : session.InsertAsync(new FanInRow
        {
            Id = bookmark.EachOf ?? bookmark.Id,
            InstanceId = instanceId,
            BookmarkId = bookmark.Id,
            Total = bookmark.Children,
        });

    /// <summary>The parent no longer waits: children that finish later count nowhere.</summary>
    public static async ValueTask ForgetAsync(CommitSession session, Bookmark bookmark)
    {
        await session.ExecuteAsync($"delete from fan_in where id = {bookmark.EachOf ?? bookmark.Id}");
        if (bookmark.EachOf is { } each)
        {
            await EachChild.ForgetAsync(session, each);
        }
    }

    /// <summary>A child ends: it adds itself, and the last one resumes the parent.</summary>
    public static async ValueTask CountAsync(CommitSession session, Decision child, Ids ids)
    {
        if (child.Row.FanInId is not { } id || await session.FindLockedAsync<FanInRow>(id) is not { } counter)
        {
            return;
        }

        await CountAsync(session, counter, child.Row.Id, Result(child), child.Row.Sequence == 1, ids);
    }

    /// <summary>A child that could not be started was given up: its parent waits no longer for it, and hears of it as cancelled.</summary>
    public static async ValueTask GiveUpAsync(CommitSession session, string childId, ChildMessage child, Ids ids)
    {
        if (child.FanInId is { } id && await session.FindLockedAsync<FanInRow>(id) is { } counter)
        {
            var result = ChildResult.Of(childId, child.CorrelationId, WorkflowStatus.Finished, WorkflowSubStatus.Cancelled, []);
            await CountAsync(session, counter, childId, result, isAtOnce: false, ids);
        }
    }

    /// <summary>A child has made its first transition and waits: a parent that asked for no more goes on with what the child is now.</summary>
    public static async ValueTask RestAsync(CommitSession session, Decision child)
    {
        if (!child.HasJustFinished && child.Row.FanInId is { } id && await session.FindLockedAsync<FanInRow>(id) is { } counter)
        {
            await session.EnqueueAsync(Resumption(counter, Result(child), isAtOnce: true));
        }
    }

    /// <summary>What the parent is told. A single child brings its result, as Elsa's does; of many only the count is told: the parent reads results from what the children did.</summary>
    public static QueuedStimulus Resumption(FanInRow counter, JsonObject? last, bool isAtOnce)
    {
        var payload = ChildResult.OfMany(counter.Finished, counter.Faulted);
        if (counter.Total == 1)
        {
            foreach (var (name, value) in last ?? [])
            {
                payload[name] = value?.DeepClone();
            }

            if (isAtOnce)
            {
                payload[ChildResult.AtOnce] = true;
            }
        }

        return new QueuedStimulus(EachChild.Name, payload) { InstanceId = counter.InstanceId, BookmarkId = counter.BookmarkId };
    }

    private static async ValueTask CountAsync(CommitSession session, FanInRow counter, string childId, JsonObject result, bool isAtOnce, Ids ids)
    {
        counter.Finished++;
        counter.Faulted += (int?)result["SubStatus"] == (int)WorkflowSubStatus.Faulted ? 1 : 0;
        await session.ExpectAsync($"update fan_in set finished = {counter.Finished}, faulted = {counter.Faulted} where id = {counter.Id}");
        if (counter.TellsEach)
        {
            await EachChild.TellAsync(session, counter, result, childId, ids);
        }
        else if (counter.Finished == counter.Total)
        {
            await session.EnqueueAsync(Resumption(counter, result, isAtOnce));
        }
    }

    private static JsonObject Result(Decision child) =>
        ChildResult.Of(child.Row.Id, child.Row.CorrelationId, child.Transition.Status, child.Transition.SubStatus, child.Transition.Outputs);
}
