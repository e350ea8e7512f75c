using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Definitions;

/// <summary>
/// Files whose members are written in PascalCase, as some exports are: Elsa reads both. Names of members are turned to camelCase; values that belong to
/// somebody else (literals, payloads, inputs, outputs) keep theirs.
/// </summary>
internal static class Casing
{
    private static readonly HashSet<string> Verbatim = new(StringComparer.Ordinal) { "value", "payload", "input", "result", "customProperties" };

    /// <summary>The same object if it is in camelCase already.</summary>
    /// <param name="markers">Members, in PascalCase, of which a file in that casing has at least one.</param>
    public static JsonObject Camel(JsonObject json, params ReadOnlySpan<string> markers)
    {
        foreach (var marker in markers)
        {
            if (json.ContainsKey(marker) && !json.ContainsKey(InputCompiler.Camel(marker)))
            {
                return Renamed(json);
            }
        }

        return json;
    }

    private static JsonObject Renamed(JsonObject json)
    {
        var made = new JsonObject();
        foreach (var (name, value) in json)
        {
            var camel = InputCompiler.Camel(name);
            var keeps = Verbatim.Contains(camel) || (camel is "outputs" or "inputs" && value is JsonObject);
            made[camel] = keeps ? value?.DeepClone() : Value(value);
        }

        return made;
    }

    private static JsonNode? Value(JsonNode? value) => value switch
    {
        JsonObject json => Renamed(json),
        JsonArray items => new JsonArray([.. items.Select(Value)]),
        null => null,
        _ => value.DeepClone(),
    };
}
