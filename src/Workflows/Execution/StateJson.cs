using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Execution;

/// <summary>Compact JSON of the state. Written by hand in a fixed order: the same state is the same text, and empty parts cost nothing.</summary>
public sealed partial class InstanceState
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Nodes are written by id, so that a state outlives a recompilation.</summary>
    public string Write(CompiledDefinition definition)
    {
        using var stream = new MemoryStream(1024);
        using (var writer = new Utf8JsonWriter(stream, Compact))
        {
            Write(writer, definition);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <exception cref="InvalidOperationException">The state stands on a node that this definition does not have.</exception>
    public static InstanceState Read(string text, CompiledDefinition definition)
    {
        var json = (JsonObject)JsonNode.Parse(text, documentOptions: DeepJson.Document)!;
        var state = new InstanceState(Text(json, "i")!, Text(json, "d")!, Number(json, "v"))
        {
            CorrelationId = Text(json, "c"),
            Name = Text(json, "m"),
            ParentInstanceId = Text(json, "p"),
            Status = (WorkflowStatus)Number(json, "st"),
            SubStatus = (WorkflowSubStatus)Number(json, "ss"),
            Sequence = json["q"]?.GetValue<long>() ?? 0,
            LastNumber = Number(json, "n"),
            Input = Take<JsonObject>(json, "in") ?? [],
        };
        state.ReadValues(json);
        state.ReadActivities(json, definition);
        state.ReadWaits(json);
        return state;
    }

    private static string? Text(JsonObject json, string name) => json[name]?.GetValue<string>();

    private static int Number(JsonObject json, string name) => json[name]?.GetValue<int>() ?? 0;

    private static T? Take<T>(JsonObject json, string name) where T : JsonNode
    {
        json.Remove(name, out var value);
        return (T?)value;
    }
}
