using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Execution.Recordings;

/// <summary>What came of a run, in the shape of the recordings.</summary>
internal static class Report
{
    public static JsonObject Step(JsonNode action, DryRun world)
    {
        var main = world.Instances.Count > 0 ? world.Instances[0].State : null;
        return new JsonObject
        {
            ["action"] = action is JsonObject ? action.ToJsonString() : action.DeepClone(),
            ["status"] = main?.Status.ToString(),
            ["subStatus"] = main?.SubStatus.ToString(),
            ["bookmarks"] = new JsonArray([.. (main?.Bookmarks ?? []).Select(bookmark => (JsonNode)Drawn(world.Instances[0], bookmark.ActivityId))]),
            ["consoleSoFar"] = world.Console.Count,
        };
    }

    public static JsonObject Of(Recording recording, DryRun world, JsonArray steps) => new()
    {
        ["name"] = recording.Json["name"]?.DeepClone() ?? recording.Definitions[0].Name,
        ["definitions"] = new JsonArray([.. recording.Definitions.Select(definition => definition.Json.DeepClone())]),
        ["input"] = recording.Json["input"]?.DeepClone(),
        ["problems"] = new JsonArray([.. world.Instances.SelectMany(instance => instance.Definition.Problems).Select(problem => (JsonNode)problem.MessageEn)]),
        ["steps"] = steps,
        ["bookmarkTable"] = new JsonArray([.. world.Instances.SelectMany(Waits)]),
        ["instances"] = new JsonArray([.. world.Instances.Select(instance => (JsonNode)Instance(instance, ReferenceEquals(instance, world.Instances[0])))]),
        ["console"] = new JsonArray([.. world.Console.Select(line => (JsonNode)line)]),
    };

    private static JsonObject Instance(DryRunInstance instance, bool isMain)
    {
        var state = instance.State;
        return new JsonObject
        {
            ["definitionId"] = state.DefinitionId,
            ["isMain"] = isMain,
            ["instanceId"] = state.InstanceId,
            ["parentWorkflowInstanceId"] = state.ParentInstanceId,
            ["correlationId"] = state.CorrelationId,
            ["name"] = state.Name,
            ["status"] = state.Status.ToString(),
            ["subStatus"] = state.SubStatus.ToString(),
            ["incidentCount"] = state.Incidents.Count,
            ["outputs"] = state.OutputsAsJson(),
            ["bookmarks"] = new JsonArray([.. state.Bookmarks.Select(bookmark => (JsonNode)Bookmark(instance, bookmark))]),
            ["incidents"] = new JsonArray([.. state.Incidents.Select(incident => (JsonNode)Incident(instance, incident))]),
            ["variables"] = Variables(instance),
            ["log"] = new JsonArray([.. instance.Log.Select((line, sequence) => (JsonNode)Line(instance, line, sequence))]),
            ["activityExecutions"] = new JsonArray([.. Executions(instance)]),
        };
    }

    private static JsonObject Bookmark(DryRunInstance instance, Bookmark bookmark) => new JsonObject
    {
        ["activityId"] = Drawn(instance, bookmark.ActivityId),
        ["name"] = bookmark.Name,
        ["payload"] = bookmark.Payload?.DeepClone(),
        ["autoBurn"] = true,
    };

    private static IEnumerable<JsonNode> Waits(DryRunInstance instance) => instance.State.Bookmarks.Select(bookmark => (JsonNode)new JsonObject
    {
        ["instanceId"] = instance.State.InstanceId,
        ["name"] = bookmark.Name,
        ["correlationId"] = instance.State.CorrelationId,
        ["payload"] = bookmark.Payload?.DeepClone(),
    });

    private static JsonObject Incident(DryRunInstance instance, Incident incident) => new JsonObject
    {
        ["activityId"] = Drawn(instance, incident.ActivityId),
        ["activityType"] = incident.ActivityType,
        ["message"] = incident.Message,
        ["innermost"] = incident.Code == "input" ? incident.Detail : incident.Message,
    };

    private static JsonObject Line(DryRunInstance instance, LogEvent line, int sequence) => new JsonObject
    {
        ["seq"] = sequence,
        ["activityId"] = Drawn(instance, line.ActivityId),
        ["activityType"] = line.ActivityType,
        ["event"] = line.Event,
        ["message"] = line.Message,
        ["activityInstanceId"] = line.ActivityInstanceId,
        ["parentActivityInstanceId"] = line.ParentActivityInstanceId,
    };

    // Elsa lists the scopes of the last burst, all rounds of a loop with the values of the last round.
    private static JsonArray Variables(DryRunInstance instance)
    {
        var listed = new JsonArray();
        foreach (var (name, value) in instance.State.Variables)
        {
            listed.Add(Variable("Workflow1", name, value));
        }

        var last = instance.EndedScopes.GroupBy(scope => (scope.ScopeId, scope.Name)).ToDictionary(group => group.Key, group => group.Last().Value);
        foreach (var scope in instance.EndedScopes)
        {
            listed.Add(Variable(Drawn(instance, scope.ScopeId), scope.Name, last[(scope.ScopeId, scope.Name)]));
        }

        foreach (var activity in instance.State.Activities.Where(activity => activity.Parent != 0))
        {
            foreach (var (name, value) in activity.Variables ?? [])
            {
                listed.Add(Variable(instance.Definition.Nodes[activity.Node].DrawnId, name, value));
            }
        }

        return listed;
    }

    // Recordings name nodes as they are drawn, also inside a workflow used as an activity.
    private static string Drawn(DryRunInstance instance, string activityId) => instance.Definition.FindNode(activityId)?.DrawnId ?? activityId;

    private static JsonObject Variable(string scope, string name, JsonNode? value) => new() { ["scope"] = scope, ["name"] = name, ["value"] = value?.DeepClone() };

    private static IEnumerable<JsonNode> Executions(DryRunInstance instance)
    {
        foreach (var lines in instance.Log.GroupBy(line => line.Number).OrderBy(group => group.Key))
        {
            var ending = lines.Last();
            var outcomes = Chosen(ending);
            yield return new JsonObject
            {
                ["activityInstanceId"] = ending.ActivityInstanceId,
                ["outcomes"] = outcomes.Count == 0 ? null : new JsonArray([.. outcomes.Select(outcome => (JsonNode)outcome)]),
                ["activityId"] = Drawn(instance, ending.ActivityId),
                ["activityType"] = ending.ActivityType,
                ["status"] = ending.Kind is LogKind.Completed or LogKind.Faulted or LogKind.Canceled ? ending.Event : "Running",
                ["hasBookmarks"] = instance.State.Bookmarks.Any(bookmark => bookmark.ActivityInstanceId == ending.ActivityInstanceId),
            };
        }
    }

    private static IReadOnlyList<string> Chosen(LogEvent ending) =>
        ending.Kind == LogKind.Completed && ending.Outcomes is { } outcomes && !(outcomes.Count == 1 && outcomes[0] == "Done") ? outcomes : [];
}
