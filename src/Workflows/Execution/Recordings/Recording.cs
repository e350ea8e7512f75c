using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution.Recordings;

/// <summary>
/// A recorded run of small definitions: definitions, input, the steps that were taken, and what came of it. A plain definition is a recording of one
/// step with nothing to compare.
/// </summary>
public sealed class Recording
{
    private Recording(JsonObject json, IReadOnlyList<WorkflowDefinition> definitions, IReadOnlyList<JsonNode> actions)
    {
        (Json, Definitions, Actions) = (json, definitions, actions);
    }

    public JsonObject Json { get; }

    public IReadOnlyList<WorkflowDefinition> Definitions { get; }

    /// <summary>"start", { event }, { resume }, { task } or { wait }.</summary>
    public IReadOnlyList<JsonNode> Actions { get; }

    public JsonObject Input => Json["input"] as JsonObject ?? [];

    /// <exception cref="JsonException">Neither a recording nor a definition.</exception>
    public static Recording Read(string text)
    {
        if (JsonNode.Parse(text) is not JsonObject json)
        {
            throw new JsonException("A recording or a definition is a JSON object.");
        }

        if (json["definitions"] is not JsonArray definitions)
        {
            return json.ContainsKey("root")
                ? new Recording([], [DefinitionJson.Read(json)], [JsonValue.Create("start")])
                : throw new JsonException("Neither a recording (definitions, steps) nor a definition (root).");
        }

        return new Recording(json, [.. definitions.OfType<JsonObject>().Select(DefinitionJson.Read)], [.. Steps(json).Select(Action)]);
    }

    internal static IEnumerable<JsonObject> Steps(JsonObject json) => (json["steps"] as JsonArray)?.OfType<JsonObject>() ?? [new JsonObject { ["action"] = "start" }];

    private static JsonNode Action(JsonObject step)
    {
        var action = step["action"] ?? JsonValue.Create("start");
        return action is JsonValue value && value.TryGetValue<string>(out var text) && text.StartsWith('{') ? JsonNode.Parse(text)! : action;
    }
}
