using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Runs another workflow as a child and goes on with its result: when it has ended if told to wait, otherwise as soon as it waits or has ended.</summary>
public sealed class ExecuteWorkflow : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "ExecuteWorkflow", "Composition", "执行子流程", "Execute workflow", "执行另一个流程并取得结果", "Runs another workflow and takes its result", "workflow", ChildWorkflow.Inputs()) with
    { Outputs = [Describe.Output("Result", "Object", "结果", "Result")] };

    public override ActivityResult Execute(ActivityContext context) => ChildWorkflow.Start((ActivationContext)context, "Elsa.ExecuteWorkflow", true);

    public override ActivityResult Resume(ActivityContext context, BookmarkResume resume) => ChildWorkflow.TakeExecuted(context, resume);
}
