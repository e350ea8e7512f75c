using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>The workflow itself as the outermost container; its journal lines are named as Elsa names them.</summary>
public sealed class WorkflowActivity : ContainerActivity
{
    public const string NodeId = "Workflow1";

    public const string TypeName = "Elsa.Workflow";

    public static WorkflowActivity Instance { get; } = new();

    public override ActivityDescriptor Descriptor { get; } = new(
        TypeName, 1, "Workflow", new("流程", "Workflow"), new("流程本身", "The workflow itself"), "workflow", [], [], [])
    {
        IsContainer = true,
        IsBrowsable = false,
    };

    internal override ActivityResult Enter(ActivationContext context)
    {
        foreach (var child in context.Node.Children)
        {
            context.Schedule(child);
        }

        return context.Node.Children.Count == 0 ? ActivityResult.Done : ActivityResult.Waiting;
    }

    internal override ActivityResult ChildCompleted(ActivationContext context, CompletedChild child) => ActivityResult.Done;
}
