using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>Flowcharts in Elsa's JSON for tests, without the words that do not matter to them.</summary>
public static class Flow
{
    public static JsonObject Node(string type, string id, params (string Input, JsonNode? Value)[] inputs)
    {
        var node = new JsonObject { ["type"] = type, ["id"] = id, ["name"] = id, ["version"] = 1 };
        foreach (var (input, value) in inputs)
        {
            node[input] = Expression(value is JsonValue ? "Literal" : "Object", value is JsonValue ? value : value?.ToJsonString());
        }

        return node;
    }

    public static JsonObject Event(string id, string? name = null) => Node("Elsa.Event", id, ("eventName", name ?? id));

    public static JsonObject Script(JsonObject node, string input, string code)
    {
        node[input] = Expression("JavaScript", code);
        return node;
    }

    /// <param name="arrows">"a>b", or "a.Outcome>b".</param>
    public static string Chart(string definitionId, JsonObject[] nodes, params string[] arrows) => new JsonObject
    {
        ["definitionId"] = definitionId,
        ["name"] = definitionId,
        ["version"] = 1,
        ["root"] = new JsonObject
        {
            ["type"] = "Elsa.Flowchart",
            ["id"] = "root",
            ["activities"] = new JsonArray([.. nodes]),
            ["connections"] = new JsonArray([.. arrows.Select(Arrow)]),
            ["start"] = nodes[0]["id"]!.DeepClone(),
        },
    }.ToJsonString();

    /// <summary>Events one after the other, each waited for by its own name.</summary>
    public static string Steps(string definitionId, params string[] events) =>
        Chart(definitionId, [.. events.Select(name => Event(name))], [.. events.Zip(events.Skip(1), (from, to) => $"{from}>{to}")]);

    private static JsonObject Arrow(string arrow)
    {
        var (from, to) = (arrow.Split('>')[0].Split('.'), arrow.Split('>')[1]);
        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = from[0], ["port"] = from.Length > 1 ? from[1] : "Done" },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
        };
    }

    private static JsonObject Expression(string type, JsonNode? value) => new()
    {
        ["typeName"] = "Object",
        ["expression"] = new JsonObject { ["type"] = type, ["value"] = value?.DeepClone() },
    };
}
