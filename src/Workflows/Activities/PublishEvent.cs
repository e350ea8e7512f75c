using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Publishes an event to every instance that waits for it. No recording: as Elsa's documentation says.</summary>
public sealed class PublishEvent : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "PublishEvent", "Primitives", "发布事件", "Publish event", "向等待该事件的流程发布事件", "Publishes an event to whoever waits for it", "megaphone",
        Describe.Input("EventName", "String", "事件名称", "Event name", "要发布的事件", "The event"),
        Describe.Input("CorrelationId", "String", "关联号", "Correlation id", "只发给此关联号的流程", "Only to instances with this correlation"),
        Describe.Input("IsLocalEvent", "Boolean", "仅本流程", "Local", "只发给本流程实例", "Only within this instance", false, "checkbox"),
        Describe.Input("Payload", "Object", "内容", "Payload", "随事件发送的内容", "Sent with the event") with { Formerly = "Input" });

    public override ActivityResult Execute(ActivityContext context)
    {
        if (context.Text("EventName") is not { Length: > 0 } name)
        {
            return ActivityResult.Failed("no-event", "PublishEvent names no event.");
        }

        var local = ((ActivationContext)context).Flag("IsLocalEvent");
        context.Emit(new PublishStimulus(Event.Stimulus, name, context.Input("Payload"), context.Text("CorrelationId"), local ? context.InstanceId : null));
        return ActivityResult.Done;
    }
}
