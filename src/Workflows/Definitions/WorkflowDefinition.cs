using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Definitions;

/// <summary>
/// One version of a workflow in Elsa 3's JSON. The JSON itself is kept, so that properties we do not know survive; the members read it.
/// </summary>
public sealed class WorkflowDefinition(JsonObject json)
{
    public JsonObject Json { get; } = json;

    /// <summary>Stable id over all versions.</summary>
    public string DefinitionId => Text("definitionId") ?? "";

    /// <summary>Id of this one version.</summary>
    public string Id => Text("id") ?? "";

    public int Version => Json["version"] is JsonValue value && value.TryGetValue<int>(out var number) ? number : 1;

    public string? Name => Text("name");

    public string? Description => Text("description");

    public JsonObject? Root => Json["root"] as JsonObject;

    public JsonObject? Options => Json["options"] as JsonObject;

    public JsonArray Variables => Array("variables");

    public JsonArray Inputs => Array("inputs");

    public JsonArray Outputs => Array("outputs");

    public IReadOnlyList<string> Outcomes => [.. Array("outcomes").Select(outcome => outcome?.ToString() ?? "")];

    private string? Text(string name) => Json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private JsonArray Array(string name) => Json[name] as JsonArray ?? [];
}
