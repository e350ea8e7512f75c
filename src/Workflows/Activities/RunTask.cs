using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Asks somebody outside to do a task and waits for the report. The open bookmark is the request: who works on tasks reads bookmarks of this name.</summary>
public sealed class RunTask : Activity
{
    /// <summary>Name of its bookmarks; the key is the task's name.</summary>
    public const string Stimulus = "Elsa.RunTask";

    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "RunTask", "Primitives", "外部任务", "Run task", "请外部完成一个任务并等待结果", "Asks for a task outside and waits for its result", "clipboard",
        Describe.Input("TaskName", "String", "任务名称", "Task name", "任务的名称", "Name of the task"),
        Describe.Input("Payload", "Object", "内容", "Payload", "任务所需的数据", "What the task needs")) with
    { Outputs = [Describe.Output("Result", "Object", "结果", "Result")] };

    public override ActivityResult Execute(ActivityContext context)
    {
        var name = context.Text("TaskName");
        context.Wait(Stimulus, name, new JsonObject { ["TaskName"] = name, ["Payload"] = context.Input("Payload") });
        return ActivityResult.Waiting;
    }

    public override ActivityResult Resume(ActivityContext context, BookmarkResume resume)
    {
        context.SetOutput("Result", resume.Payload?.DeepClone());
        return ActivityResult.Done;
    }
}
