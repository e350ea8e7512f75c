using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Workflows.Definitions;

/// <summary>One activity of a definition.</summary>
public sealed class CompiledNode
{
    private static readonly Dictionary<string, CompiledInput> NoInputs = [];
    private static readonly Dictionary<string, VariableReference> NoBindings = [];

    internal CompiledNode(int index, CompiledNode? parent, string id, string type, JsonObject json, Activity activity)
    {
        (Index, Parent, Id, Type, Json, Activity) = (index, parent, id, type, json, activity);
        DisplayName = TypeNames.Text(TypeNames.At(json, "metadata", "displayText")) is { Length: > 0 } text ? text
            : TypeNames.Text(json["name"]) is { Length: > 0 } name ? name : id;
    }

    public int Index { get; }

    public CompiledNode? Parent { get; }

    public string Id { get; }

    /// <summary>The id in the definition that draws it; another than <see cref="Id"/> inside a workflow used as an activity.</summary>
    public string DrawnId => TypeNames.Text(Json["id"]) is { Length: > 0 } drawn ? drawn : Activity is WorkflowActivity ? WorkflowActivity.NodeId : Id;

    public string Type { get; }

    public JsonObject Json { get; }

    public Activity Activity { get; }

    /// <summary>Display text, or the name, or the id.</summary>
    public string DisplayName { get; }

    /// <summary>Position among the siblings of a container.</summary>
    internal int Position { get; set; }

    /// <summary>Children of a container in order, for example of a Sequence.</summary>
    internal IReadOnlyList<CompiledNode> Children { get; set; } = [];

    /// <summary>Embedded children by the camel-case name of their property, for example "body"; a list only for Fork's branches.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<CompiledNode>> Ports { get; set; } = EmptyPorts;

    internal IReadOnlyList<CompiledCase> Cases { get; set; } = [];

    internal IReadOnlyDictionary<string, CompiledInput> Inputs { get; set; } = NoInputs;

    /// <summary>Variables that outputs are bound to, by the output's camel-case name.</summary>
    internal IReadOnlyDictionary<string, VariableReference> Bindings { get; set; } = NoBindings;

    internal IReadOnlyList<VariableDeclaration> Variables { get; set; } = [];

    internal FlowGraph? Flow { get; set; }

    internal RetryPolicy? Retry { get; set; }

    private static readonly Dictionary<string, IReadOnlyList<CompiledNode>> EmptyPorts = [];

    /// <summary>The outcomes by which it is drawn to be left; Done where no connection leaves it.</summary>
    public IReadOnlyList<string> DrawnOutcomes =>
        Parent?.Flow?.Outbound[Position].Select(connection => connection.Port).Distinct().ToList() is { Count: > 0 } drawn ? drawn : ["Done"];

    /// <summary>The input as text if it is a constant, otherwise null.</summary>
    public string? InputText(string name) =>
        Inputs.GetValueOrDefault(name) is CompiledInput.Constant constant ? constant.Text ?? constant.Value?.ToJsonString() : null;

    /// <summary>The input's value if it is a constant, otherwise null.</summary>
    public JsonNode? InputConstant(string name) => Inputs.GetValueOrDefault(name) is CompiledInput.Constant constant ? constant.Value?.DeepClone() : null;

    internal CompiledNode? Port(string name) => Ports.TryGetValue(name, out var nodes) && nodes.Count > 0 ? nodes[0] : null;
}

/// <summary>One case of a Switch or FlowSwitch.</summary>
internal sealed record CompiledCase(string Label, CompiledInput Condition, CompiledNode? Body);

/// <summary>A variable named by id, as outputs do; the name helps where a definition was edited by hand.</summary>
internal sealed record VariableReference(string Id, string? Name);
