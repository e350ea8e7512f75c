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

    /// <summary>
    /// Where tokens begin: the marked node, else the start node, else the node that nothing leads to; and triggers that may begin an instance. Of several nodes
    /// that nothing leads to, the one that leads furthest is meant: the others are leftovers, and which one the canvas lists first must decide nothing.
    /// </summary>
    public IReadOnlyList<string> Starts()
    {
        var ids = Nodes.Select(ActivityTree.IdOf).ToList();
        var first = ids.Find(id => id == Start)
            ?? Nodes.Where(node => ActivityTree.TypeOf(node) == "Elsa.Start").Select(ActivityTree.IdOf).FirstOrDefault()
            ?? ids.Where(id => Arrows.All(arrow => arrow.To != id)).OrderByDescending(id => From([id]).Count).FirstOrDefault()
            ?? ids.FirstOrDefault();
        var triggers = Nodes.Where(node => ActivityTree.TypeOf(node) != "Elsa.Start" && StudioJson.IsTrue(node["customProperties"]?["canStartWorkflow"])).Select(ActivityTree.IdOf);
        return [.. first is null ? [] : (string[])[first], .. triggers];
    }

    public HashSet<string> Reachable() => From(Starts());

    /// <summary>Every node from which one of the targets can be reached, the targets included.</summary>
    public HashSet<string> LeadingTo(IEnumerable<string> targets) => Spread(targets, arrow => arrow.To, arrow => arrow.From);

    /// <summary>Where one step and further steps through these nodes alone can lead.</summary>
    public HashSet<string> Between(string start, IReadOnlyCollection<string> through)
    {
        var first = Arrows.Where(arrow => arrow.From == start && through.Contains(arrow.To)).Select(arrow => arrow.To);
        return Spread(first, arrow => arrow.From, arrow => through.Contains(arrow.To) ? arrow.To : null);
    }

    private HashSet<string> From(IEnumerable<string> starts) => Spread(starts, arrow => arrow.From, arrow => arrow.To);

    private HashSet<string> Spread(IEnumerable<string> starts, Func<Arrow, string> here, Func<Arrow, string?> next)
    {
        var found = new HashSet<string>(starts);
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var node))
        {
            foreach (var arrow in Arrows.Where(arrow => here(arrow) == node && next(arrow) is { } other && found.Add(other)))
            {
                open.Enqueue(next(arrow)!);
            }
        }

        return found;
    }

    public static string NameOf(JsonObject node) =>
        StudioJson.TextOf(node["metadata"]?["displayText"]) is { Length: > 0 } text ? text
        : StudioJson.TextOf(node["name"]) is { Length: > 0 } name ? name : ActivityTree.IdOf(node);
}
