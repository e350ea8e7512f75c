using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;

namespace CaseMgmt.Cases.Tests.Lifecycle.Activities;

/// <summary>Lifecycles of a few nodes, as a process owner drops them on the canvas: without any input until one is edited.</summary>
internal static class OneStep
{
    /// <summary>A world whose case lifecycle is this one node, every outcome of which archives the case.</summary>
    public static Task<AuditWorld> CreateAsync(string type, params (string Input, string Value)[] inputs) =>
        AuditWorld.CreateAsync(change: (key, json) => key == "online-audit" ? Chain(json, Node(type, inputs)) : json);

    public static JsonObject Node(string type, params (string Input, string Value)[] inputs)
    {
        var node = new JsonObject { ["id"] = type.Split('.')[1].ToLowerInvariant(), ["type"] = type, ["version"] = 1, ["name"] = type.Split('.')[1] };
        foreach (var (input, value) in inputs)
        {
            node[input] = new JsonObject { ["typeName"] = null, ["expression"] = new JsonObject { ["type"] = value.StartsWith('[') ? "Object" : "Literal", ["value"] = value } };
        }

        return node;
    }

    /// <summary>The nodes one after another, each left by its first outcome; every other outcome archives.</summary>
    public static JsonObject Chain(JsonObject shipped, params JsonObject[] nodes)
    {
        var links = new JsonArray();
        for (var index = 0; index < nodes.Length; index++)
        {
            var ports = AuditActivities.All.Single(activity => activity.Descriptor.TypeName == nodes[index]["type"]!.ToString()).Descriptor.Ports;
            foreach (var port in ports)
            {
                links.Add(Link(nodes[index], port, port == ports[0] && index + 1 < nodes.Length ? nodes[index + 1]["id"]!.ToString() : "close"));
            }
        }

        links.Add(Link(new JsonObject { ["id"] = "close" }, "Done", "end"));
        (shipped["root"]!["activities"], shipped["root"]!["connections"]) = (new JsonArray([.. nodes, Node("Audit.Close"), Node("Elsa.End")]), links);
        return shipped;
    }

    private static JsonObject Link(JsonObject from, string port, string to) => new()
    {
        ["source"] = new JsonObject { ["activity"] = from["id"]!.DeepClone(), ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
    };
}
