using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Tests.Execution;

/// <summary>Draws small definitions and runs them in memory.</summary>
internal static class Draw
{
    public static ActivityCatalog Catalog { get; } = new(EngineActivities.All);

    public static AdvanceSettings Settings { get; } = new(new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc), 7, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    /// <summary>Connections as "a>b", "d.True>t"; the first activity is the start.</summary>
    public static JsonObject Flow(string connections, params JsonObject[] activities) => new()
    {
        ["type"] = "Elsa.Flowchart",
        ["id"] = "flow",
        ["version"] = 1,
        ["start"] = activities[0]["id"]!.ToString(),
        ["activities"] = new JsonArray([.. activities]),
        ["connections"] = new JsonArray([.. connections.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Connection)]),
    };

    public static JsonObject Sequence(string id, params JsonObject[] activities) =>
        new() { ["type"] = "Elsa.Sequence", ["id"] = id, ["version"] = 1, ["activities"] = new JsonArray([.. activities]) };

    public static JsonObject Activity(string type, string id, params (string Name, JsonNode? Value)[] properties)
    {
        var json = new JsonObject { ["type"] = "Elsa." + type, ["id"] = id, ["name"] = id, ["version"] = 1 };
        foreach (var (name, value) in properties)
        {
            json[name] = value;
        }

        return json;
    }

    public static JsonObject Line(string id, string? text = null) => Activity("WriteLine", id, ("text", Literal(text ?? id)));

    public static JsonObject Say(string id, string script) => Activity("WriteLine", id, ("text", Script(script)));

    public static JsonObject Wait(string id, string? name = null) => Activity("Event", id, ("eventName", Literal(name ?? id)));

    public static JsonObject Decide(string id, string script) => Activity("FlowDecision", id, ("condition", Script(script)));

    public static JsonObject Set(string id, string variable, string script) =>
        Activity("SetVariable", id, ("variable", new JsonObject { ["id"] = variable, ["name"] = variable }), ("value", Script(script)));

    public static JsonObject Literal(JsonNode? value) => Wrap("Literal", value);

    public static JsonObject Script(string source) => Wrap("JavaScript", source);

    public static JsonObject Json(string text) => Wrap("Object", text);

    public static WorkflowDefinition Definition(JsonObject root, string id = "main", int version = 1, string? strategy = null, params string[] variables) => DefinitionJson.Read(new JsonObject
    {
        ["definitionId"] = id,
        ["id"] = $"{id}-{version}",
        ["version"] = version,
        ["variables"] = new JsonArray([.. variables.Select(name => (JsonNode)new JsonObject { ["id"] = name, ["name"] = name, ["typeName"] = "Int32", ["value"] = "0" })]),
        ["options"] = strategy is null ? new JsonObject() : new JsonObject { ["incidentStrategyType"] = strategy },
        ["root"] = root.DeepClone(),
    });

    public static CompiledDefinition Compile(JsonObject root, params string[] variables) => DefinitionCompiler.Compile(Definition(root, variables: variables), Catalog);

    public static (DryRun World, DryRunInstance Instance) Run(JsonObject root, params string[] variables) => Run(Compile(root, variables));

    public static (DryRun World, DryRunInstance Instance) Run(CompiledDefinition definition, params CompiledDefinition[] others)
    {
        var world = new DryRun(Settings);
        world.Add(definition);
        foreach (var other in others)
        {
            world.Add(other);
        }

        return (world, world.Start(definition.DefinitionId, []));
    }

    public static string Journal(this DryRunInstance instance) => string.Join(' ', instance.Log.Select(line => $"{line.ActivityId}:{line.Kind.ToString()[..2]}"));

    public static void Tell(this DryRun world, string name, JsonNode? payload = null) => world.Publish(CaseMgmt.Workflows.Activities.Event.Stimulus, name, payload);

    private static JsonObject Wrap(string type, JsonNode? value) => new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    private static JsonNode Connection(string text)
    {
        var ends = text.Split('>');
        var source = ends[0].Replace('~', ' ').Split('.');
        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
            ["target"] = new JsonObject { ["activity"] = ends[1], ["port"] = "In" },
        };
    }
}
