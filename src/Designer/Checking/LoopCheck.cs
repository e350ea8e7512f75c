using System.Text.Json.Nodes;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Designer.Checking;

/// <summary>
/// A loop that nobody and nothing holds up would run until the budget of a transition ends, for every case. One that passes a decision may have its limit
/// there, which no check can prove: that is a warning.
/// </summary>
public static class LoopCheck
{
    private static readonly HashSet<string> Waiting =
    [
        "Elsa.Delay", "Elsa.StartAt", "Elsa.Timer", "Elsa.Cron", "Elsa.Event", "Elsa.RunTask", "Elsa.DispatchWorkflow", "Elsa.BulkDispatchWorkflows",
        "Elsa.SendHttpRequest", "Elsa.FlowSendHttpRequest", "Audit.Wait",
    ];

    private static readonly HashSet<string> Deciding = ["Elsa.FlowDecision", "Elsa.FlowSwitch"];

    public static IEnumerable<CheckFinding> Findings(FlowShape shape, ActivityCatalog catalog)
    {
        var busy = shape.Nodes.Where(node => !HoldsUp(node, catalog)).ToDictionary(ActivityTree.IdOf);
        var seen = new HashSet<string>();
        foreach (var (id, node) in busy)
        {
            var loop = busy.Keys.Where(other => Leads(id, other) && Leads(other, id)).ToList();
            if (seen.Contains(id) || !Leads(id, id))
            {
                continue;
            }

            seen.UnionWith(loop);
            var decides = loop.Exists(each => Deciding.Contains(ActivityTree.TypeOf(busy[each])));
            yield return CheckFinding.At(node, "循环中没有人工环节、等待或次数限制", "a loop without a human step, a wait or a limit", isWarning: decides);
        }

        bool Leads(string from, string to) => shape.Between(from, busy.Keys).Contains(to);
    }

    private static bool HoldsUp(JsonObject node, ActivityCatalog catalog) =>
        Waiting.Contains(ActivityTree.TypeOf(node)) || catalog.Find(ActivityTree.TypeOf(node))?.Descriptor.IsHuman == true;
}
