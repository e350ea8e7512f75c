using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>
/// Another workflow drawn as one node: its root runs inside this instance. Inputs of the node are inputs of that workflow, its outputs are outputs
/// of the node, and Complete inside it chooses the outcome.
/// </summary>
public sealed class WorkflowAsActivity(ActivityDescriptor descriptor) : ContainerActivity
{
    public override ActivityDescriptor Descriptor { get; } = descriptor;

    internal override ActivityResult Enter(ActivationContext context)
    {
        if (context.Node.Children.Count == 0)
        {
            return ActivityResult.Done;
        }

        context.Schedule(context.Node.Children[0]);
        return ActivityResult.Waiting;
    }

    internal override ActivityResult ChildCompleted(ActivationContext context, CompletedChild child) => ActivityResult.Done;
}
