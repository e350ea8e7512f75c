using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Leaves by every one of its named branches at once.</summary>
public sealed class FlowFork : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "FlowFork", "Branching", "并行分叉", "Fork (flow)", "同时走所有分支", "Leaves by all of its branches", "split",
        Describe.Input("Branches", "Object", "分支", "Branches", "分支名称", "Names of the branches", null, "multitext"));

    public override ActivityResult Execute(ActivityContext context) =>
        context.Input("Branches") is JsonArray { Count: > 0 } branches
            ? ActivityResult.Outcome([.. branches.Select(branch => branch?.ToString() ?? "")])
            : ActivityResult.Done;
}
