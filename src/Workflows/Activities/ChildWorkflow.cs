using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>What ExecuteWorkflow and DispatchWorkflow share: they differ in their defaults and in the journal.</summary>
internal static class ChildWorkflow
{
    public static InputDescriptor[] Inputs() =>
    [
        Describe.Input("WorkflowDefinitionId", "String", "流程", "Workflow", "要启动的流程", "The workflow to start", null, "workflow-definition-picker"),
        Describe.Input("CorrelationId", "String", "关联号", "Correlation id", "子流程的关联号", "Correlation id of the child"),
        Describe.Input("Input", "Object", "输入", "Input", "传给子流程的输入", "Input of the child", null, "json-editor"),
        Describe.Input("WaitForCompletion", "Boolean", "等待结束", "Wait", "子流程结束后再继续", "Go on when the child has ended", false, "checkbox"),
    ];

    /// <param name="runsOn">Elsa's ExecuteWorkflow runs the child in any case; without waiting for its end it goes on once the child has come to rest.</param>
    public static ActivityResult Start(ActivationContext context, string bookmark, bool runsOn)
    {
        if (!TryName(context, out var definitionId, out var failure))
        {
            return failure;
        }

        var input = context.Input("Input") as JsonObject ?? [];
        input["ParentInstanceId"] = context.InstanceId;
        var waits = context.Flag("WaitForCompletion");
        var wait = waits || runsOn ? context.WaitForChildren(bookmark, 1, runsOn) : null;
        context.Emit(new StartChild(definitionId, null, input, context.Text("CorrelationId"), wait, UntilRest: runsOn && !waits));
        return waits || runsOn ? ActivityResult.Waiting : ActivityResult.Done;
    }

    /// <summary>The workflow to start, or why none can be.</summary>
    public static bool TryName(ActivationContext context, out string definitionId, [NotNullWhen(false)] out ActivityResult? failure)
    {
        definitionId = context.Text("WorkflowDefinitionId") ?? "";
        failure = definitionId.Length == 0 ? ActivityResult.Failed("no-definition", "No workflow is named.")
            : context.Advancement.Settings.KnowsDefinition?.Invoke(definitionId) == false
                ? ActivityResult.Failed("no-definition", $"No published version of workflow definition with ID {definitionId} found.")
                : null;
        return failure is null;
    }

    /// <summary>ExecuteWorkflow's result, named as Elsa names it: one way for a child that has ended or waits at once, DispatchWorkflow's way for one that ends later.</summary>
    public static ActivityResult TakeExecuted(ActivityContext context, BookmarkResume resume) => resume.Payload is JsonObject payload && !payload.ContainsKey(ChildResult.AtOnce)
        ? TakeDispatched(context, resume)
        : Take(
        context, resume, ("WorkflowDefinitionVersionId", "WorkflowDefinitionVersionId"), ("WorkflowInstanceId", "WorkflowInstanceId"), ("CorrelationId", "CorrelationId"),
        ("Status", "Status"), ("SubStatus", "SubStatus"), ("Output", "Output"));

    /// <summary>DispatchWorkflow's result, which Elsa names differently.</summary>
    public static ActivityResult TakeDispatched(ActivityContext context, BookmarkResume resume) => Take(
        context, resume, ("WorkflowOutput", "Output"), ("WorkflowInstanceId", "WorkflowInstanceId"), ("WorkflowStatus", "Status"), ("WorkflowSubStatus", "SubStatus"));

    private static ActivityResult Take(ActivityContext context, BookmarkResume resume, params (string Name, string Source)[] properties)
    {
        var result = new JsonObject();
        foreach (var (name, source) in properties)
        {
            result[name] = (resume.Payload as JsonObject)?[source]?.DeepClone();
        }

        context.SetOutput("Result", result);
        return ActivityResult.Done;
    }
}
