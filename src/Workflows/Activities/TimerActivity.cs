using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Waits for an interval; as a trigger it starts the workflow at each interval. No recording: as Elsa's documentation says.</summary>
public sealed class TimerActivity : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "Timer", "Scheduling", "定时器", "Timer", "每隔一段时间触发", "Fires at an interval", "timer",
        Describe.Input("Interval", "TimeSpan", "间隔", "Interval", "例如 00:10:00", "For example 00:10:00", "00:01:00")) with
    { IsTrigger = true };

    public override ActivityResult Execute(ActivityContext context)
    {
        if (((ActivationContext)context).IsTrigger)
        {
            return ActivityResult.Done;
        }

        if (Delay.Span(context.Text("Interval")) is not { } interval)
        {
            return ActivityResult.Failed("time-span", "The interval is missing or not of the form d.hh:mm:ss.");
        }

        context.WaitUntil(context.Now + interval, "Elsa.Timer");
        return ActivityResult.Waiting;
    }

    internal override Label? Refuses(CompiledNode node) => Delay.RefusesSpan(node, "Interval");

    public override DateTime? DueSince(ActivityContext context, DateTime since) => since + Delay.Span(context.Text("Interval"));
}
