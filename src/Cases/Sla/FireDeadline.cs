using System.Text.Json.Nodes;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Sla;

/// <summary>One step of a ladder happens: history row, notifications, flag or level of the case, and the deadline is over, all in one commit.</summary>
public sealed class FireDeadline(NotificationRows notifications)
{
    private const string OverdueStep = "overdue";

    /// <summary>False when there was nothing to do any more: fired or cancelled by somebody else, or its work item closed.</summary>
    public async ValueTask<bool> RunAsync(CommitSession session, long id, string owner)
    {
        var deadline = await session.FindAsync<Deadline>(id);
        if (deadline is not { State: Deadline.Pending } || deadline.Owner != owner)
        {
            return false;
        }

        var item = await session.FindAsync<WorkItem>(deadline.WorkItemId);
        var stands = item is { State: WorkItemStates.Open };
        (deadline.State, deadline.FiredAt, deadline.LeaseUntil) = (stands ? Deadline.Fired : Deadline.Cancelled, stands ? session.Now : null, null);
        await session.UpdateAsync(deadline);
        if (stands)
        {
            await RaiseAsync(session, deadline, item!);
        }

        return stands;
    }

    private async ValueTask RaiseAsync(CommitSession session, Deadline deadline, WorkItem item)
    {
        var kind = "sla." + deadline.Step;
        await session.AppendHistoryAsync(deadline.Subject, kind, new JsonObject
        {
            ["workItem"] = item.Id,
            ["title"] = item.Title,
            ["titleEn"] = StepNames.Of(item, "en"),
            ["dueAt"] = item.DueAt?.ToString("O"),
            ["level"] = deadline.Level,
            ["to"] = new JsonArray([.. deadline.SendTo.Split(',').Select(to => JsonValue.Create(to))]),
        });
        await notifications.AddAsync(session, await RecipientsAsync(session, deadline, item), kind, [item.SubjectNumber, StepNames.Both(item)], deadline.Subject);
        if (SubjectRef.Parse(deadline.Subject) is { IsCase: true } subject)
        {
            await CaseRow.ChangeAsync(session, subject, row =>
                (row.Overdue, row.EscalationLevel) = (row.Overdue || deadline.Step == OverdueStep, Math.Max(row.EscalationLevel, deadline.Level)));
        }

        session.Announce(Topics.ToOrg(item.OrgPath, Topics.Inbox));
    }

    private static async ValueTask<IEnumerable<long>> RecipientsAsync(CommitSession session, Deadline deadline, WorkItem item)
    {
        var all = new List<long>();
        foreach (var to in deadline.SendTo.Split(','))
        {
            all.AddRange(to switch
            {
                "answerer" when item.AssigneeId is { } assignee => [assignee],
                "answerer" => await NotificationRows.HoldersAsync(session, item.RoleName, item.OrgPath),
                _ => await NotificationRows.HoldersAsync(session, to, item.UnitPath),
            });
        }

        return all;
    }
}
