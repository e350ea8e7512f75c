using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>An activity that schedules children and is told when each of them has completed.</summary>
public abstract class ContainerActivity : Activity
{
    public sealed override ActivityResult Execute(ActivityContext context) => Enter((ActivationContext)context);

    internal abstract ActivityResult Enter(ActivationContext context);

    internal abstract ActivityResult ChildCompleted(ActivationContext context, CompletedChild child);
}

/// <summary>A child that has just completed.</summary>
internal readonly record struct CompletedChild(ActivityInstance Instance, CompiledNode Node, IReadOnlyList<string> Outcomes)
{
    /// <summary>End and Break end the container that they stand in.</summary>
    public bool EndsContainer => Node.Activity is End or Break;
}
