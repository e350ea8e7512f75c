using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>What ExecuteWorkflow and DispatchWorkflow share: they differ in their defaults and in the journal.</summary>
internal static class ChildWorkflow
{
    public static InputDescriptor[] Inputs(bool waits) =>
    [
        Describe.Input("WorkflowDefinitionId", "String", "流程", "Workflow", "要启动的流程", "The workflow to start", null, "workflow-definition-picker"),
        Describe.Input("CorrelationId", "String", "关联号", "Correlation id", "子流程的关联号", "Correlation id of the child"),
        Describe.Input("Input", "Object", "输入", "Input", "传给子流程的输入", "Input of the child", null, "json-editor"),
        Describe.Input("WaitForCompletion", "Boolean", "等待结束", "Wait", "子流程结束后再继续", "Go on when the child has ended", waits, "checkbox"),
    ];

    public static ActivityResult Start(ActivationContext context, string bookmark, bool quiet)
    {
        if (context.Text("WorkflowDefinitionId") is not { Length: > 0 } definitionId)
        {
            return ActivityResult.Failed("no-definition", "No workflow is named.");
        }

        var input = context.Input("Input") as JsonObject ?? [];
        input["ParentInstanceId"] = context.InstanceId;
        var waits = context.Flag("WaitForCompletion");
        var wait = waits ? context.WaitForChildren(bookmark, 1, quiet) : null;
        context.Emit(new StartChild(definitionId, null, input, context.Text("CorrelationId"), wait));
        return waits ? ActivityResult.Waiting : ActivityResult.Done;
    }

    public static ActivityResult TakeResult(ActivityContext context, BookmarkResume resume)
    {
        var result = resume.Payload?.DeepClone();
        (result as JsonObject)?.Remove("inline");
        context.SetOutput("Result", result);
        return ActivityResult.Done;
    }
}
