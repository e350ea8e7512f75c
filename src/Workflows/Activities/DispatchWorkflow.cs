using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Starts another workflow; waits for its end only if told so. The child starts after the commit of the parent's transition.</summary>
public sealed class DispatchWorkflow : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "DispatchWorkflow", "Composition", "派发子流程", "Dispatch workflow", "启动另一个流程", "Starts another workflow", "send", ChildWorkflow.Inputs()) with
    { Outputs = [Describe.Output("Result", "Object", "结果", "Result")] };

    public override ActivityResult Execute(ActivityContext context) => ChildWorkflow.Start((ActivationContext)context, "Elsa.DispatchWorkflow", false);

    public override ActivityResult Resume(ActivityContext context, BookmarkResume resume) => ChildWorkflow.TakeDispatched(context, resume);
}
