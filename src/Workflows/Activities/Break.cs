using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Ends the nearest loop around it. No recording: which containers heed it follows Elsa's published code.</summary>
public sealed class Break : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "Break", "Looping", "跳出循环", "Break", "结束所在的循环", "Ends the nearest loop around it", "exit") with { IsTerminal = true, Ports = [] };

    public override ActivityResult Execute(ActivityContext context)
    {
        var activation = (ActivationContext)context;
        activation.Advancement.Break(activation.Activity);
        return ActivityResult.Done;
    }
}
