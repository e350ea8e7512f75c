using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Designer.Protocol;
using System.Text.Encodings.Web;

namespace CaseMgmt.Designer.Difference;

/// <summary>An input as a person reads it: the literal itself, an expression with its language, structures as indented JSON.</summary>
public static class InputText
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string? Of(JsonNode? input)
    {
        if (input is not JsonObject wrapped || wrapped["expression"] is not { } expression)
        {
            return Plain(input);
        }

        var language = StudioJson.TextOf(expression["type"]);
        var text = Plain(expression["value"]) ?? "";
        return language is "Literal" or "Object" or null ? text : $"{language}: {text}";
    }

    // Lists and objects travel as JSON text in an input: laid out, so that a change shows on its own line.
    private static string? Plain(JsonNode? value)
    {
        if (StudioJson.TextOf(value) is not { } text)
        {
            return value?.ToJsonString(Readable);
        }

        if (!text.StartsWith('[') && !text.StartsWith('{'))
        {
            return text;
        }

        try
        {
            return JsonNode.Parse(text)!.ToJsonString(Readable);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
