using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>
/// Starts one child for each item and, unless told otherwise, goes on when all of them have ended. Waits on one bookmark that counts its children, so a
/// thousand ends cost the parent one transition. No recording: inputs and outcomes as Elsa's documentation says; its per-child ports are not run.
/// </summary>
public sealed class BulkDispatchWorkflows : Activity
{
    private static readonly ActivityResult AllEnded = ActivityResult.Outcome("Completed", "Done");
    private static readonly ActivityResult AllFinished = ActivityResult.Outcome("Finished", "Completed", "Done");

    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "BulkDispatchWorkflows", "Composition", "批量派发子流程", "Bulk dispatch workflows", "为每一项启动一个流程", "Starts one workflow for each item", "send",
        Describe.Input("WorkflowDefinitionId", "String", "流程", "Workflow", "要启动的流程", "The workflow to start", null, "workflow-definition-picker"),
        Describe.Input("Items", "Object", "列表", "Items", "每一项启动一个流程", "One workflow for each", null, "multiline"),
        Describe.Input("DefaultItemInputKey", "String", "项的输入名", "Item input key", "子流程中该项的输入名称", "Name of the item among the child's inputs", "Item"),
        Describe.Input("CorrelationIdFunction", "String", "关联号", "Correlation id", "按 Item 计算的关联号", "Computed from Item for each child"),
        Describe.Input("Input", "Object", "输入", "Input", "传给所有子流程的输入", "Input of all children", null, "json-editor"),
        Describe.Input("WaitForCompletion", "Boolean", "等待结束", "Wait", "全部结束后再继续", "Go on when all have ended", true, "checkbox")) with
    { Ports = ["Finished", "Completed", "Canceled", "Done"], Outputs = [Describe.Output("Result", "Object", "结果", "Result")] };

    public override ActivityResult Execute(ActivityContext context)
    {
        var activation = (ActivationContext)context;
        if (context.Text("WorkflowDefinitionId") is not { Length: > 0 } definitionId)
        {
            return ActivityResult.Failed("no-definition", "No workflow is named.");
        }

        var items = Items.Of(context.Input("Items"));
        var waits = activation.Flag("WaitForCompletion") && items.Count > 0;
        var wait = waits ? activation.WaitForChildren("Elsa.BulkDispatchWorkflows", items.Count, false) : null;
        foreach (var item in items)
        {
            context.Emit(ChildFor(activation, definitionId, item, wait));
        }

        return waits ? ActivityResult.Waiting : ActivityResult.Done;
    }

    public override ActivityResult Resume(ActivityContext context, BookmarkResume resume)
    {
        context.SetOutput("Result", resume.Payload?.DeepClone());
        return IsDrawnAsFinished(((ActivationContext)context).Node) ? AllFinished : AllEnded;
    }

    // Elsa named the outcome Finished before it named it Completed; definitions of that time go on too.
    private static bool IsDrawnAsFinished(CompiledNode node) =>
        node.Parent?.Flow is { } flow && Array.Exists(flow.Outbound[node.Position], connection => connection.Port == "Finished");

    private static StartChild ChildFor(ActivationContext context, string definitionId, JsonNode? item, string? wait)
    {
        var input = context.Input("Input") as JsonObject ?? [];
        var key = context.Text("DefaultItemInputKey") is { Length: > 0 } name ? name : "Item";
        input[key] = item?.DeepClone();
        foreach (var (property, value) in item as JsonObject ?? [])
        {
            input[property] = value?.DeepClone();
        }

        input["ParentInstanceId"] = context.InstanceId;
        var correlation = context.Input("CorrelationIdFunction", new(StringComparer.Ordinal) { ["Item"] = item, ["item"] = item });
        return new StartChild(definitionId, null, input, TypeNames.Text(correlation), wait);
    }
}
