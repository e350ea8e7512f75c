using System.Text.Json.Nodes;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Designer.Publishing;

/// <summary>One thing that two versions of a lifecycle do differently; layout is no difference.</summary>
/// <param name="Kind">added, removed, changed.</param>
/// <param name="What">The node, the arrow, or "node › input".</param>
public sealed record DefinitionDifference(string Kind, string What, string? Before, string? After)
{
    private static readonly HashSet<string> NotMeant = ["nodeId", "metadata", "customProperties", "activities", "connections", "id", "type", "version"];

    public JsonObject ToJson() => new() { ["kind"] = Kind, ["what"] = What, ["before"] = Before, ["after"] = After };

    public static IReadOnlyList<DefinitionDifference> Between(JsonObject? before, JsonObject after) =>
        [.. Nodes(NodesOf(before), NodesOf(after)), .. Arrows(ArrowsOf(before), ArrowsOf(after))];

    private static IEnumerable<DefinitionDifference> Nodes(Dictionary<string, JsonObject> before, Dictionary<string, JsonObject> after)
    {
        foreach (var (id, node) in after)
        {
            if (!before.TryGetValue(id, out var old))
            {
                yield return new("added", NameOf(node), null, null);
                continue;
            }

            foreach (var change in Inputs(old, node))
            {
                yield return change;
            }
        }

        foreach (var (_, node) in before.Where(pair => !after.ContainsKey(pair.Key)))
        {
            yield return new("removed", NameOf(node), null, null);
        }
    }

    private static IEnumerable<DefinitionDifference> Inputs(JsonObject before, JsonObject after)
    {
        if (NameOf(before) != NameOf(after))
        {
            yield return new("changed", NameOf(after), NameOf(before), NameOf(after));
        }

        foreach (var name in before.Select(pair => pair.Key).Union(after.Select(pair => pair.Key)).Where(name => !NotMeant.Contains(name)))
        {
            if (CanonicalJson.Text(before[name]) != CanonicalJson.Text(after[name]) && !IsNested(after[name] ?? before[name]))
            {
                yield return new("changed", $"{NameOf(after)} › {name}", ValueOf(before[name]), ValueOf(after[name]));
            }
        }
    }

    private static IEnumerable<DefinitionDifference> Arrows(HashSet<string> before, HashSet<string> after) =>
        [.. after.Except(before).Select(arrow => new DefinitionDifference("added", arrow, null, null)),
            .. before.Except(after).Select(arrow => new DefinitionDifference("removed", arrow, null, null))];

    private static Dictionary<string, JsonObject> NodesOf(JsonObject? model) =>
        ActivityTree.All(model?["root"]).Where(node => ActivityTree.TypeOf(node) != "Elsa.Flowchart")
            .GroupBy(ActivityTree.IdOf).ToDictionary(group => group.Key, group => group.First());

    private static HashSet<string> ArrowsOf(JsonObject? model)
    {
        var names = ActivityTree.All(model?["root"]).GroupBy(ActivityTree.IdOf).ToDictionary(group => group.Key, group => NameOf(group.First()));
        return [.. ActivityTree.All(model?["root"]).SelectMany(node => node["connections"] as JsonArray ?? []).OfType<JsonObject>().Select(each =>
            $"{Name(each["source"])} —{StudioJson.TextOf(each["source"]?["port"]) ?? "Done"}→ {Name(each["target"])}")];

        string Name(JsonNode? end) => names.GetValueOrDefault(StudioJson.TextOf(end?["activity"]) ?? "", "?");
    }

    private static bool IsNested(JsonNode? value) => value is JsonObject node && ActivityTree.All(node).Any();

    private static string NameOf(JsonObject node) =>
        StudioJson.TextOf(node["metadata"]?["displayText"]) is { Length: > 0 } text ? text
        : StudioJson.TextOf(node["name"]) is { Length: > 0 } name ? name : ActivityTree.IdOf(node);

    private static string? ValueOf(JsonNode? input) => input is null ? null
        : input is JsonObject { } wrapped && wrapped["expression"] is { } expression ? (expression["value"]?.ToString() ?? "") : CanonicalJson.Text(input);
}
