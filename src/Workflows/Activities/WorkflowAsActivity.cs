using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>
/// Another workflow drawn as one node: it runs inside this instance. Inputs of the node are inputs of that workflow, its outputs are outputs of the node, both
/// are variables inside it, and Complete inside it chooses the outcome. No recording: as Elsa's published code has it.
/// </summary>
public sealed class WorkflowAsActivity : ContainerActivity
{
    private WorkflowAsActivity(ActivityDescriptor descriptor) => Descriptor = descriptor;

    public override ActivityDescriptor Descriptor { get; }

    /// <summary>The node type of a definition: its inputs, outputs and outcomes.</summary>
    public static WorkflowAsActivity Of(string typeName, WorkflowDefinition definition)
    {
        var name = definition.Name ?? definition.DefinitionId;
        var description = definition.Description ?? name;
        return new WorkflowAsActivity(new ActivityDescriptor(
            typeName, definition.Version, TypeNames.Text(definition.Options?["activityCategory"]) ?? "Workflows", new Label(name, name), new Label(description, description), "workflow",
            [.. definition.Inputs.OfType<JsonObject>().Select(Input)],
            [.. definition.Outputs.OfType<JsonObject>().Select(output => new OutputDescriptor(Name(output), Type(output), Text(output, "displayName")))],
            definition.Outcomes is { Count: > 0 } outcomes ? outcomes : ["Done"])
        {
            IsContainer = true,
        });
    }

    internal override ActivityResult Enter(ActivationContext context)
    {
        var input = new JsonObject();
        foreach (var descriptor in Descriptor.Inputs)
        {
            var value = context.Input(descriptor.Name);
            input[descriptor.Name] = value?.DeepClone();
            context.WriteVariable(null, descriptor.Name, value);
        }

        context.State["input"] = input;
        foreach (var child in context.Node.Children)
        {
            context.Schedule(child);
        }

        return context.Node.Children.Count == 0 ? ActivityResult.Done : ActivityResult.Waiting;
    }

    internal override ActivityResult ChildCompleted(ActivationContext context, CompletedChild child)
    {
        foreach (var output in Descriptor.Outputs)
        {
            if (context.Activity.Variables?.GetValueOrDefault(output.Name) is { } value)
            {
                context.SetOutput(output.Name, value.DeepClone());
            }
        }

        return ActivityResult.Outcome([.. child.Outcomes]);
    }

    /// <summary>It declares an output of this name.</summary>
    internal bool HasOutput(string name) => Descriptor.Outputs.Any(output => output.Name == name);

    private static InputDescriptor Input(JsonObject input) => new(
        Name(input), Type(input), Text(input, "displayName"), Text(input, "description"), input["defaultValue"]?.DeepClone(), TypeNames.Text(input["uiHint"]) ?? "singleline");

    private static string Name(JsonObject json) => TypeNames.Text(json["name"]) ?? "";

    private static string Type(JsonObject json) => TypeNames.Text(json["type"]) ?? "Object";

    private static Label Text(JsonObject json, string property)
    {
        var text = TypeNames.Text(json[property]) is { Length: > 0 } given ? given : Name(json);
        return new Label(text, text);
    }
}
