using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Storage;

/// <summary>
/// JSON of states and messages. Values come from outside with up to 64 levels, or from scripts with up to 100, and are wrapped in some more: the usual limit of
/// 64 would make an instance that nobody can read again.
/// </summary>
internal static class DeepJson
{
    private const int MostLevels = 512;

    public static JsonDocumentOptions Document { get; } = new() { MaxDepth = MostLevels };

    private static readonly JsonSerializerOptions Options = new() { MaxDepth = MostLevels };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    public static JsonNode? ToNode<T>(T value) => JsonSerializer.SerializeToNode(value, Options);

    public static T FromNode<T>(JsonNode? node) => node.Deserialize<T>(Options)!;
}
