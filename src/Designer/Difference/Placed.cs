using System.Text.Json.Nodes;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Designer.Protocol;

namespace CaseMgmt.Designer.Difference;

/// <summary>An activity and where it is drawn: itself, or inside a node of the outermost flowchart.</summary>
internal sealed record Placed(string Id, string? Inside, JsonObject Json)
{
    /// <summary>Every activity of a definition by id, the outermost flowchart apart. Where two share an id, the first counts.</summary>
    public static Dictionary<string, Placed> All(JsonObject? model)
    {
        var root = model?["root"] as JsonObject;
        var drawn = (root?["activities"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        return drawn.SelectMany(node => ActivityTree.All(node).Select(each => new Placed(ActivityTree.IdOf(each), each == node ? null : ActivityTree.IdOf(node), each)))
            .GroupBy(placed => placed.Id).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    public NodeChange As(string kind, IReadOnlyList<InputChange> inputs) => new(Id, Name, ActivityTree.TypeOf(Json), kind, Inside, inputs);

    public string Name => StudioJson.TextOf(Json["metadata"]?["displayText"]) is { Length: > 0 } text ? text
        : StudioJson.TextOf(Json["name"]) is { Length: > 0 } name ? name : Id;
}
