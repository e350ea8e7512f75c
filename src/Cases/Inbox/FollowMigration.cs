using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Inbox;

/// <summary>
/// A process moved to another version: its work items stay with whoever works on them, under the node ids of the new version, answered ones too, because a
/// returned case goes back to whoever answered that node. Their limits go on, or are set as the new node says; steps that were taken are not taken twice.
/// </summary>
public sealed class FollowMigration(WorkingCalendar calendar, Ids ids) : MigrationHook
{
    public override async ValueTask MovedAsync(MovedInstance moved, CommitSession session)
    {
        // Read before anything is renamed: two nodes may change names with each other.
        foreach (var item in await session.QueryAsync<WorkItem>($"instance_id = {moved.Instance.Id} order by id"))
        {
            var wait = item.State == WorkItemStates.Open ? moved.Waits.FirstOrDefault(wait => wait.BookmarkId == item.BookmarkId) : null;
            var target = moved.Map.GetValueOrDefault(item.ActivityId, item.ActivityId);
            var recomputes = wait is not null && moved.Clocks == ClockChoice.Recompute;
            if (target == item.ActivityId && !recomputes)
            {
                continue;
            }

            item.ActivityId = target;
            if (recomputes)
            {
                await SetLimitAsync(item, wait!.Node, session);
            }

            await session.UpdateAsync(item);
            session.Announce(Topics.ToOrg(item.OrgPath, Topics.Inbox));
        }
    }

    private async ValueTask SetLimitAsync(WorkItem item, ActivityContext node, CommitSession session)
    {
        var limit = TimeSpan.FromHours((double)NodeInputs.Number(node, HumanInputs.HoursInput(item.Urgency)));
        item.DueAt = calendar.Add(item.OpenedAt, limit);
        var taken = (await session.QueryAsync<Deadline>($"work_item_id = {item.Id} and state = {Deadline.Fired}")).Select(row => row.Step).ToHashSet();
        await session.ExecuteAsync($"update deadline set state = {Deadline.Cancelled}, version = version + 1 where work_item_id = {item.Id} and state in ('pending', 'stopped')");
        foreach (var (step, dueAt) in Ladder.Plan(Ladder.Read(HumanActivity.LadderOf(node)), calendar, item.OpenedAt, limit).Where(each => !taken.Contains(each.Step.Step)))
        {
            await session.InsertAsync(new Deadline
            {
                Id = ids.Next(), WorkItemId = item.Id, Subject = item.Subject, Step = step.Step, SendTo = step.To, Level = step.Level, DueAt = dueAt,
                State = item.StoppedAt is null ? Deadline.Pending : Deadline.Stopped,
            });
        }

        var subject = SubjectRef.Parse(item.Subject);
        if (subject.IsCase && item.StoppedAt is null)
        {
            await CaseRow.ChangeAsync(session, subject, row => (row.DueAt, row.Overdue) = (item.DueAt, item.DueAt < session.Now));
        }
    }
}
