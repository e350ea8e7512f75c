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
            yield return new($"“{FlowShape.NameOf(node)}”：没有路径可以到达", $"{FlowShape.NameOf(node)}: nothing leads here");
        }

        if (!shape.Nodes.Any(node => reachable.Contains(ActivityTree.IdOf(node)) && shape.Arrows.All(arrow => arrow.From != ActivityTree.IdOf(node))))
        {
            yield return new("流程没有结束节点", "The process has no end");
        }
    }
}
