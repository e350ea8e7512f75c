using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Waits for an event by name. As the trigger of a workflow it completes at once with what started it.</summary>
public sealed class Event : Activity
{
    /// <summary>Name of its bookmarks and of the stimuli that resume them; the key is the event's name.</summary>
    public const string Stimulus = "Elsa.Event";

    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "Event", "Primitives", "等待事件", "Event", "等待指定名称的事件", "Waits for an event by name", "bell",
        Describe.Input("EventName", "String", "事件名称", "Event name", "要等待的事件", "The event to wait for")) with
    { IsTrigger = true, Outputs = [Describe.Output("Result", "Object", "内容", "Payload")] };

    public override ActivityResult Execute(ActivityContext context)
    {
        if (((ActivationContext)context).IsTrigger)
        {
            context.SetOutput("Result", context.WorkflowInput["Payload"]?.DeepClone());
            return ActivityResult.Done;
        }

        var name = context.Text("EventName");
        context.Wait(Stimulus, name, new JsonObject { ["EventName"] = name });
        return ActivityResult.Waiting;
    }

    public override ActivityResult Resume(ActivityContext context, BookmarkResume resume)
    {
        context.SetOutput("Result", resume.Payload?.DeepClone() ?? new JsonObject());
        return ActivityResult.Done;
    }
}
