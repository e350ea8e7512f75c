using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>
/// Starts one child for each item and, unless told otherwise, goes on when all of them have ended. Without ports it waits on one bookmark that counts its
/// children, so a thousand ends cost the parent one transition. With ChildCompleted or ChildFaulted drawn inside, that port runs for every child that ended
/// so, sees ChildInstanceId and the child's result as input, and costs one transition a child; it goes on when the last child has ended and the last port run
/// too. No recording: inputs, ports and outcomes as Elsa's published code has them, only that a port which still waits is not cut off by the last child.
/// </summary>
public sealed class BulkDispatchWorkflows : ContainerActivity
{
    private const string Bookmark = "Elsa.BulkDispatchWorkflows";
    private const string ChildInstanceId = "ChildInstanceId";
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
    {
        Ports = ["Finished", "Completed", "Canceled", "Done"],
        EmbeddedPorts = ["ChildCompleted", "ChildFaulted"],
        Outputs = [Describe.Output("Result", "Object", "结果", "Result")],
    };

    internal override ActivityResult Enter(ActivationContext context)
    {
        var items = Items.Of(context.Input("Items"));
        if (items.Count == 0)
        {
            return ActivityResult.Done;
        }

        if (!ChildWorkflow.TryName(context, out var definitionId, out var failure))
        {
            return failure;
        }

        var waits = context.Flag("WaitForCompletion");
        var wait = waits ? Wait(context, items.Count) : null;
        foreach (var item in items)
        {
            context.Emit(ChildFor(context, definitionId, item, wait));
        }

        return waits ? ActivityResult.Waiting : ActivityResult.Done;
    }

    public override ActivityResult Resume(ActivityContext context, BookmarkResume resume)
    {
        var activation = (ActivationContext)context;
        if (context.State["left"] is { } left)
        {
            return OneMore(activation, left.GetValue<int>() - 1, resume.Payload as JsonObject ?? []);
        }

        context.SetOutput("Result", resume.Payload?.DeepClone());
        return IsDrawnAsFinished(activation.Node) ? AllFinished : AllEnded;
    }

    internal override ActivityResult ChildCompleted(ActivationContext context, CompletedChild child)
    {
        if (Name(child.Instance) is { } ended)
        {
            (context.State["ends"] as JsonObject)?.Remove(ended);
        }

        return Ended(context);
    }

    /// <summary>What the child brought, for whose end a port runs.</summary>
    internal static JsonObject? EndOf(ActivityInstance bulk, ActivityInstance port) => Name(port) is { } child ? bulk.State?["ends"]?[child] as JsonObject : null;

    private static string? Name(ActivityInstance port) => port.Variables is { } values && values.TryGetValue(ChildInstanceId, out var name) ? TypeNames.Text(name) : null;

    private static string Wait(ActivationContext context, int children)
    {
        if (PortOf(context.Node, isFaulted: false) is null && PortOf(context.Node, isFaulted: true) is null)
        {
            return context.WaitForChildren(Bookmark, children, false);
        }

        var each = context.WaitForEachChild(Bookmark, children, null);
        (context.State["left"], context.State["each"], context.State["faulted"]) = (children, each, 0);
        return each;
    }

    // The next wait is opened before the port runs: a port that waits itself holds no other child up.
    private static ActivityResult OneMore(ActivationContext context, int left, JsonObject end)
    {
        var isFaulted = TypeNames.AsInteger(end["SubStatus"]) == (int)WorkflowSubStatus.Faulted;
        context.State["left"] = left;
        context.State["faulted"] = context.State["faulted"]!.GetValue<int>() + (isFaulted ? 1 : 0);
        context.State["total"] = (context.State["total"]?.GetValue<int>() ?? 0) + 1;
        if (left > 0)
        {
            context.WaitForEachChild(Bookmark, left, context.State["each"]!.GetValue<string>());
        }

        if (PortOf(context.Node, isFaulted) is { } port && TypeNames.AsInteger(end["SubStatus"]) != (int)WorkflowSubStatus.Cancelled)
        {
            RunPort(context, port, end, isLast: left == 0);
        }

        return Ended(context);
    }

    private static void RunPort(ActivationContext context, CompiledNode port, JsonObject end, bool isLast)
    {
        var child = TypeNames.Text(end["WorkflowInstanceId"]) ?? "";
        var ends = context.State["ends"] as JsonObject;
        if (ends is null)
        {
            context.State["ends"] = ends = [];
        }

        ends[child] = Brought(end);
        context.Schedule(port, new(StringComparer.Ordinal) { [ChildInstanceId] = child });
        if (isLast)
        {
            // Elsa keeps one bookmark to the end and says so after every child, the last one too.
            context.Advancement.Log(context.Activity, context.Node, LogKind.Suspended);
        }
    }

    // Named as Elsa names what wakes the parent.
    private static JsonObject Brought(JsonObject end) => new()
    {
        ["WorkflowInstanceId"] = end["WorkflowInstanceId"]?.DeepClone(),
        ["WorkflowStatus"] = end["Status"]?.DeepClone(),
        ["WorkflowSubStatus"] = end["SubStatus"]?.DeepClone(),
        ["WorkflowOutput"] = end["Output"]?.DeepClone(),
    };

    private static ActivityResult Ended(ActivationContext context)
    {
        if (context.State["left"]!.GetValue<int>() > 0 || context.Activity.Children + context.Activity.Queued > 0)
        {
            return ActivityResult.Waiting;
        }

        var (total, faulted) = (context.State["total"]!.GetValue<int>(), context.State["faulted"]!.GetValue<int>());
        context.SetOutput("Result", ChildResult.OfMany(total, faulted));
        return IsDrawnAsFinished(context.Node) ? AllFinished : AllEnded;
    }

    // Elsa named outcome and port Finished before it named them Completed; definitions of that time go on too.
    private static CompiledNode? PortOf(CompiledNode node, bool isFaulted) => isFaulted ? node.Port("childFaulted") : node.Port("childCompleted") ?? node.Port("childFinished");

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
