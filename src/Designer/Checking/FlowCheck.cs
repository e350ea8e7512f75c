using CaseMgmt.Designer.Definitions;

namespace CaseMgmt.Designer.Checking;

/// <summary>The drawing itself: every node can be reached, and the process can end.</summary>
public static class FlowCheck
{
    public static IEnumerable<CheckFinding> Findings(FlowShape shape)
    {
        if (shape.Nodes.Count == 0)
        {
            yield return new("流程图中没有任何活动", "The flowchart is empty");
            yield break;
        }

        var reachable = shape.Reachable();
        foreach (var node in shape.Nodes.Where(node => !reachable.Contains(ActivityTree.IdOf(node))))
        {
            yield return CheckFinding.At(node, "没有路径可以到达", "nothing leads here");
        }

        var ends = shape.Nodes.Select(ActivityTree.IdOf).Where(id => reachable.Contains(id) && shape.Arrows.All(arrow => arrow.From != id)).ToList();
        if (ends.Count == 0)
        {
            yield return new("流程没有结束节点", "The process has no end");
            yield break;
        }

        var ending = shape.LeadingTo(ends);
        foreach (var node in shape.Nodes.Where(node => reachable.Contains(ActivityTree.IdOf(node)) && !ending.Contains(ActivityTree.IdOf(node))))
        {
            yield return CheckFinding.At(node, "从这里无法走到流程结束", "no way leads from here to an end");
        }
    }
}
