using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>等待: some working time, an event by name, or whichever comes first. The calendar is asked inside the commit; what it says is part of the instance, so that a replay waits as long.</summary>
public sealed class Wait : Activity
{
    public const string Due = "Due";
    public const string Event = "Event";
    private const string Planned = "WorkingTimePlanned";

    public override ActivityDescriptor Descriptor { get; } = new(
        "Audit.Wait", 1, "稽查 Audit", new("等待", "Wait"), new("等待若干工作小时，或等到事件，先到为准", "Working hours, or an event, whichever comes first"), "hourglass_top",
        [
            new("Hours", "Decimal", new("等待时长（工作小时）", "Working hours"), new("一个工作日为 8 小时；0 表示只等事件", "A working day has 8; 0 waits for the event only"), 8m),
            new("EventName", "String", new("事件名称", "Event name"), new("由“发布事件”活动发出；留空则只等时间", "Published by another node; empty waits for the time only"), ""),
        ],
        [], [Due, Event]);

    public override ActivityResult Execute(ActivityContext context)
    {
        var hours = NodeInputs.Number(context, "Hours");
        var name = context.Text("EventName") ?? "";
        if (hours < 0 || (hours == 0 && name.Length == 0))
        {
            return ActivityResult.Failed("wait", $"'{context.ActivityName}' waits for nothing: give working hours or an event.");
        }

        if (hours > 0)
        {
            context.Emit(new PlanWorkingTime(context.Wait(Planned), hours));
        }

        if (name.Length > 0)
        {
            context.Wait(Workflows.Activities.Event.Stimulus, name);
        }

        return ActivityResult.Waiting;
    }

    public override ActivityResult Resume(ActivityContext context, BookmarkResume resume)
    {
        if (resume.Name != Planned)
        {
            return ActivityResult.Outcome(resume.Name == Workflows.Activities.Event.Stimulus ? Event : Due);
        }

        context.WaitUntil(DateTime.Parse(resume.Payload!["dueAt"]!.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal));
        return ActivityResult.Waiting;
    }
}

/// <summary>Asks the calendar when so much working time is over.</summary>
public sealed record PlanWorkingTime(string BookmarkId, decimal Hours) : Effect;

/// <inheritdoc cref="PlanWorkingTime"/>
public sealed class PlanWorkingTimeHandler(WorkingCalendar calendar) : EffectHandler<PlanWorkingTime>
{
    protected override ValueTask ApplyAsync(PlanWorkingTime effect, CommitSession session) => session.EnqueueAsync(
        new QueuedStimulus("WorkingTimePlanned", Answer(calendar, session.Now, effect.Hours)) { InstanceId = effect.InstanceId, BookmarkId = effect.BookmarkId });

    /// <summary>What the node is told.</summary>
    public static JsonObject Answer(WorkingCalendar calendar, DateTime now, decimal hours) =>
        new() { ["dueAt"] = calendar.Add(now, TimeSpan.FromHours((double)hours)).ToString("O", CultureInfo.InvariantCulture) };
}
