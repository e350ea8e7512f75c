using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Runs its branches at once; completes with all of them, or with the first, which cancels the others.</summary>
public sealed class Fork : ContainerActivity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "Fork", "Branching", "分叉", "Fork", "同时执行多个分支", "Runs its branches at once", "split",
        Describe.Bare(Describe.Choice("JoinMode", "汇合方式", "Join mode", "等全部或等任一", "Wait for all or for any", "WaitAll", "WaitAll", "WaitAny"))) with
    { EmbeddedPorts = ["Branches"] };

    internal override ActivityResult Enter(ActivationContext context)
    {
        foreach (var branch in context.Node.Ports.GetValueOrDefault("branches") ?? [])
        {
            context.Schedule(branch);
        }

        return context.Activity.Queued == 0 ? ActivityResult.Done : ActivityResult.Waiting;
    }

    internal override ActivityResult ChildCompleted(ActivationContext context, CompletedChild child) =>
        context.Activity.Breaking || context.ReadText("JoinMode") == "WaitAny" || context.Activity.Children + context.Activity.Queued == 0 ? ActivityResult.Done : ActivityResult.Waiting;
}
