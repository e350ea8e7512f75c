using CaseMgmt.Cases.Notifications;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Inbox;

/// <summary>A bookmark went away without an answer (instance cancelled, step skipped, token moved): nobody is asked any more, in the same commit.</summary>
public sealed class CancelBurntWorkItems : TransitionHook
{
    public override async ValueTask AppliedAsync(InstanceRow instance, Transition transition, CommitSession session)
    {
        foreach (var bookmarkId in transition.BurntBookmarkIds)
        {
            foreach (var item in await session.QueryAsync<WorkItem>($"bookmark_id = {bookmarkId} and state = 'open'"))
            {
                item.State = WorkItemStates.Cancelled;
                await session.UpdateAsync(item);
                await session.ExecuteAsync($"update deadline set state = 'cancelled', version = version + 1 where work_item_id = {item.Id} and state in ('pending', 'stopped')");
                session.Announce(Topics.ToOrg(item.OrgPath, Topics.Inbox));
            }
        }
    }
}
