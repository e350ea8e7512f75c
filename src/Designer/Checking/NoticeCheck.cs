using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Designer.Protocol;

namespace CaseMgmt.Designer.Checking;

/// <summary>Templates of notices: a placeholder that nothing fills would reach people as written, so the list is closed.</summary>
public static class NoticeCheck
{
    private static readonly string[] Templates = ["text", "textEn", "requirement", "requirementEn"];

    public static IEnumerable<CheckFinding> Findings(IReadOnlyList<JsonObject> nodes) =>
        from node in nodes
        where ActivityTree.TypeOf(node).StartsWith("Audit.", StringComparison.Ordinal)
        from template in Templates.Select(name => node[name]?["expression"]).Where(expression => StudioJson.TextOf(expression?["type"]) == "Literal")
        from word in NoticeText.Unknown(StudioJson.TextOf(template?["value"]) ?? "")
        select CheckFinding.At(node, $"通知模板中的 {{{word}}} 无法填充，可用占位：{NoticeText.Menu}", $"nothing fills {{{word}}} in the notice; it may use {NoticeText.Menu}");
}
