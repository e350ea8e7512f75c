using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution;

internal sealed partial class Advancement
{
    /// <summary>Nodes of the tokens inside a container: its live children and those that are scheduled.</summary>
    public IEnumerable<int> TokensOf(ActivityInstance owner)
    {
        foreach (var activity in State.Live)
        {
            if (ReferenceEquals(activity.Owner, owner))
            {
                yield return activity.Node;
            }
        }

        if (owner.Queued > 0)
        {
            foreach (var work in queue)
            {
                if (ReferenceEquals(work.Owner, owner))
                {
                    yield return work.Node.Index;
                }
            }
        }
    }

    /// <summary>A join goes on with its first token: whatever could still reach it is taken away, running, scheduled or waiting at another join.</summary>
    public void CancelInbound(ActivityInstance join, CompiledNode node)
    {
        if (join.Owner is not { } flowchart || node.Parent?.Flow?.Joins[node.Position] is not { } prepared)
        {
            return;
        }

        CancelRunning(flowchart, prepared.Reach);
        var kept = queue.Where(work => !(ReferenceEquals(work.Owner, flowchart) && prepared.Reach[work.Node.Position])).ToList();
        flowchart.Queued -= queue.Count - kept.Count;
        queue.Clear();
        kept.ForEach(queue.Enqueue);
        flowchart.Arrivals?.RemoveAll(arrival => prepared.Reach[Definition.Nodes[arrival.Target].Position]);
    }

    /// <summary>Takes the running activities of a flowchart away that stand on the marked positions.</summary>
    public void CancelRunning(ActivityInstance flowchart, bool[] positions)
    {
        foreach (var child in State.Live.Where(live => ReferenceEquals(live.Owner, flowchart) && positions[Definition.Nodes[live.Node].Position]).ToList())
        {
            Cancel(child);
        }
    }
}
