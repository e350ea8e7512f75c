using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Designer.Protocol;

namespace CaseMgmt.Designer.Checking;

/// <summary>The English names of outcomes: each line gives one, and for an outcome that the step has. Only warnings: the step runs the same, and Chinese names stand in for those that are missing.</summary>
public static class OutcomeNameCheck
{
    /// <param name="outcomes">The outcomes of the step; null where an expression decides.</param>
    public static IEnumerable<CheckFinding> Findings(JsonObject node, string options, IReadOnlyList<string>? outcomes)
    {
        foreach (var (outcome, option) in Read(options).Where(each => each.Value is JsonObject))
        {
            if (StudioJson.TextOf(option!["en"]) is not { } name)
            {
                continue;
            }

            if (string.IsNullOrWhiteSpace(name))
            {
                yield return CheckFinding.At(node, $"结果的英文名称中“{outcome}”一行应写成“结果=英文名称”", $"the English name of {outcome} is missing: write outcome=English name", isWarning: true);
            }
            else if (outcomes?.Contains(outcome) == false)
            {
                yield return CheckFinding.At(node, $"结果的英文名称中的“{outcome}”不是本环节的办理结果", $"it names {outcome} in English, which is none of its outcomes", isWarning: true);
            }
        }
    }

    private static JsonObject Read(string options)
    {
        try
        {
            return JsonNode.Parse(options) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            // Unreadable options name nothing.
            return [];
        }
    }
}
