using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Ends the container that it stands in; whatever else is live in there is cancelled.</summary>
public sealed class End : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "End", "Flow", "结束", "End", "结束所在的流程图或顺序", "Ends the container that it stands in", "stop") with { IsTerminal = true, Ports = [] };

    public override ActivityResult Execute(ActivityContext context) => ActivityResult.Done;
}
