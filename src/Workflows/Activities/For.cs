using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Counts from Start to End; the body sees the variable CurrentValue.</summary>
public sealed class For : ContainerActivity, ILoop
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "For", "Looping", "计数循环", "For", "从起值到止值逐个执行", "Counts from Start to End", "repeat",
        Describe.Input("Start", "Int32", "起值", "Start", "第一个值", "The first value", 0),
        Describe.Input("End", "Int32", "止值", "End", "最后一个值", "The last value", 0),
        Describe.Input("Step", "Int32", "步长", "Step", "每次增加多少", "What each round adds", 1),
        Describe.Input("OuterBoundInclusive", "Boolean", "包含止值", "Include end", "止值也执行", "The end itself is a round too", true, "checkbox")) with
    { EmbeddedPorts = ["Body"], Outputs = [Describe.Output("CurrentValue", "Object", "当前值", "Current value")] };

    internal override ActivityResult Enter(ActivationContext context) =>
        Round(context, context.State["current"] is { } current ? current.GetValue<long>() : Number(context, "Start"));

    internal override ActivityResult ChildCompleted(ActivationContext context, CompletedChild child)
    {
        var step = Number(context, "Step");
        var upward = Number(context, "End") >= Number(context, "Start");
        return context.Activity.Breaking ? ActivityResult.Done : Round(context, context.State["current"]!.GetValue<long>() + (upward ? step : -step));
    }

    private static ActivityResult Round(ActivationContext context, long value)
    {
        var (start, end) = (Number(context, "Start"), Number(context, "End"));
        var inclusive = context.Flag("OuterBoundInclusive");
        var within = end >= start ? (inclusive ? value <= end : value < end) : (inclusive ? value >= end : value > end);
        if (!within || context.Node.Port("body") is not { } body)
        {
            return ActivityResult.Done;
        }

        if (Number(context, "Step") < 1)
        {
            return ActivityResult.Failed("step", "The step of a For must be 1 or more.");
        }

        context.State["current"] = value;
        context.SetOutput("CurrentValue", value);
        context.Schedule(body, new(StringComparer.Ordinal) { ["CurrentValue"] = JsonValue.Create(value) });
        return ActivityResult.Waiting;
    }

    private static long Number(ActivationContext context, string name) => TypeNames.AsInteger(context.Input(name)) ?? 0;
}
