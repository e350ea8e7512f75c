using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Runs its activities at once and completes when all have completed.</summary>
public sealed class Parallel : ContainerActivity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "Parallel", "Workflows", "并行", "Parallel", "同时执行其中的活动", "Runs its activities at once", "columns") with { IsContainer = true };

    internal override ActivityResult Enter(ActivationContext context)
    {
        foreach (var child in context.Node.Children)
        {
            context.Schedule(child);
        }

        return context.Node.Children.Count == 0 ? ActivityResult.Done : ActivityResult.Waiting;
    }

    internal override ActivityResult ChildCompleted(ActivationContext context, CompletedChild child) =>
        context.Activity.Children + context.Activity.Queued == 0 ? ActivityResult.Done : ActivityResult.Waiting;
}
