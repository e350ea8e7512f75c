using System.Text.Json.Nodes;
using CaseMgmt.Designer.Protocol;

namespace CaseMgmt.Designer.Fields;

/// <summary>
/// What was said about an outcome goes with it: English name, comment, return. Studio keeps a panel's lines until the page is opened anew and sends them with
/// every save, so the outcomes as they were opened travel along; one that comes back before that has its options again.
/// </summary>
internal static class DroppedOutcomes
{
    private const string Opened = "outcomesAsOpened";

    /// <summary>On the way to Studio, which keeps properties that it does not know.</summary>
    public static void Remember(JsonObject node)
    {
        if (FieldValue.Literal(node["outcomes"]) is JsonArray outcomes)
        {
            node[Opened] = outcomes.DeepClone();
        }
    }

    /// <summary>On the way back: takes the options of outcomes that were there when the page was opened and are not any more.</summary>
    public static void Clear(JsonObject node)
    {
        var opened = StudioJson.TextsOf(node[Opened]);
        node.Remove(Opened);
        if (FieldValue.Literal(node["outcomes"]) is not JsonArray outcomes || FieldValue.Literal(node["outcomeOptions"]) is not JsonObject options)
        {
            return;
        }

        var dropped = opened.Except(StudioJson.TextsOf(outcomes)).Where(options.ContainsKey).ToList();
        dropped.ForEach(outcome => options.Remove(outcome));
        if (dropped.Count > 0)
        {
            node["outcomeOptions"]!["expression"]!["value"] = options.ToJsonString(FieldValue.Compact);
        }
    }
}
