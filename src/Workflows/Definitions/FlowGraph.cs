namespace CaseMgmt.Workflows.Definitions;

/// <summary>How a node with several inbound connections treats their tokens; Elsa's names. All waiting modes of Elsa mean the same here: see <see cref="FlowJoin"/>.</summary>
internal enum MergeMode { Wait, Cascade, Race }

/// <summary>One connection, by position of its ends among the flowchart's activities.</summary>
internal readonly record struct FlowConnection(int Source, string Port, int Target, bool Backward);

/// <summary>
/// A node that must decide what to do with several tokens. <paramref name="Reach"/> tells for each node whether a token there can still arrive by a
/// forward connection without passing the node itself; <paramref name="ForwardReach"/> the same over forward connections only.
/// </summary>
internal sealed record FlowJoin(MergeMode Mode, bool CancelsOthers, bool[] Reach, bool[] ForwardReach);

/// <summary>The prepared graph of one flowchart. Positions index <see cref="Nodes"/>.</summary>
internal sealed class FlowGraph
{
    private FlowGraph(IReadOnlyList<CompiledNode> nodes, FlowConnection[][] outbound, FlowJoin?[] joins, int start)
    {
        (Nodes, Outbound, Joins, Start) = (nodes, outbound, joins, start);
    }

    public IReadOnlyList<CompiledNode> Nodes { get; }

    /// <summary>Connections by source, in the order of the definition.</summary>
    public FlowConnection[][] Outbound { get; }

    /// <summary>By target; null where a token simply enters.</summary>
    public FlowJoin?[] Joins { get; }

    /// <summary>Position of the first activity, or -1 in an empty flowchart.</summary>
    public int Start { get; }

    public static FlowGraph Build(IReadOnlyList<CompiledNode> nodes, IReadOnlyList<(int Source, string Port, int Target)> connections, int explicitStart)
    {
        var start = explicitStart >= 0 ? explicitStart : FindStart(nodes, connections);
        var backward = BackwardEdges.Find(nodes.Count, connections, start);
        var all = connections.Distinct().Select(c => new FlowConnection(c.Source, c.Port, c.Target, backward.Contains((c.Source, c.Target)))).ToArray();
        var outbound = Enumerable.Range(0, nodes.Count).Select(source => all.Where(c => c.Source == source).ToArray()).ToArray();
        var joins = Enumerable.Range(0, nodes.Count).Select(target => JoinAt(nodes, all, target)).ToArray();
        return new FlowGraph(nodes, outbound, joins, start);
    }

    private static FlowJoin? JoinAt(IReadOnlyList<CompiledNode> nodes, FlowConnection[] all, int target)
    {
        var entries = all.Where(c => c.Target == target && !c.Backward).Select(c => c.Source).Distinct().ToArray();
        if (entries.Length < 2 && all.Count(c => c.Target == target && !c.Backward) < 2)
        {
            return null;
        }

        var node = nodes[target];
        var isJoin = node.Type == "Elsa.FlowJoin";
        var mode = isJoin ? node.InputText("Mode") ?? "WaitAny" : TypeNames.Text(TypeNames.At(node.Json, "customProperties", "mergeMode")) ?? "None";
        var merge = mode switch { "Cascade" => MergeMode.Cascade, "Race" or "WaitAny" => MergeMode.Race, _ => MergeMode.Wait };
        return new FlowJoin(
            merge, isJoin && mode == "WaitAny", Reaching(nodes.Count, all, target, entries), Reaching(nodes.Count, [.. all.Where(c => !c.Backward)], target, entries));
    }

    // Backwards from the entries over all connections, never through the target itself.
    private static bool[] Reaching(int count, FlowConnection[] connections, int target, int[] entries)
    {
        var reach = new bool[count];
        var open = new Stack<int>(entries);
        while (open.TryPop(out var node))
        {
            if (node == target || reach[node])
            {
                continue;
            }

            reach[node] = true;
            foreach (var connection in connections)
            {
                if (connection.Target == node)
                {
                    open.Push(connection.Source);
                }
            }
        }

        return reach;
    }

    private static int FindStart(IReadOnlyList<CompiledNode> nodes, IReadOnlyList<(int Source, string Port, int Target)> connections)
    {
        for (var index = 0; index < nodes.Count; index++)
        {
            if (nodes[index].Type == "Elsa.Start")
            {
                return index;
            }
        }

        for (var index = 0; index < nodes.Count; index++)
        {
            if (TypeNames.AsBoolean(TypeNames.At(nodes[index].Json, "customProperties", "canStartWorkflow")) == true)
            {
                return index;
            }
        }

        for (var index = 0; index < nodes.Count; index++)
        {
            if (!connections.Any(connection => connection.Target == index))
            {
                return index;
            }
        }

        return nodes.Count > 0 ? 0 : -1;
    }
}
