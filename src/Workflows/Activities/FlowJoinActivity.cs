using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>
/// Where branches meet. WaitAll and WaitAllActive wait for every branch that can still arrive; WaitAny goes on with the first and cancels the others.
/// </summary>
public sealed class FlowJoinActivity : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "FlowJoin", "Branching", "汇合", "Join (flow)", "等待分支到达后继续", "Goes on when branches have arrived", "merge",
        Describe.Choice("Mode", "汇合方式", "Mode", "等全部或等任一", "Wait for all or for any", "WaitAny", "WaitAny", "WaitAll", "WaitAllActive"));

    public override ActivityResult Execute(ActivityContext context)
    {
        var activation = (ActivationContext)context;
        if (activation.ReadText("Mode") == "WaitAny")
        {
            activation.Advancement.CancelInbound(activation.Activity, activation.Node);
        }

        return ActivityResult.Done;
    }
}
