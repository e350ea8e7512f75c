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
        if (JsonNode.Parse(text, documentOptions: DefinitionJson.Reading) is not JsonObject read)
        {
            throw new JsonException("A recording or a definition is a JSON object.");
        }

        var json = Casing.Camel(read, "Definitions", "Root");
        if (json["definitions"] is not JsonArray definitions)
        {
            return json["root"] is JsonObject
                ? new Recording([], [DefinitionJson.Read(json)], [JsonValue.Create("start")])
                : throw new JsonException("Neither a recording (definitions, steps) nor a definition (root).");
        }

        var all = definitions.OfType<JsonObject>().Select(DefinitionJson.Read).ToList();
        return all.Count > 0 ? new Recording(json, all, [.. Steps(json).Select(Action)]) : throw new JsonException("The recording has no definition.");
    }

    private static IEnumerable<JsonObject> Steps(JsonObject json) =>
        json["steps"] is JsonArray { Count: > 0 } steps ? steps.OfType<JsonObject>() : [new JsonObject { ["action"] = "start" }];

    // An action is a word, an object, or the text of an object.
    private static JsonNode Action(JsonObject step)
    {
        var action = step["action"] ?? JsonValue.Create("start");
        var json = TypeNames.Text(action) is { } text && text.StartsWith('{') ? TypeNames.Parse(text) : action;
        return json is JsonObject named ? Casing.Camel(named, "Event", "Resume", "Task", "Wait", "Cancel") : action;
    }
}
