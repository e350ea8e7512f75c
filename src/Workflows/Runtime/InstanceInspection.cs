using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>One live token of an instance: where it stands, and by which outcomes it can leave.</summary>
public sealed record LiveActivity(string ActivityInstanceId, string ActivityId, string Name, string Type, bool Failed, IReadOnlyList<string> Outcomes, IReadOnlyList<TargetNode> Targets);

/// <summary>A node to which the token can be moved.</summary>
public sealed record TargetNode(string ActivityId, string Name);

/// <summary>An instance as its operator sees it.</summary>
public sealed record InspectedInstance(
    string Id, string DefinitionId, int DefinitionVersion, string? CorrelationId, string Status, string SubStatus, bool Suspended, JsonObject Variables, IReadOnlyList<LiveActivity> Activities);

/// <summary>Reads single instances with their state; lists never do.</summary>
public sealed class InstanceInspection(ContextSource contexts, DefinitionStore definitions)
{
    /// <summary>Null if there is no such instance.</summary>
    /// <param name="nameOf">What a node is called in the reader's language.</param>
    public async Task<InspectedInstance?> FindAsync(string id, Func<CompiledNode, string> nameOf, CancellationToken cancellationToken = default)
    {
        await using var context = contexts.Create();
        if (await context.Set<InstanceRow>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken) is not { } row
            || await definitions.FindAsync(row.DefinitionId, row.DefinitionVersion, cancellationToken) is not { } definition)
        {
            return null;
        }

        var snapshot = Snapshot.Of(row, definition);
        var variables = new JsonObject(snapshot.State.Variables.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        return new(
            row.Id, row.DefinitionId, row.DefinitionVersion, row.CorrelationId, row.Status, row.SubStatus, row.Paused, variables,
            [.. snapshot.State.Activities.Where(activity => IsToken(activity, snapshot.State)).Select(activity => Describe(activity, snapshot, nameOf))]);
    }

    // Containers only hold what is live; what a person can act on waits or has failed itself.
    private static bool IsToken(ActivityInstance activity, InstanceState state) => activity.Faulted
        || state.Bookmarks.Any(bookmark => bookmark.ActivityInstanceId == ActivityInstance.IdOf(state.InstanceId, activity.Number));

    private static LiveActivity Describe(ActivityInstance activity, Snapshot snapshot, Func<CompiledNode, string> nameOf)
    {
        var node = snapshot.Definition.Nodes[activity.Node];
        return new(
            ActivityInstance.IdOf(snapshot.Row.Id, activity.Number), node.Id, nameOf(node), node.Type, activity.Faulted,
            node.DrawnOutcomes,
            [.. (node.Parent?.Children ?? []).Where(other => other != node).Select(other => new TargetNode(other.Id, nameOf(other)))]);
    }
}
