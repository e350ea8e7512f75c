using System.Globalization;
using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Execution.Recordings;

/// <summary>
/// Compares a run with a recording: order of log events, outcomes, statuses, bookmarks, incidents, variables, outputs, console. Not ids, times, stack
/// traces, exception types or echoes of inputs.
/// </summary>
public static class Comparison
{
    /// <summary>Readable differences; none if the run did what was recorded.</summary>
    public static IReadOnlyList<string> Differences(JsonObject recorded, JsonObject played)
    {
        var found = new List<string>();
        Compare(found, "console", Lines(recorded["console"]), Lines(played["console"]));
        Compare(found, "steps", [.. Items(recorded["steps"]).Select(Step)], [.. Items(played["steps"]).Select(Step)]);
        var expected = Items(recorded["instances"]).OrderBy(Order, StringComparer.Ordinal).ToList();
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
        foreach (var field in (string[])["definitionId", "status", "subStatus", "incidentCount", "name", "correlationId"])
        {
            Compare(found, $"{name}.{field}", [Text(recorded[field])], [Text(played[field])]);
        }

        Compare(found, $"{name}.outputs", [Text(recorded["outputs"])], [Text(played["outputs"])]);
        Compare(found, $"{name}.log", [.. Items(recorded["log"]).Select(Line)], [.. Items(played["log"]).Select(Line)]);
        Compare(found, $"{name}.outcomes", Outcomes(recorded), Outcomes(played));
        Compare(found, $"{name}.bookmarks", Sorted(recorded["bookmarks"], Bookmark), Sorted(played["bookmarks"], Bookmark));
        Compare(found, $"{name}.incidents", Sorted(recorded["incidents"], Incident), Sorted(played["incidents"], Incident));
        Compare(found, $"{name}.variables", Sorted(recorded["variables"], Variable), Sorted(played["variables"], Variable));
    }

    private static void Compare(List<string> found, string what, List<string> recorded, List<string> played)
    {
        for (var index = 0; index < Math.Max(recorded.Count, played.Count); index++)
        {
            var expected = index < recorded.Count ? recorded[index] : "(nothing)";
            var actual = index < played.Count ? played[index] : "(nothing)";
            if (expected != actual)
            {
                found.Add(string.Create(CultureInfo.InvariantCulture, $"{what}[{index}]: recorded {expected}, played {actual}"));
                return;
            }
        }
    }

    // A step that Elsa's local scheduler broke off has no state of its own to compare.
    private static string Step(JsonObject step) => step.ContainsKey("exception")
        ? "exception"
        : $"{step["status"]}/{step["subStatus"]} waits [{string.Join(' ', Lines(step["bookmarks"]).Order(StringComparer.Ordinal))}] console {step["consoleSoFar"]}";

    private static string Line(JsonObject line) => line["message"] is { } message ? $"{line["activityId"]} {line["event"]} ({message})" : $"{line["activityId"]} {line["event"]}";

    private static List<string> Outcomes(JsonObject instance) =>
        [.. Items(instance["activityExecutions"]).Where(run => run["outcomes"] is JsonArray).Select(run => $"{run["activityId"]} {Text(run["outcomes"])}")];

    private static string Bookmark(JsonObject bookmark) => $"{bookmark["activityId"]} {bookmark["name"]} {Text(bookmark["payload"])}";

    private static string Incident(JsonObject incident) => $"{incident["activityId"]} {incident["activityType"]} {incident["message"]} ({incident["innermost"]})";

    // Ids inside values are not compared; a number that Elsa restored as text is the number.
    private static string Variable(JsonObject variable)
    {
        var value = variable["value"]?.DeepClone();
        (value as JsonObject)?.Remove("WorkflowInstanceId");
        return $"{variable["scope"]}.{variable["name"]} = {Text(value).Trim('"')}";
    }

    private static string Order(JsonObject instance) => $"{(instance["isMain"]?.GetValue<bool>() == true ? 0 : 1)} {instance["definitionId"]} {Text(instance["outputs"])}";

    private static List<string> Sorted(JsonNode? items, Func<JsonObject, string> text) => [.. Items(items).Select(text).Order(StringComparer.Ordinal)];

    private static IEnumerable<JsonObject> Items(JsonNode? node) => (node as JsonArray)?.OfType<JsonObject>() ?? [];

    private static List<string> Lines(JsonNode? node) => [.. (node as JsonArray)?.Select(line => line?.ToString() ?? "") ?? []];

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}
