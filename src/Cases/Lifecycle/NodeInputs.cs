using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>
/// Reads inputs the way the designer writes them: numbers and check boxes may come as text, lists and objects as JSON text.
/// A text that does not parse throws, which the engine turns into an incident on this node of this case.
/// </summary>
public static class NodeInputs
{
    public static string Required(ActivityContext context, string name) =>
        context.Text(name) is { Length: > 0 } text ? text : throw new FormatException($"Input {name} of node '{context.ActivityName}' is empty.");

    public static decimal Number(ActivityContext context, string name) =>
        decimal.Parse(Required(context, name), NumberStyles.Number, CultureInfo.InvariantCulture);

    public static int Whole(ActivityContext context, string name) =>
        int.Parse(Required(context, name), NumberStyles.Integer, CultureInfo.InvariantCulture);

    public static bool Flag(ActivityContext context, string name) =>
        bool.TryParse(context.Text(name), out var flag) && flag;

    public static JsonNode? Json(ActivityContext context, string name)
    {
        var node = context.Input(name);
        if (node is null || node.GetValueKind() != JsonValueKind.String)
        {
            return node?.DeepClone();
        }

        var text = node.GetValue<string>();
        return string.IsNullOrWhiteSpace(text) ? null : JsonNode.Parse(text);
    }

    /// <summary>A list of texts: a JSON array, or one text with commas.</summary>
    public static IReadOnlyList<string> Texts(ActivityContext context, string name)
    {
        var node = context.Input(name);
        if (node?.GetValueKind() == JsonValueKind.String && node.GetValue<string>() is var text && !text.TrimStart().StartsWith('['))
        {
            return text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }

        return Json(context, name) is JsonArray list ? [.. list.Select(item => item!.GetValue<string>())] : [];
    }
}
