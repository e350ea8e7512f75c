using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution;

/// <summary>
/// Moves an instance to another version: every live token, wait and incident keeps its identity and stands on the mapped node. Pure, so a dry run is the
/// run without the commit. Work items and timers hang on activity instances and bookmarks, which keep their ids.
/// </summary>
public static class Migration
{
    /// <param name="map">Node ids of the old version to node ids of the new; an id that is not mapped stays the same.</param>
    public static MigrationResult Migrate(InstanceState state, CompiledDefinition old, CompiledDefinition next, IReadOnlyDictionary<string, string> map)
    {
        if (state.Status == WorkflowStatus.Finished && state.SubStatus != WorkflowSubStatus.Faulted)
        {
            return new MigrationResult(null, new Refusal("not-running", $"The instance is {state.SubStatus}."));
        }

        var moved = state.Clone();
        (moved.DefinitionId, moved.Version) = (next.DefinitionId, next.Version);
        moved.Sequence++;
        foreach (var activity in moved.Live)
        {
            if (Place(activity, old, next, map) is { } refusal)
            {
                return new MigrationResult(null, refusal);
            }
        }

        Rename(moved, old, next, map);
        DeclareVariables(moved, next);
        return new MigrationResult(moved, null);
    }

    private static Refusal? Place(ActivityInstance activity, CompiledDefinition old, CompiledDefinition next, IReadOnlyDictionary<string, string> map)
    {
        var from = old.Nodes[activity.Node];
        if (Target(from, next, map) is not { } to)
        {
            return new Refusal("node-missing", $"Version {next.Version} has no node {map.GetValueOrDefault(from.Id, from.Id)}, where this instance stands ({from.DisplayName}).");
        }

        if (to.Type != from.Type)
        {
            return new Refusal("type-differs", $"Node {to.Id} is a {to.Type} and cannot go on with what {from.Type} began.");
        }

        if (activity.Owner is { } owner && to.Parent?.Index != owner.Node)
        {
            return new Refusal("container-differs", $"Node {to.Id} lies in another container than before.");
        }

        activity.Node = to.Index;
        return MoveArrivals(activity, old, next, map);
    }

    private static Refusal? MoveArrivals(ActivityInstance activity, CompiledDefinition old, CompiledDefinition next, IReadOnlyDictionary<string, string> map)
    {
        for (var index = 0; index < (activity.Arrivals?.Count ?? 0); index++)
        {
            var join = old.Nodes[activity.Arrivals![index].Target];
            if (Target(join, next, map) is not { } to || to.Parent?.Index != activity.Node)
            {
                return new Refusal("node-missing", $"Version {next.Version} has no node {map.GetValueOrDefault(join.Id, join.Id)}, before which a branch waits.");
            }

            activity.Arrivals[index] = activity.Arrivals[index] with { Target = to.Index };
        }

        return null;
    }

    private static CompiledNode? Target(CompiledNode from, CompiledDefinition next, IReadOnlyDictionary<string, string> map) =>
        from.Index == 0 ? next.Nodes[0] : next.FindNode(map.GetValueOrDefault(from.Id, from.Id));

    private static void Rename(InstanceState state, CompiledDefinition old, CompiledDefinition next, IReadOnlyDictionary<string, string> map)
    {
        for (var index = 0; index < state.OpenBookmarks.Count; index++)
        {
            var bookmark = state.OpenBookmarks[index];
            state.OpenBookmarks[index] = bookmark with { ActivityId = map.GetValueOrDefault(bookmark.ActivityId, bookmark.ActivityId) };
        }

        for (var index = 0; index < state.OpenIncidents.Count; index++)
        {
            var incident = state.OpenIncidents[index];
            state.OpenIncidents[index] = incident with { ActivityId = map.GetValueOrDefault(incident.ActivityId, incident.ActivityId) };
        }

        state.Pending = state.Pending?.Select(work => (Work: work, To: Target(old.Nodes[work.Node], next, map)))
            .Where(work => work.To is not null).Select(work => work.Work with { Node = work.To!.Index }).ToList();
        state.ActivityOutputs = state.ActivityOutputs?.ToDictionary(output => map.GetValueOrDefault(output.Key, output.Key), output => output.Value, StringComparer.Ordinal);
    }

    private static void DeclareVariables(InstanceState state, CompiledDefinition next)
    {
        foreach (var activity in state.Live)
        {
            activity.Variables = VariableScopes.Initial(next.Nodes[activity.Node], activity.Variables);
        }
    }
}

/// <summary>The state on the new version, or why the instance cannot move.</summary>
public sealed record MigrationResult(InstanceState? State, Refusal? Refused);
