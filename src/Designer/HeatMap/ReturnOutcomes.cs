using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Designer.HeatMap;

/// <summary>The outcomes by which a human node sends its case back, as the node itself marks them.</summary>
public static class ReturnOutcomes
{
    public static IReadOnlyList<string> Of(CompiledNode node)
    {
        var text = node.InputText("OutcomeOptions");
        try
        {
            return text is not null && JsonNode.Parse(text) is JsonObject options
                ? [.. options.Where(option => option.Value?["return"]?.GetValueKind() == JsonValueKind.True).Select(option => option.Key)]
                : [];
        }
        catch (JsonException)
        {
            // An expression or a slip of the pen: the node has its own incident, the map has no returns.
            return [];
        }
    }
}
