using System.Text.Json.Nodes;
using CaseMgmt.Designer.Difference;

namespace CaseMgmt.Designer.Publishing;

/// <summary>One thing that two versions of a lifecycle do differently, as a line to read: the difference of the canvas in words.</summary>
/// <param name="Kind">added, removed, changed.</param>
/// <param name="What">The node, the arrow, or "node › input".</param>
public sealed record DefinitionDifference(string Kind, string What, string? Before, string? After)
{
    /// <summary>Ids of what differs: the same for one node and input whatever they are called meanwhile.</summary>
    public string Key { get; init; } = "";

    public JsonObject ToJson() => new() { ["kind"] = Kind, ["what"] = What, ["before"] = Before, ["after"] = After };

    /// <param name="captions">The name of an input of this activity type in the words of the palette; without it, or where it knows none, the name in the file.</param>
    /// <param name="ports">The name of a port in the same words.</param>
    public static IReadOnlyList<DefinitionDifference> Between(JsonObject? before, JsonObject after, Func<string, string, string?>? captions = null, Func<string, string>? ports = null)
    {
        var difference = FlowDifference.Between(before, after);
        var (old, now) = (Placed.All(before), Placed.All(after));
        return [.. difference.Nodes.SelectMany(node => LinesOf(node, captions)), .. difference.Arrows.Select(arrow => new DefinitionDifference(
            arrow.Kind, $"{Name(arrow.Source)} —{ports?.Invoke(arrow.Port) ?? arrow.Port}→ {Name(arrow.Target)}", null, null)
            {
                Key = $"{arrow.Source}—{arrow.Port}→{arrow.Target}",
            })];

        string Name(string id) => (now.GetValueOrDefault(id) ?? old.GetValueOrDefault(id))?.Name ?? id;
    }

    private static IEnumerable<DefinitionDifference> LinesOf(NodeChange node, Func<string, string, string?>? captions) => node switch
    {
        { Kind: "added" or "removed" } => [new(node.Kind, node.Name, null, null) { Key = node.Id }],
        { Kind: "moved", Inputs.Count: 0 } => [new("changed", node.Name, null, null) { Key = node.Id }],
        _ => node.Inputs.Select(input => new DefinitionDifference("changed", $"{node.Name} › {captions?.Invoke(node.Type, input.Name) ?? input.Name}", input.Before, input.After) { Key = $"{node.Id}/{input.Name}" }),
    };
}
