using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Waits for the next instant of a cron expression in the configured zone; as a trigger it starts the workflow at each. No recording: as Elsa's documentation says.</summary>
public sealed class Cron : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "Cron", "Scheduling", "按日程", "Cron", "按 cron 表达式触发", "Fires by a cron expression", "calendar-clock",
        Describe.Input("CronExpression", "String", "表达式", "Expression", "五段或六段，例如 0 8 * * 1-5；月末 0 8 L * *", "Five or six fields, for example 0 8 * * 1-5; on the last of a month 0 8 L * *")) with
    { IsTrigger = true };

    public override ActivityResult Execute(ActivityContext context)
    {
        var activation = (ActivationContext)context;
        if (activation.IsTrigger)
        {
            return ActivityResult.Done;
        }

        if (CronSchedule.TryParse(context.Text("CronExpression")) is not { } schedule)
        {
            return ActivityResult.Failed("cron", "The cron expression is missing or cannot be read.");
        }

        if (schedule.Next(context.Now, activation.Advancement.Settings.Zone) is not { } due)
        {
            return ActivityResult.Failed("cron", "The cron expression has no next instant.");
        }

        context.WaitUntil(due, "Elsa.Cron");
        return ActivityResult.Waiting;
    }

    internal override Label? Refuses(CompiledNode node) => node.InputText("CronExpression") is { Length: > 0 } text && CronSchedule.TryParse(text) is null
        ? new($"看不懂日程“{text}”，请写五段或六段（分 时 日 月 周，前面可加秒），没有年份。", $"the schedule \"{text}\" cannot be read; write five or six fields (minute hour day month weekday, seconds first if needed), without a year.")
        : null;

    public override DateTime? DueSince(ActivityContext context, DateTime since) =>
        CronSchedule.TryParse(context.Text("CronExpression"))?.Next(since, ((ActivationContext)context).Advancement.Settings.Zone);
}
