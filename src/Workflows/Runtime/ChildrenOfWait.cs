using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>The children of one wait as the rows have them, whatever their counter says.</summary>
/// <param name="Owed">How many have still to end: those that run and those that have not been started.</param>
/// <param name="Ended">Those that have ended. Where the parent hears of each, only the ones that it was not told of.</param>
internal sealed record ChildrenOfWait(int Owed, IReadOnlyList<InstanceRow> Ended)
{
    /// <summary>Reads what is queued before what runs: a child that starts in between is seen twice and counted once.</summary>
    public static async ValueTask<ChildrenOfWait> ReadAsync(CommitSession session, string instanceId, string fanInId)
    {
        var owed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in await session.QueryAsync<OutboxRow>($"instance_id = {instanceId} and kind = {OutboxKinds.Work}"))
        {
            owed.UnionWith(StartChildren.QueuedIn(row).Where(child => child.WaitBookmarkId == fanInId).Select(child => child.Id));
        }

        foreach (var row in await session.QueryAsync<OutboxRow>($"instance_id = {instanceId} and kind = {OutboxKinds.Child}"))
        {
            if (DeepJson.Read<ChildMessage>(row.Data).FanInId == fanInId)
            {
                owed.Add(row.Id);
            }
        }

        var started = await session.QueryAsync<InstanceRow>($"parent_instance_id = {instanceId} and fan_in_id = {fanInId} order by id");
        var ended = started.FindAll(child => child.Status == nameof(WorkflowStatus.Finished));
        owed.UnionWith(started.Select(child => child.Id));
        owed.ExceptWith(ended.Select(child => child.Id));
        return new(owed.Count, ended);
    }

    /// <summary>What resumes one bookmark has been queued already.</summary>
    public static async ValueTask<bool> IsResumptionQueuedAsync(CommitSession session, string instanceId, string bookmarkId) =>
        (await session.QueryAsync<OutboxRow>($"instance_id = {instanceId} and kind = {OutboxKinds.Stimulus}")).Exists(row => OutboxMessages.ReadStimulus(row).BookmarkId == bookmarkId);
}
