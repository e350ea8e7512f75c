using System.Globalization;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Waits for a span of time.</summary>
public sealed class Delay : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "Delay", "Scheduling", "延时", "Delay", "等待一段时间", "Waits for a span of time", "clock",
        Describe.Input("TimeSpan", "TimeSpan", "时长", "Time span", "例如 01:30:00", "For example 01:30:00"));

    public override ActivityResult Execute(ActivityContext context)
    {
        if (Span(context.Text("TimeSpan")) is not { } span)
        {
            return ActivityResult.Failed("time-span", "The time span is missing or not of the form d.hh:mm:ss.");
        }

        context.WaitUntil(context.Now + span, "Elsa.Delay");
        return ActivityResult.Waiting;
    }

    public override DateTime? DueSince(ActivityContext context, DateTime since) => since + Span(context.Text("TimeSpan"));

    internal override Label? Refuses(CompiledNode node) => RefusesSpan(node, "TimeSpan");

    internal static Label? RefusesSpan(CompiledNode node, string input) => node.InputText(input) is { Length: > 0 } text && Span(text) is null
        ? new($"“{text}”不是时长，请写成 时:分:秒 或 天.时:分:秒，例如 01:30:00。", $"\"{text}\" is no span of time; write hours:minutes:seconds or days.hours:minutes:seconds, for example 01:30:00.")
        : null;

    internal static TimeSpan? Span(string? text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero ? span : null;
}
