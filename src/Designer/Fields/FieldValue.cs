using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Designer.Fields;

/// <summary>A field as Studio stores it: texts and numbers as literals, lists as JSON text. Lists are sets here, hence sorted.</summary>
internal static class FieldValue
{
    /// <summary>Chinese stays readable, on one line: the text lies within a text.</summary>
    public static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Wrap(InputDescriptor field, JsonNode value) => new()
    {
        ["typeName"] = field.TypeName,
        ["expression"] = value is JsonValue
            ? new JsonObject { ["type"] = "Literal", ["value"] = value.DeepClone() }
            : new JsonObject { ["type"] = "Object", ["value"] = value.ToJsonString(Compact) },
    };

    /// <summary>What a literal input holds, JSON text parsed; null where an expression decides or nothing is there.</summary>
    public static JsonNode? Literal(JsonNode? input)
    {
        if (input?["expression"] is not JsonObject expression || (StudioJson.TextOf(expression["type"]) ?? "Literal") is not ("Literal" or "Object"))
        {
            return null;
        }

        return Parsed(expression["value"]);
    }

    /// <summary>The value of a posted field in the shape of its default; a refusal where it has none.</summary>
    public static JsonNode Posted(InputDescriptor field, JsonNode? input)
    {
        var value = Literal(input);
        if (value is null && (input?["expression"]?["type"] is { } type && StudioJson.TextOf(type) is not ("Literal" or "Object")))
        {
            throw new StudioRefusal("field-needs-value");
        }

        return field.Default switch
        {
            JsonArray => Set(StudioJson.TextsOf(value)),
            _ when field.TypeName == "Decimal" => Number(value),
            _ => StudioJson.TextOf(input?["expression"]?["value"]) ?? value?.ToString() ?? "",
        };
    }

    public static JsonArray Set(IEnumerable<string> texts) => [.. texts.Distinct().Order(StringComparer.Ordinal).Select(text => JsonValue.Create(text))];

    /// <summary>A number as people write it: 2, 0.5.</summary>
    public static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    public static decimal Decimal(JsonNode value) => decimal.Parse(value.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture);

    private static JsonNode Number(JsonNode? posted)
    {
        var text = posted?.ToString().Trim() ?? "";
        return text.Length == 0 ? "0"
            : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number >= 0 ? Text(number)
            : throw new StudioRefusal("field-needs-number", text);
    }

    private static JsonNode? Parsed(JsonNode? value)
    {
        var text = StudioJson.TextOf(value);
        if (text is null || text.TrimStart() is not ['[' or '{', ..])
        {
            return value?.DeepClone();
        }

        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
