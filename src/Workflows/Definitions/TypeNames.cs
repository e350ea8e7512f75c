using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Definitions;

/// <summary>Elsa's type names, as far as they change a value: literals and defaults are often written as strings whatever their type.</summary>
internal static class TypeNames
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "Object", "String", "Boolean", "Byte", "SByte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Single", "Double", "Decimal", "Char", "Guid",
        "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Uri", "ObjectDictionary", "StringDictionary", "ExpandoObject", "JsonElement",
        "JsonNode", "JsonObject", "JsonArray", "StringCollection", "ObjectCollection", "Exception", "ByteArray", "Stream", "Variant", "HttpResponseMessage",
    };

    /// <summary>"System.Int32, System.Private.CoreLib" is "Int32"; null for a name that is neither an alias nor a type of the base library.</summary>
    public static string? Simple(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return "Object";
        }

        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var full = (comma < 0 ? name : name[..comma]).TrimEnd('[', ']');
        var simple = full.StartsWith("System.", StringComparison.Ordinal) ? full[(full.LastIndexOf('.') + 1)..] : full;
        return Known.Contains(simple) ? simple : full.Contains('<', StringComparison.Ordinal) || full.Contains('`', StringComparison.Ordinal) ? "Object" : null;
    }

    /// <summary>The value as the type writes it; the value unchanged where it does not fit.</summary>
    public static JsonNode? Convert(string? typeName, JsonNode? value) => value is null ? null : typeName switch
    {
        "Boolean" => AsBoolean(value) is { } flag ? JsonValue.Create(flag) : value,
        "Byte" or "SByte" or "Int16" or "UInt16" or "Int32" or "UInt32" or "Int64" or "UInt64" => AsInteger(value) is { } number ? JsonValue.Create(number) : value,
        "Single" or "Double" or "Decimal" => AsDecimal(value) is { } number ? JsonValue.Create(number) : value,
        "String" => value.GetValueKind() == JsonValueKind.String ? value : JsonValue.Create(value.ToJsonString()),
        "Object" or "ObjectDictionary" or "StringDictionary" or "ExpandoObject" or "JsonElement" or "JsonNode" or "JsonObject" or "JsonArray"
            or "StringCollection" or "ObjectCollection" => value,
        _ => value,
    };

    /// <summary>As <see cref="Convert"/>, and a text that is JSON of an object or array becomes that: defaults of variables are written so.</summary>
    public static JsonNode? ConvertDefault(string? typeName, bool isArray, JsonNode? value)
    {
        var structured = isArray || typeName is not ("String" or "Boolean" or "Char" or "Guid" or "Uri");
        return structured && Text(value) is { } text && text.AsSpan().TrimStart() is ['{' or '[', ..] ? Parse(text) ?? value : Convert(typeName, value);
    }

    public static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A member of a member; null wherever the path does not lead through objects, as in a file that somebody broke by hand.</summary>
    public static JsonNode? At(JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            node = node is JsonObject json ? json[name] : null;
        }

        return node;
    }

    public static string? Text(JsonNode? value) => value is JsonValue scalar && scalar.TryGetValue<string>(out var text) ? text : null;

    public static bool? AsBoolean(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => bool.TryParse(Text(value), out var flag) ? flag : null,
        JsonValueKind.Number => AsDecimal(value) is { } number ? number != 0 : null,
        _ => null,
    };

    public static long? AsInteger(JsonNode? value) => AsDecimal(value) is { } number && number == decimal.Truncate(number)
        && number is >= long.MinValue and <= long.MaxValue ? (long)number : null;

    public static decimal? AsDecimal(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Number => decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        JsonValueKind.String => decimal.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };
}
