using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Definitions;

/// <summary>One version, ready to run: nodes by index, inputs compiled, flow graphs prepared. Immutable and shared by all instances.</summary>
public sealed class CompiledDefinition
{
    internal CompiledDefinition(WorkflowDefinition source, IReadOnlyList<CompiledNode> nodes, IReadOnlyList<DefinitionProblem> problems)
    {
        (Source, Nodes, Problems) = (source, nodes, problems);
        KeepsOutputs = AsksForOutputs(source);
        IncidentStrategy = StrategyOf(source);
        InputTypes = [.. source.Inputs.OfType<JsonObject>().Select(input => (TypeNames.Text(input["name"]) ?? "", TypeNames.Simple(TypeNames.Text(input["type"]))))];
        byId = new Dictionary<string, CompiledNode>(nodes.Count, StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            byId.TryAdd(node.Id, node);
        }
    }

    private readonly Dictionary<string, CompiledNode> byId;

    /// <summary>Some expression asks for outputs of other activities, so instances must keep them.</summary>
    internal bool KeepsOutputs { get; }

    public WorkflowDefinition Source { get; }

    public string DefinitionId => Source.DefinitionId;

    public int Version => Source.Version;

    /// <summary>All nodes; index 0 is the workflow itself.</summary>
    public IReadOnlyList<CompiledNode> Nodes { get; }

    /// <summary>What must be mended before this definition may be published. Running it is possible: a broken node becomes an incident.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; }

    internal IReadOnlyList<(string Name, string? Type)> InputTypes { get; }

    /// <summary>The definition's own strategy, or null where it leaves the choice to the engine.</summary>
    internal IncidentStrategy? IncidentStrategy { get; }

    /// <summary>Whether a start while another instance runs is allowed.</summary>
    public ActivationStrategy ActivationStrategy => TypeNames.Text(Source.Options?["activationStrategyType"]) switch
    {
        { } name when name.Contains("CorrelatedSingleton", StringComparison.Ordinal) => ActivationStrategy.CorrelatedSingleton,
        { } name when name.Contains("Singleton", StringComparison.Ordinal) => ActivationStrategy.Singleton,
        { } name when name.Contains("Correlation", StringComparison.Ordinal) => ActivationStrategy.Correlation,
        _ => ActivationStrategy.Always,
    };

    /// <summary>Events, timers and the like that may start the workflow: the node's type and inputs tell by what.</summary>
    public IReadOnlyList<CompiledNode> Triggers =>
        [.. Nodes.Where(node => node.Activity.Descriptor.IsTrigger && TypeNames.AsBoolean(TypeNames.At(node.Json, "customProperties", "canStartWorkflow")) == true)];

    public CompiledNode? FindNode(string activityId) => byId.GetValueOrDefault(activityId);

    // Elsa: getOutputFrom(activity, name), get{Output}From{Activity}(), getLastResult(), and Output expressions. A text that merely looks like
    // one costs some bytes of state, nothing else.
    private static bool AsksForOutputs(WorkflowDefinition source)
    {
        var text = source.Root?.ToJsonString() ?? "";
        return text.Contains("\"type\":\"Output\"", StringComparison.Ordinal) || text.Contains("getLastResult", StringComparison.Ordinal)
            || (text.Contains("JavaScript", StringComparison.Ordinal) && text.Contains("From", StringComparison.Ordinal));
    }

    private static IncidentStrategy? StrategyOf(WorkflowDefinition source) => TypeNames.Text(source.Options?["incidentStrategyType"]) switch
    {
        { } name when name.Contains("ContinueWithIncidents", StringComparison.Ordinal) => Execution.IncidentStrategy.Continue,
        { } name when name.Contains("Fault", StringComparison.Ordinal) => Execution.IncidentStrategy.Fault,
        _ => null,
    };
}

/// <summary>One reason why a definition cannot be published, naming the node.</summary>
public sealed record DefinitionProblem(string? ActivityId, string? ActivityName, string Code, string MessageZh, string MessageEn);
