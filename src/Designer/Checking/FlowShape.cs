using System.Text.Json.Nodes;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Designer.Protocol;

namespace CaseMgmt.Designer.Checking;

/// <summary>Nodes and arrows of one flowchart, without layout.</summary>
public sealed class FlowShape
{
    public FlowShape(JsonObject chart)
    {
        Nodes = [.. (chart["activities"] as JsonArray ?? []).OfType<JsonObject>()];
        Arrows = [.. (chart["connections"] as JsonArray ?? []).OfType<JsonObject>().Select(each => new Arrow(
            StudioJson.TextOf(each["source"]?["activity"]) ?? "", StudioJson.TextOf(each["source"]?["port"]) ?? "Done", StudioJson.TextOf(each["target"]?["activity"]) ?? ""))];
        Start = StudioJson.TextOf(chart["start"]);
    }

    /// <summary>An arrow from a port of one node to another node.</summary>
    public sealed record Arrow(string From, string Port, string To);

    public IReadOnlyList<JsonObject> Nodes { get; }

    public IReadOnlyList<Arrow> Arrows { get; }

    private string? Start { get; }

    /// <summary>Where tokens begin: the marked node, start nodes, else the nodes that nothing leads to.</summary>
    public IReadOnlyList<string> Starts()
    {
        var marked = Nodes.Where(node => ActivityTree.IdOf(node) == Start || ActivityTree.TypeOf(node) == "Elsa.Start"
            || StudioJson.IsTrue(node["customProperties"]?["canStartWorkflow"])).Select(ActivityTree.IdOf).ToList();
        return marked.Count > 0 ? marked : [.. Nodes.Select(ActivityTree.IdOf).Where(id => Arrows.All(arrow => arrow.To != id))];
    }

    public HashSet<string> Reachable()
    {
        var found = new HashSet<string>(Starts());
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var node))
        {
            foreach (var arrow in Arrows.Where(arrow => arrow.From == node && found.Add(arrow.To)))
            {
                open.Enqueue(arrow.To);
            }
        }

        return found;
    }

    public static string NameOf(JsonObject node) =>
        StudioJson.TextOf(node["metadata"]?["displayText"]) is { Length: > 0 } text ? text
        : StudioJson.TextOf(node["name"]) is { Length: > 0 } name ? name : ActivityTree.IdOf(node);
}
