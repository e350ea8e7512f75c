using System.Text.Json.Nodes;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Designer.Difference;

/// <summary>
/// What two versions of a lifecycle do differently, by value: nodes by id, arrows by their ends and port, inputs by name. Layout is no difference.
/// Everything that the content hash covers is told here, so two versions without a difference have one hash.
/// </summary>
public sealed record FlowDifference(IReadOnlyList<NodeChange> Nodes, IReadOnlyList<ArrowChange> Arrows)
{
    /// <summary>Id of the change that stands for the lifecycle itself: its variables, inputs and options.</summary>
    public const string Lifecycle = "";

    private static readonly string[] OfLifecycle = ["name", "description", "variables", "inputs", "outputs", "outcomes", "options", "customProperties"];

    private static readonly string[] OfRoot = ["start", "variables"];

    // An activity inside another is compared as a node of its own; arrows are compared as arrows.
    private static readonly HashSet<string> NotInputs = ["id", "nodeId", "metadata", "activities", "connections"];

    public bool IsEmpty => Nodes.Count == 0 && Arrows.Count == 0;

    /// <param name="before">Null for a first version: everything is added.</param>
    public static FlowDifference Between(JsonObject? before, JsonObject after)
    {
        var (old, now) = (Placed.All(before), Placed.All(after));
        List<NodeChange> nodes = [.. OfLifecycleItself(before, after), .. now.Values.Select(node => ChangeOf(old.GetValueOrDefault(node.Id), node)).OfType<NodeChange>(),
            .. old.Values.Where(node => !now.ContainsKey(node.Id)).Select(node => node.As("removed", []))];
        var (oldArrows, nowArrows) = (ArrowsOf(before), ArrowsOf(after));
        return new(nodes, [.. nowArrows.Except(oldArrows).Select(arrow => arrow with { Kind = "added" }), .. oldArrows.Except(nowArrows).Select(arrow => arrow with { Kind = "removed" })]);
    }

    private static IEnumerable<NodeChange> OfLifecycleItself(JsonObject? before, JsonObject after)
    {
        List<InputChange> changes = before is null ? [] : [.. Compare(before, after, OfLifecycle), .. Compare(RootOf(before), RootOf(after), OfRoot)];
        if (changes.Count > 0)
        {
            yield return new(Lifecycle, StudioJson.TextOf(after["name"]) ?? "", "", "changed", null, changes);
        }
    }

    private static NodeChange? ChangeOf(Placed? old, Placed now)
    {
        if (old is null)
        {
            return now.As("added", []);
        }

        List<InputChange> changes = [.. Compare(Texts(old.Json), Texts(now.Json), ["displayText", "description"]),
            .. Compare(old.Json, now.Json, old.Json.Select(pair => pair.Key).Union(now.Json.Select(pair => pair.Key)).Where(name => !NotInputs.Contains(name)))];
        return changes.Count == 0 && old.Inside == now.Inside ? null : now.As(old.Inside == now.Inside ? "changed" : "moved", changes);
    }

    private static JsonObject RootOf(JsonObject model) => model["root"] as JsonObject ?? [];

    private static JsonObject Texts(JsonObject node) => node["metadata"] as JsonObject ?? [];

    private static List<InputChange> Compare(JsonObject before, JsonObject after, IEnumerable<string> names) =>
    [
        .. names.Where(name => !IsSame(before[name], after[name]) && !HoldsActivities(after[name] ?? before[name]))
            .Select(name => new InputChange(name, InputText.Of(before[name]), InputText.Of(after[name]))),
    ];

    private static bool IsSame(JsonNode? left, JsonNode? right) => CanonicalJson.Text(Said(left)) == CanonicalJson.Text(Said(right));

    // What is left out and what is empty say the same; the designer fills in nulls that a file leaves out.
    private static JsonNode? Said(JsonNode? value)
    {
        if (value is JsonArray items)
        {
            return items.Count == 0 ? null : new JsonArray([.. items.Select(Said)]);
        }

        if (value is not JsonObject properties)
        {
            return value?.DeepClone();
        }

        var said = new JsonObject(properties.Select(pair => KeyValuePair.Create(pair.Key, Said(pair.Value))).Where(pair => pair.Value is not null));
        return said.Count == 0 ? null : said;
    }

    private static bool HoldsActivities(JsonNode? value) => value is JsonArray items ? items.Any(HoldsActivities)
        : value is JsonObject node && (ActivityTree.All(node).Any() || ActivityTree.All(node["activity"]).Any());

    private static HashSet<ArrowChange> ArrowsOf(JsonObject? model) =>
    [
        .. ActivityTree.All(model?["root"]).SelectMany(chart => chart["connections"] as JsonArray ?? []).OfType<JsonObject>().Select(arrow => new ArrowChange(
            StudioJson.TextOf(arrow["source"]?["activity"]) ?? "", StudioJson.TextOf(arrow["source"]?["port"]) ?? "Done", StudioJson.TextOf(arrow["target"]?["activity"]) ?? "", "")),
    ];
}

/// <summary>A node that is there in one version only, moved into another container, or does something else than before.</summary>
/// <param name="Kind">added, removed, moved, changed.</param>
/// <param name="Inside">Id of the node of the outermost flowchart that contains it; null when it is drawn itself.</param>
public sealed record NodeChange(string Id, string Name, string Type, string Kind, string? Inside, IReadOnlyList<InputChange> Inputs);

/// <summary>One input with its text before and after; null where there is none.</summary>
public sealed record InputChange(string Name, string? Before, string? After);

/// <summary>An arrow that only one of the versions has.</summary>
/// <param name="Kind">added, removed.</param>
public sealed record ArrowChange(string Source, string Port, string Target, string Kind);
