using System.Text.Json.Nodes;
using CaseMgmt.Designer.Protocol;

namespace CaseMgmt.Designer.Instances;

/// <summary>One line of the journal.</summary>
public sealed record StoryLine(long Sequence, DateTime At, StoryNode Node, string ExecutionId, string Event, IReadOnlyList<string> Outcomes);

/// <summary>One run of one node.</summary>
public sealed class StoryExecution(string id, StoryNode node, DateTime startedAt)
{
    public string Id => id;

    public StoryNode Node => node;

    public DateTime StartedAt => startedAt;

    public DateTime? EndedAt { get; internal set; }

    /// <summary>Elsa's words: Running, Completed, Canceled, Faulted.</summary>
    public string Status { get; internal set; } = "Running";

    public IReadOnlyList<string> Outcomes { get; internal set; } = [];

    public bool IsFaulted => Status == "Faulted";
}

/// <summary>What happened in one instance, told from its hash-chained history: there is no second journal that could say something else.</summary>
public sealed class InstanceStory
{
    private readonly Dictionary<string, StoryNode> nodes;
    private readonly List<StoryLine> lines = [];
    private readonly List<StoryExecution> executions = [];

    /// <param name="transitions">Data of the instance's "workflow.transition" rows in order, with their times.</param>
    public InstanceStory(string instanceId, JsonObject definition, IEnumerable<(DateTime At, JsonObject Data)> transitions)
    {
        nodes = StoryNode.All(definition);
        foreach (var (at, data) in transitions)
        {
            foreach (var text in StudioJson.TextsOf(data["log"]))
            {
                Tell(instanceId, at, text);
            }
        }
    }

    public IReadOnlyList<StoryLine> Lines => lines;

    public IReadOnlyList<StoryExecution> Executions => executions;

    public StoryNode Node(string activityId) => nodes.GetValueOrDefault(activityId) ?? StoryNode.Workflow with { Id = activityId, NodeId = "Workflow1:" + activityId };

    public StoryExecution? LastOf(string activityId) => executions.FindLast(each => each.Node.Id == activityId);

    public string? ParentOf(StoryExecution execution) =>
        execution.Node.ParentNodeId is { } parent ? executions.FindLast(each => each.Node.NodeId == parent)?.Id : null;

    // A line reads "{activity} {Event} {outcome,outcome}"; ids have no spaces, outcomes may.
    private void Tell(string instanceId, DateTime at, string text)
    {
        var parts = text.Split(' ', 3);
        if (parts.Length < 2)
        {
            return;
        }

        var node = Node(parts[0]);
        var outcomes = parts.Length == 3 ? parts[2].Split(',') : [];
        var execution = LastOf(node.Id);
        if (parts[1] == "Started" || execution is null)
        {
            execution = new StoryExecution($"{instanceId}~{node.Id}~{executions.Count(each => each.Node.Id == node.Id) + 1}", node, at);
            executions.Add(execution);
        }

        Apply(execution, parts[1], at, outcomes);
        lines.Add(new StoryLine(lines.Count + 1, at, node, execution.Id, parts[1], outcomes));
    }

    private static void Apply(StoryExecution execution, string what, DateTime at, string[] outcomes)
    {
        if (what is "Completed" or "Canceled" or "Faulted")
        {
            (execution.Status, execution.EndedAt) = (what, what == "Faulted" ? null : at);
        }
        else
        {
            execution.Status = "Running";
        }

        if (outcomes.Length > 0)
        {
            execution.Outcomes = outcomes;
        }
    }
}
