using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Runs its activities one after the other; End or Break inside ends it.</summary>
public sealed class Sequence : ContainerActivity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "Sequence", "Workflows", "顺序", "Sequence", "依次执行其中的活动", "Runs its activities one after the other", "list-ordered") with { IsContainer = true };

    internal override ActivityResult Enter(ActivationContext context) => Next(context, 0);

    internal override ActivityResult ChildCompleted(ActivationContext context, CompletedChild child) =>
        child.EndsContainer || context.Activity.Breaking ? ActivityResult.Done : Next(context, child.Node.Position + 1);

    private static ActivityResult Next(ActivationContext context, int position)
    {
        if (position >= context.Node.Children.Count)
        {
            return ActivityResult.Done;
        }

        context.Schedule(context.Node.Children[position]);
        return ActivityResult.Waiting;
    }
}
