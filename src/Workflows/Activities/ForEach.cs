using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Runs its body for each item in turn; the body sees CurrentValue and CurrentIndex. Items are read once, when the loop begins.</summary>
public sealed class ForEach : ContainerActivity, ILoop
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "ForEach", "Looping", "逐项循环", "For each", "对每一项依次执行", "Runs its body for each item in turn", "repeat",
        Describe.Input("Items", "Object", "列表", "Items", "要逐项处理的列表", "The items", null, "multiline")) with
    { EmbeddedPorts = ["Body"], Outputs = [Describe.Output("CurrentValue", "Object", "当前项", "Current value")] };

    internal override ActivityResult Enter(ActivationContext context)
    {
        context.State["items"] = Items.Of(context.Input("Items"));
        return Round(context, 0);
    }

    internal override ActivityResult ChildCompleted(ActivationContext context, CompletedChild child) =>
        context.Activity.Breaking ? ActivityResult.Done : Round(context, context.State["index"]!.GetValue<int>() + 1);

    private static ActivityResult Round(ActivationContext context, int index)
    {
        var items = (JsonArray)context.State["items"]!;
        if (index >= items.Count || context.Node.Port("body") is not { } body)
        {
            return ActivityResult.Done;
        }

        var item = items[index]?.DeepClone();
        context.State["index"] = index;
        context.SetOutput("CurrentValue", item);
        context.Schedule(body, new(StringComparer.Ordinal) { ["CurrentIndex"] = JsonValue.Create(index), ["CurrentValue"] = item?.DeepClone() });
        return ActivityResult.Waiting;
    }
}
