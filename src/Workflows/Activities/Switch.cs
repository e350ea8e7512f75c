using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Runs the activity of the first case that holds, or of all that hold; that of Default if none does.</summary>
public sealed class Switch : ContainerActivity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "Switch", "Branching", "多路选择", "Switch", "执行条件成立的分支", "Runs the cases that hold", "list-check",
        Describe.Bare(Describe.Input("Cases", "Object", "分支", "Cases", "名称、条件和活动", "Label, condition and activity", null, "switch-editor")),
        Describe.Choice("Mode", "匹配方式", "Mode", "第一个或全部", "The first or all that hold", "MatchFirst", "MatchFirst", "MatchAny")) with
    { EmbeddedPorts = ["Default"], Outputs = [Describe.Output("Output", "Object", "输出", "Output")] };

    internal override ActivityResult Enter(ActivationContext context)
    {
        var any = context.ReadText("Mode") == "MatchAny";
        var matched = false;
        foreach (var candidate in context.Node.Cases)
        {
            if (context.Test(candidate.Condition, candidate.Label))
            {
                matched = true;
                if (candidate.Body is { } body)
                {
                    context.Schedule(body);
                }

                if (!any)
                {
                    break;
                }
            }
        }

        if (!matched && context.Node.Port("default") is { } otherwise)
        {
            context.Schedule(otherwise);
        }

        return context.Activity.Queued > 0 ? ActivityResult.Waiting : ActivityResult.Done;
    }

    internal override ActivityResult ChildCompleted(ActivationContext context, CompletedChild child) =>
        context.Activity.Children + context.Activity.Queued > 0 ? ActivityResult.Waiting : ActivityResult.Done;
}
