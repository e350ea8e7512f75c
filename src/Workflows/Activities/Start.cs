using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Marks where a flowchart begins.</summary>
public sealed class Start : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "Start", "Flow", "开始", "Start", "流程图的起点", "Marks where a flowchart begins", "play") with { IsStart = true };

    public override ActivityResult Execute(ActivityContext context) => ActivityResult.Done;
}
