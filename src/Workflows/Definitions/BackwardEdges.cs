namespace CaseMgmt.Workflows.Definitions;

/// <summary>
/// The connections that close a loop: those that lead to a node which is still open in a depth-first walk from the start. A token that comes by one
/// re-enters the loop; it never counts as an arrival at a join.
/// </summary>
internal static class BackwardEdges
{
    public static HashSet<(int Source, int Target)> Find(int count, IReadOnlyList<(int Source, string Port, int Target)> connections, int start)
    {
        var targets = Enumerable.Range(0, count).Select(node => connections.Where(c => c.Source == node).Select(c => c.Target).Distinct().ToArray()).ToArray();
        var inbound = Enumerable.Range(0, count).Select(node => connections.Any(c => c.Target == node)).ToArray();
        var backward = new HashSet<(int, int)>();
        var state = new byte[count];
        var roots = Enumerable.Range(0, count).Where(node => !inbound[node]);
        foreach (var root in (start >= 0 ? [start] : Array.Empty<int>()).Concat(roots).Concat(Enumerable.Range(0, count)))
        {
            Walk(root, targets, state, backward);
        }

        return backward;
    }

    // Iterative: a definition of thousands of nodes in a row must not exhaust the stack.
    private static void Walk(int root, int[][] targets, byte[] state, HashSet<(int, int)> backward)
    {
        if (state[root] != 0)
        {
            return;
        }

        var path = new Stack<(int Node, int Next)>();
        state[root] = 1;
        path.Push((root, 0));
        while (path.TryPop(out var step))
        {
            if (step.Next == targets[step.Node].Length)
            {
                state[step.Node] = 2;
                continue;
            }

            path.Push((step.Node, step.Next + 1));
            var target = targets[step.Node][step.Next];
            if (state[target] == 1)
            {
                backward.Add((step.Node, target));
            }
            else if (state[target] == 0)
            {
                state[target] = 1;
                path.Push((target, 0));
            }
        }
    }
}
