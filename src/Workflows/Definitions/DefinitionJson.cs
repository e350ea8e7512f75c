using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Definitions;

/// <summary>Reads and writes definitions. A file that this product wrote is written again byte for byte.</summary>
public static class DefinitionJson
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 256,
    };

    /// <summary>A member that stands twice is refused by name: which of the two is meant nobody can tell.</summary>
    internal static JsonDocumentOptions Reading { get; } = new()
    {
        MaxDepth = 256, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false,
    };

    /// <exception cref="JsonException">The text is not a JSON object.</exception>
    public static WorkflowDefinition Read(string text) =>
        JsonNode.Parse(text, documentOptions: Reading) is JsonObject json ? new(Casing.Camel(json, "Root", "DefinitionId")) : throw new JsonException("A workflow definition is a JSON object.");

    public static WorkflowDefinition Read(JsonObject json) => new(Casing.Camel((JsonObject)json.DeepClone(), "Root", "DefinitionId"));

    public static string Write(WorkflowDefinition definition) => definition.Json.ToJsonString(Indented) + "\n";
}
