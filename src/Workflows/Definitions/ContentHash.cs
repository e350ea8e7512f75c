using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Definitions;

/// <summary>
/// The identity of what a definition does: SHA-256 over canonical JSON, with activities and connections by id and without what a designer or a
/// server may change without changing the meaning (nodeId, layout, version flags, dates).
/// </summary>
public static class ContentHash
{
    private static readonly HashSet<string> NotContent = new(StringComparer.Ordinal)
    {
        "$schema", "id", "version", "isLatest", "isPublished", "isReadonly", "isSystem", "createdAt", "toolVersion", "links", "tenantId", "providerName", "materializerName",
    };

    public static string Of(WorkflowDefinition definition)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            WriteObject(writer, definition.Json, name => NotContent.Contains(name));
        }

        return Convert.ToHexStringLower(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonObject json, Func<string, bool> skip)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in json.OrderBy(property => property.Key, StringComparer.Ordinal))
        {
            if (!skip(name) && !IsEmpty(name, value))
            {
                writer.WritePropertyName(name);
                Write(writer, name, value);
            }
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject inner:
                WriteObject(writer, inner, name == "metadata" ? key => key == "designer" : key => key is "nodeId" or "vertices");
                break;
            case JsonArray items:
                WriteArray(writer, name, items);
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteArray(Utf8JsonWriter writer, string name, JsonArray items)
    {
        writer.WriteStartArray();
        foreach (var item in InOrder(name, items))
        {
            Write(writer, "", item);
        }

        writer.WriteEndArray();
    }

    // The canvas stores activities and connections by z-order, which a click changes. In a Sequence the order is the meaning, so only a
    // container that has connections is sorted.
    private static IEnumerable<JsonNode?> InOrder(string name, JsonArray items) => name switch
    {
        "activities" when items.Parent is JsonObject { } owner && owner.ContainsKey("connections") =>
            items.OrderBy(item => TypeNames.At(item, "id")?.ToString(), StringComparer.Ordinal),
        "connections" => items.OrderBy(ConnectionKey, StringComparer.Ordinal),
        _ => items,
    };

    private static string ConnectionKey(JsonNode? connection) => string.Join(
        '\n',
        TypeNames.At(connection, "source", "activity")?.ToString(), TypeNames.At(connection, "source", "port")?.ToString() ?? "Done",
        TypeNames.At(connection, "target", "activity")?.ToString(), TypeNames.At(connection, "target", "port")?.ToString() ?? "In");

    private static bool IsEmpty(string name, JsonNode? value) => value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 }
        || (name == "metadata" && value is JsonObject metadata && metadata.All(property => property.Key == "designer" || IsEmpty(property.Key, property.Value)));
}
