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

    internal override Label? Refuses(CompiledNode node) => node.Inputs.GetValueOrDefault("Step") is CompiledInput.Constant { Value: { } step } && TypeNames.AsInteger(step) is null or < 1
        ? new("步长必须是 1 或更大的整数；要倒数，请让起值大于止值。", "the step must be 1 or more; to count down, let Start be greater than End.")
        : null;

    // The bounds are read once, when the loop begins: a body that changes what they came from does not change the rounds, as in Elsa.
    internal override ActivityResult Enter(ActivationContext context)
    {
        context.State["end"] = Number(context, "End");
        context.State["step"] = Number(context, "Step");
        context.State["inclusive"] = context.Flag("OuterBoundInclusive");
        var start = Number(context, "Start");
        context.State["up"] = Kept(context, "end") >= start;
        return Round(context, start);
    }

    internal override ActivityResult ChildCompleted(ActivationContext context, CompletedChild child)
    {
        if (context.Activity.Breaking)
        {
            return ActivityResult.Done;
        }

        var step = Kept(context, "step");
        return Round(context, Kept(context, "current") + (IsKept(context, "up") ? step : -step));
    }

    private static ActivityResult Round(ActivationContext context, long value)
    {
        var distance = IsKept(context, "up") ? Kept(context, "end") - value : value - Kept(context, "end");
        var within = distance > 0 || (distance == 0 && IsKept(context, "inclusive"));
        if (!within || context.Node.Port("body") is not { } body)
        {
            return ActivityResult.Done;
        }

        if (Kept(context, "step") < 1)
        {
            return ActivityResult.Failed("step", "The step of a For must be 1 or more; to count down, let Start be greater than End.");
        }

        context.State["current"] = value;
        context.SetOutput("CurrentValue", value);
        context.Schedule(body, new(StringComparer.Ordinal) { ["CurrentValue"] = JsonValue.Create(value) });
        return ActivityResult.Waiting;
    }

    private static long Kept(ActivationContext context, string name) => TypeNames.AsInteger(context.State[name]) ?? Number(context, InPascalCase(name));

    private static bool IsKept(ActivationContext context, string name) => TypeNames.AsBoolean(context.State[name]) ?? (name == "up"
        ? Number(context, "End") >= Number(context, "Start")
        : context.Flag("OuterBoundInclusive"));

    // An instance that was inside its loop before the bounds were kept has none of them in its state.
    private static string InPascalCase(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static long Number(ActivationContext context, string name) => TypeNames.AsInteger(context.Input(name)) ?? 0;
}
