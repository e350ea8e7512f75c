using System.Text.Json.Nodes;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Sla;

/// <summary>
/// A suspended process asks nobody to hurry: the clocks of its open questions stand still from the commit that suspends it, and the commit that lets it go on
/// moves every due time by the working time that passed meanwhile. Steps of the ladder that were taken before stay taken.
/// </summary>
public sealed class StopClocks(WorkingCalendar calendar) : SuspensionHook
{
    public override async ValueTask SuspendedAsync(InstanceRow instance, CommitSession session)
    {
        foreach (var item in await session.QueryAsync<WorkItem>($"instance_id = {instance.Id} and state = 'open' and stopped_at is null order by id"))
        {
            await StopAsync(item, session);
            await session.AppendHistoryAsync(item.Subject, "sla.stopped", Entry(item));
        }
    }

    public override async ValueTask ContinuedAsync(InstanceRow instance, CommitSession session)
    {
        var stopped = await session.QueryAsync<WorkItem>($"instance_id = {instance.Id} and state = 'open' and stopped_at is not null order by id");
        foreach (var item in stopped)
        {
            var stood = calendar.Between(item.StoppedAt!.Value, session.Now);
            (item.DueAt, item.StoppedAt) = (Later(item.DueAt, stood), null);
            await session.UpdateAsync(item);
            foreach (var deadline in await session.QueryAsync<Deadline>($"work_item_id = {item.Id} and state = 'stopped' order by id"))
            {
                (deadline.DueAt, deadline.State) = (Later(deadline.DueAt, stood)!.Value, Deadline.Pending);
                await session.UpdateAsync(deadline);
            }

            await ShowAsync(item, stopped.Where(each => each.StoppedAt is null).Min(each => each.DueAt), session);
            var entry = Entry(item);
            entry["stoodMinutes"] = (int)stood.TotalMinutes;
            await session.AppendHistoryAsync(item.Subject, "sla.continued", entry);
        }
    }

    /// <summary>This question's clock stands still: nothing of its ladder comes due, and the case shows no due time.</summary>
    internal static async ValueTask StopAsync(WorkItem item, CommitSession session)
    {
        item.StoppedAt = session.Now;
        await session.UpdateAsync(item);
        await session.ExecuteAsync($"update deadline set state = 'stopped', owner = null, lease_until = null, version = version + 1 where work_item_id = {item.Id} and state = 'pending'");
        await ShowAsync(item, null, session);
    }

    private DateTime? Later(DateTime? due, TimeSpan stood) => due is { } at && stood > TimeSpan.Zero ? calendar.Add(at, stood) : due;

    private static async ValueTask ShowAsync(WorkItem item, DateTime? dueAt, CommitSession session)
    {
        if (SubjectRef.Parse(item.Subject) is { IsCase: true } subject)
        {
            await CaseRow.ChangeAsync(session, subject, row => row.DueAt = dueAt);
        }

        session.Announce(Topics.ToOrg(item.OrgPath, Topics.Inbox));
    }

    private static JsonObject Entry(WorkItem item) => new()
    {
        ["workItem"] = item.Id,
        ["title"] = item.Title,
        ["titleEn"] = StepNames.Of(item, "en"),
        ["dueAt"] = item.DueAt?.ToString("O"),
    };
}
