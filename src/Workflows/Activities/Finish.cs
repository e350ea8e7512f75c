using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Finishes the whole workflow at once; everything else that is live ends with it.</summary>
public sealed class Finish : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "Finish", "Primitives", "结束流程", "Finish", "立即结束整个流程", "Finishes the whole workflow at once", "flag") with { IsTerminal = true, Ports = [] };

    public override ActivityResult Execute(ActivityContext context)
    {
        ((ActivationContext)context).Advancement.FinishWorkflow();
        return ActivityResult.Done;
    }
}
