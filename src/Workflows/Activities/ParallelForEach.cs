using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>
/// Runs its body for all items at once; each body sees its own CurrentValue and CurrentIndex. Items of an Object expression are iterated too. A Break ends
/// the body that it stands in and the other items run on; Elsa lets it end the sequence around the loop as well, which loses what comes after the loop.
/// </summary>
public sealed class ParallelForEach : ContainerActivity, ILoop
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "ParallelForEach", "Looping", "并行逐项", "Parallel for each", "对所有项同时执行", "Runs its body for all items at once", "columns",
        Describe.Input("Items", "Object", "列表", "Items", "要处理的列表", "The items", null, "multiline")) with
    { EmbeddedPorts = ["Body"] };

    internal override ActivityResult Enter(ActivationContext context)
    {
        var items = Items.Of(context.Input("Items"));
        if (items.Count == 0 || context.Node.Port("body") is not { } body)
        {
            return ActivityResult.Done;
        }

        for (var index = 0; index < items.Count; index++)
        {
            context.Schedule(body, new(StringComparer.Ordinal) { ["CurrentValue"] = items[index]?.DeepClone(), ["CurrentIndex"] = JsonValue.Create(index) });
        }

        return ActivityResult.Waiting;
    }

    internal override ActivityResult ChildCompleted(ActivationContext context, CompletedChild child) =>
        context.Activity.Children + context.Activity.Queued == 0 ? ActivityResult.Done : ActivityResult.Waiting;
}
