using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Activities;

/// <summary>What the loops take as items: a list, the text of a JSON list, or a single thing.</summary>
internal static class Items
{
    public static JsonArray Of(JsonNode? value) => value switch
    {
        null => [],
        JsonArray items => (JsonArray)items.DeepClone(),
        _ when TypeNames.Text(value) is { } text => TypeNames.Parse(text) as JsonArray ?? [value.DeepClone()],
        _ => [value.DeepClone()],
    };
}
