using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Fails on purpose, with a code and a message.</summary>
public sealed class Fault : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "Fault", "Primitives", "报告故障", "Fault", "主动报告一个故障", "Fails on purpose", "alert",
        Describe.Input("Code", "String", "代码", "Code", "故障代码", "Code of the failure"),
        Describe.Input("Category", "String", "类别", "Category", "故障类别", "Category of the failure"),
        Describe.Input("FaultType", "String", "类型", "Type", "故障类型", "Type of the failure"),
        Describe.Input("Message", "String", "说明", "Message", "给人看的说明", "A message for people")) with
    { IsTerminal = true, Ports = [] };

    public override ActivityResult Execute(ActivityContext context) =>
        new ActivityResult.Failure(context.Text("Code") ?? "fault", context.Text("Message") ?? "")
        {
            Detail = string.Join(" / ", new[] { context.Text("Category"), context.Text("FaultType") }.Where(text => !string.IsNullOrEmpty(text))) is { Length: > 0 } detail ? detail : null,
        };
}
