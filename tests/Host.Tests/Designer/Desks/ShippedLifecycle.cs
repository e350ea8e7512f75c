using System.Text.Json.Nodes;

namespace CaseMgmt.Host.Tests.Designer.Desks;

/// <summary>The shipped case lifecycle as a model to edit.</summary>
internal static class ShippedLifecycle
{
    public const string Id = "online-audit";

    /// <summary>The version that new cases take; what a test adds comes after it.</summary>
    public const int Version = 2;

    public static JsonObject Read() => JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "definitions", Id, $"v{Version}.json")))!.AsObject();

    public static JsonObject Node(JsonObject model, string id) =>
        model["root"]!["activities"]!.AsArray().Single(node => (string?)node!["id"] == id)!.AsObject();

    public static JsonObject Arrow(JsonObject model, string from, string port) => model["root"]!["connections"]!.AsArray()
        .Single(arrow => (string?)arrow!["source"]!["activity"] == from && (string?)arrow["source"]!["port"] == port)!.AsObject();

    /// <summary>A day of waiting between sign-in and handling.</summary>
    public static JsonObject WithPause(JsonObject model)
    {
        model["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""
            { "id": "pause", "nodeId": "Workflow1:root:pause", "type": "Elsa.Delay", "version": 1, "customProperties": {}, "metadata": { "displayText": "等待一天", "designer": { "position": { "x": 180, "y": 40 } } },
              "timeSpan": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "1.00:00:00" } } }
            """));
        Arrow(model, "sign-in", "签收")["target"]!["activity"] = "pause";
        model["root"]!["connections"]!.AsArray().Add(JsonNode.Parse("""
            { "source": { "activity": "pause", "port": "Done" }, "target": { "activity": "handle", "port": "In" } }
            """));
        return model;
    }
}
