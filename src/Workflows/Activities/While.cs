using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Repeats its body as long as a condition holds.</summary>
public sealed class While : ContainerActivity, ILoop
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "While", "Looping", "当…时循环", "While", "条件成立时重复执行", "Repeats its body as long as a condition holds", "repeat",
        Describe.Input("Condition", "Boolean", "条件", "Condition", "为真时继续", "True goes on", null, "checkbox")) with
    { EmbeddedPorts = ["Body"] };

    internal override ActivityResult Enter(ActivationContext context)
    {
        if (context.Activity.Breaking || !context.Flag("Condition"))
        {
            return ActivityResult.Done;
        }

        // A loop without a body would spin inside one activation; Elsa leaves it at once too.
        if (context.Node.Port("body") is not { } body)
        {
            return ActivityResult.Done;
        }

        context.Schedule(body);
        return ActivityResult.Waiting;
    }

    internal override ActivityResult ChildCompleted(ActivationContext context, CompletedChild child) => Enter(context);
}
