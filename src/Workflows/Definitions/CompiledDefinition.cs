namespace CaseMgmt.Workflows.Definitions;

/// <summary>One version, ready to run: nodes by index, inputs compiled, flow graphs prepared. Immutable and shared by all instances.</summary>
public sealed class CompiledDefinition
{
    internal CompiledDefinition(WorkflowDefinition source, IReadOnlyList<CompiledNode> nodes, IReadOnlyList<DefinitionProblem> problems)
    {
        (Source, Nodes, Problems) = (source, nodes, problems);
        byId = new Dictionary<string, CompiledNode>(nodes.Count, StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            byId.TryAdd(node.Id, node);
        }
    }

    private readonly Dictionary<string, CompiledNode> byId;

    public WorkflowDefinition Source { get; }

    public string DefinitionId => Source.DefinitionId;

    public int Version => Source.Version;

    /// <summary>All nodes; index 0 is the workflow itself.</summary>
    public IReadOnlyList<CompiledNode> Nodes { get; }

    /// <summary>What must be mended before this definition may be published. Running it is possible: a broken node becomes an incident.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; }

    public CompiledNode? FindNode(string activityId) => byId.GetValueOrDefault(activityId);
}

/// <summary>One reason why a definition cannot be published, naming the node.</summary>
public sealed record DefinitionProblem(string? ActivityId, string? ActivityName, string Code, string MessageZh, string MessageEn);
