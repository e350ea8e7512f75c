using System.Text.Json.Nodes;

namespace CaseMgmt.Designer.Definitions;

/// <summary>Walks activities as they nest in a definition: children of a flowchart or sequence, and bodies in properties of any name.</summary>
public static class ActivityTree
{
    public static string TypeOf(JsonObject node) => (node["type"] as JsonValue)?.ToString() ?? "";

    public static int VersionOf(JsonObject node) => node["version"] is JsonValue value && value.TryGetValue<int>(out var version) ? version : 1;

    public static string IdOf(JsonObject node) => (node["id"] as JsonValue)?.ToString() ?? "";

    /// <summary>Every activity below and including the root.</summary>
    public static IEnumerable<JsonObject> All(JsonNode? root)
    {
        if (root is not JsonObject node || !IsActivity(node))
        {
            yield break;
        }

        yield return node;
        foreach (var nested in Children(node).SelectMany(All))
        {
            yield return nested;
        }
    }

    /// <summary>
    /// Writes "Workflow1:{root}:{child}..." into every activity. Badges, journal and executions of the viewer match by it, and a client that moves a node
    /// into another container does not keep it right.
    /// </summary>
    public static void AssignNodeIds(JsonNode? root) => Assign(root, "Workflow1");

    private static void Assign(JsonNode? activity, string parent)
    {
        if (activity is not JsonObject node || !IsActivity(node))
        {
            return;
        }

        var own = $"{parent}:{IdOf(node)}";
        node["nodeId"] = own;
        foreach (var child in Children(node).ToList())
        {
            Assign(child, own);
        }
    }

    // Inputs are objects with "expression" or "typeName", connections have no "type": an activity has an id and a dotted type.
    private static bool IsActivity(JsonObject node) => IdOf(node).Length > 0 && TypeOf(node).Contains('.', StringComparison.Ordinal);

    private static IEnumerable<JsonNode?> Children(JsonObject node)
    {
        foreach (var (name, value) in node)
        {
            if (name is "metadata" or "customProperties" or "connections" or "variables")
            {
                continue;
            }

            foreach (var child in value is JsonArray items ? items.Cast<JsonNode?>() : [value])
            {
                // Cases of a switch wrap their activity one level deeper.
                yield return child is JsonObject wrapped && !IsActivity(wrapped) ? wrapped["activity"] : child;
            }
        }
    }
}
