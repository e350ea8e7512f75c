using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution.Recordings;

/// <summary>
/// Compares a run with a recording: order of log events, outcomes, statuses, bookmarks, incidents, variables, outputs, console. Not ids, times, stack
/// traces, exception types or echoes of inputs.
/// </summary>
public static class Comparison
{
    private const string Broken = "(not recorded)";
    private static readonly HashSet<string> NotCompared = new(StringComparer.Ordinal) { "ResumeAt", "ExecuteAt", "TaskId", "Interval", "ChildInstanceId", "ParentInstanceId", "WorkflowInstanceId" };

    private static readonly string[] InstanceFields = ["definitionId", "status", "subStatus", "incidentCount", "name", "correlationId", "outputs"];

    /// <summary>Readable differences; none if the run did what was recorded. What a recording does not hold is not compared.</summary>
    public static IReadOnlyList<string> Differences(JsonObject recorded, JsonObject played)
    {
        var found = new List<string>();
        Compare(found, recorded, played, "console", "console", Lines);
        Compare(found, recorded, played, "steps", "steps", Steps);
        if (recorded["instances"] is not JsonArray instances)
        {
            return found;
        }

        var expected = Items(instances).OrderBy(Order, StringComparer.Ordinal).ToList();
        var actual = Items(played["instances"]).OrderBy(Order, StringComparer.Ordinal).ToList();
        if (expected.Count != actual.Count)
        {
            found.Add(string.Create(CultureInfo.InvariantCulture, $"instances: {expected.Count} recorded, {actual.Count} played"));
        }

        foreach (var (one, other) in expected.Zip(actual))
        {
            CompareInstances(found, one, other);
        }

        return found;
    }

    private static void CompareInstances(List<string> found, JsonObject recorded, JsonObject played)
    {
        var name = recorded["definitionId"]?.ToString() ?? "";
        foreach (var field in InstanceFields.Where(recorded.ContainsKey))
        {
            Compare(found, $"{name}.{field}", [Text(recorded[field])], [Text(played[field])]);
        }

        Compare(found, recorded, played, "log", $"{name}.log", node => [.. Items(node).Select(Line)]);
        Compare(found, recorded, played, "activityExecutions", $"{name}.outcomes", Outcomes);
        Compare(found, recorded, played, "bookmarks", $"{name}.bookmarks", node => Sorted(node, Bookmark));
        Compare(found, recorded, played, "incidents", $"{name}.incidents", node => Sorted(node, Incident));
        Compare(found, recorded, played, "variables", $"{name}.variables", node => Sorted(node, Variable));
    }

    private static void Compare(List<string> found, JsonObject recorded, JsonObject played, string member, string what, Func<JsonNode?, List<string>> read)
    {
        if (recorded.ContainsKey(member))
        {
            Compare(found, what, read(recorded[member]), read(played[member]));
        }
    }

    private static void Compare(List<string> found, string what, List<string> recorded, List<string> played)
    {
        for (var index = 0; index < Math.Max(recorded.Count, played.Count); index++)
        {
            var expected = index < recorded.Count ? recorded[index] : "(nothing)";
            var actual = index < played.Count ? played[index] : "(nothing)";
            if (expected != actual && expected != Broken)
            {
                found.Add(string.Create(CultureInfo.InvariantCulture, $"{what}[{index}]: recorded {expected}, played {actual}"));
                return;
            }
        }
    }

    private static List<string> Steps(JsonNode? steps) => [.. Items(steps).Select(Step)];

    // A step that Elsa's local scheduler broke off, or of which only the action is known, has no state of its own to compare.
    private static string Step(JsonObject step) => step.ContainsKey("exception") || !step.ContainsKey("status")
        ? Broken
        : $"{step["status"]}/{step["subStatus"]} waits [{string.Join(' ', Lines(step["bookmarks"]).Order(StringComparer.Ordinal))}] console {step["consoleSoFar"]}";

    private static string Line(JsonObject line) => line["message"] is { } message ? $"{line["activityId"]} {line["event"]} ({message})" : $"{line["activityId"]} {line["event"]}";

    // Done alone and none at all are the same choice; which of the two Elsa writes depends on the activity.
    private static List<string> Outcomes(JsonNode? executions) =>
        [.. Items(executions).Select(run => (Activity: run["activityId"], Outcomes: Text(run["outcomes"])))
            .Where(run => run.Outcomes is not ("null" or "[]" or """["Done"]""")).Select(run => $"{run.Activity} {run.Outcomes}")];

    private static string Bookmark(JsonObject bookmark) => $"{bookmark["activityId"]} {bookmark["name"]} {Payload(bookmark["payload"])}";

    // Instants and ids inside a payload are not compared.
    private static string Payload(JsonNode? payload)
    {
        if (payload is not JsonObject given)
        {
            return Text(payload);
        }

        var kept = given.Where(member => !NotCompared.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())).ToList();
        return kept.Count == 0 ? "null" : Text(new JsonObject(kept));
    }

    private static string Incident(JsonObject incident) => $"{incident["activityId"]} {incident["activityType"]} {incident["message"]} ({incident["innermost"] ?? incident["message"]})";

    // Ids inside values are not compared; a number that Elsa restored as text is the number.
    private static string Variable(JsonObject variable)
    {
        var value = variable["value"]?.DeepClone();
        (value as JsonObject)?.Remove("WorkflowInstanceId");
        return $"{variable["scope"]}.{variable["name"]} = {Text(value).Trim('"')}";
    }

    private static string Order(JsonObject instance) => $"{(TypeNames.AsBoolean(instance["isMain"]) == true ? 0 : 1)} {instance["definitionId"]} {Text(instance["outputs"])}";

    private static List<string> Sorted(JsonNode? items, Func<JsonObject, string> text) => [.. Items(items).Select(text).Order(StringComparer.Ordinal)];

    private static IEnumerable<JsonObject> Items(JsonNode? node) => (node as JsonArray)?.OfType<JsonObject>() ?? [];

    private static List<string> Lines(JsonNode? node) => [.. (node as JsonArray)?.Select(line => line?.ToString() ?? "") ?? []];

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}
