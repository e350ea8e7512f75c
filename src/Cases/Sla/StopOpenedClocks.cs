using CaseMgmt.Cases.Inbox;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Sla;

/// <summary>A repair may open a question while the process is suspended (a token was moved): its clock begins when the process goes on.</summary>
public sealed class StopOpenedClocks : TransitionHook
{
    public override async ValueTask AppliedAsync(InstanceRow instance, Transition transition, CommitSession session)
    {
        foreach (var bookmark in instance.Paused ? transition.Opened : [])
        {
            foreach (var item in await session.QueryAsync<WorkItem>($"bookmark_id = {bookmark.Id} and state = 'open'"))
            {
                await StopClocks.StopAsync(item, session);
            }
        }
    }
}
