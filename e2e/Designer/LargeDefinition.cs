using System.Text.Json.Nodes;

namespace CaseMgmt.E2e.Designer;

/// <summary>A definition larger than any process owner draws, with Chinese, quotes and properties that nobody knows.</summary>
internal static class LargeDefinition
{
    public static JsonObject Make(string id, int nodes) => new()
    {
        ["definitionId"] = id, ["name"] = "大流程 120", ["variables"] = new JsonArray(), ["customProperties"] = new JsonObject { ["kept"] = "原样" },
        ["root"] = new JsonObject
        {
            ["id"] = "root", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["name"] = "Flowchart1",
            ["activities"] = new JsonArray([.. Enumerable.Range(0, nodes).Select(index => (JsonNode)Node(index))]),
            ["connections"] = new JsonArray([.. Enumerable.Range(1, nodes - 1).Select(index => (JsonNode)new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = $"n{index - 1}", ["port"] = "Done" },
                ["target"] = new JsonObject { ["activity"] = $"n{index}", ["port"] = "In" }, ["vertices"] = new JsonArray(),
            })]),
        },
    };

    /// <summary>All of it but where nodes lie and what the server numbers; nodes and arrows by id, since Studio writes them in any order.</summary>
    public static string Meaning(JsonNode definition)
    {
        var root = definition["root"]!;
        var nodes = root["activities"]!.AsArray().Select(node => Without(node!, "metadata", "nodeId")).Order(StringComparer.Ordinal);
        var arrows = root["connections"]!.AsArray().Select(arrow => $"{arrow!["source"]!["activity"]}.{arrow["source"]!["port"]}→{arrow["target"]!["activity"]}").Order(StringComparer.Ordinal);
        return string.Join('\n', [(string)definition["name"]!, definition["customProperties"]!.ToJsonString(), .. nodes, .. arrows]);
    }

    private static JsonObject Node(int index) => new()
    {
        ["id"] = $"n{index}", ["type"] = "Elsa.WriteLine", ["version"] = 1, ["name"] = $"WriteLine{index}", ["mystery"] = new JsonObject { ["of"] = index },
        ["metadata"] = new JsonObject
        {
            ["displayText"] = $"第 {index} 步", ["designer"] = new JsonObject
            {
                ["position"] = new JsonObject { ["x"] = index % 10 * 260.0, ["y"] = index / 10 * 110.0 }, ["size"] = new JsonObject { ["width"] = 180.0, ["height"] = 54.0 },
            },
        },
        ["text"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = $"“引号” \"{index}\" 中文" } },
    };

    private static string Without(JsonNode node, params string[] names) =>
        new JsonObject(node.AsObject().Where(property => !names.Contains(property.Key)).OrderBy(property => property.Key, StringComparer.Ordinal)
            .Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone()))).ToJsonString();
}
