using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Leaves by the first case that holds, or by all that hold; by Default if none does.</summary>
public sealed class FlowSwitch : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "FlowSwitch", "Branching", "多路分支", "Switch (flow)", "按条件走一条或多条分支", "Leaves by the cases that hold", "route",
        Describe.Bare(Describe.Input("Cases", "Object", "分支", "Cases", "名称和条件", "Label and condition", null, "flow-switch-editor")),
        Describe.Choice("Mode", "匹配方式", "Mode", "第一个或全部", "The first or all that hold", "MatchFirst", "MatchFirst", "MatchAny")) with
    { Ports = ["Default"] };

    public override ActivityResult Execute(ActivityContext context)
    {
        var matching = Matching((ActivationContext)context);
        return ActivityResult.Outcome(matching.Count == 0 ? ["Default"] : [.. matching]);
    }

    private static List<string> Matching(ActivationContext context)
    {
        var any = context.ReadText("Mode") == "MatchAny";
        var labels = new List<string>();
        foreach (var candidate in context.Node.Cases)
        {
            if (context.Test(candidate.Condition, candidate.Label))
            {
                labels.Add(candidate.Label);
                if (!any)
                {
                    break;
                }
            }
        }

        return labels;
    }
}
