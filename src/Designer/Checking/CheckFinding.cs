using System.Text.Json.Nodes;
using CaseMgmt.Designer.Definitions;

namespace CaseMgmt.Designer.Checking;

/// <summary>One thing that a check found, in both languages.</summary>
/// <param name="ActivityId">The node it concerns, or null when it concerns the whole lifecycle.</param>
/// <param name="IsWarning">A warning does not stop publication; whoever approves it says why it may stay.</param>
public sealed record CheckFinding(string Zh, string En, string? ActivityId = null, bool IsWarning = false)
{
    /// <summary>Begins with the name of the node.</summary>
    public static CheckFinding At(JsonObject node, string zh, string en, bool isWarning = false) =>
        new($"“{FlowShape.NameOf(node)}”：{zh}", $"{FlowShape.NameOf(node)}: {en}", ActivityTree.IdOf(node), isWarning);

    public string In(string language) => language == "en" ? En : Zh;
}
