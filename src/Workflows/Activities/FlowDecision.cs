using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Leaves by True or False.</summary>
public sealed class FlowDecision : Activity
{
    private static readonly ActivityResult True = ActivityResult.Outcome("True");
    private static readonly ActivityResult False = ActivityResult.Outcome("False");

    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "FlowDecision", "Branching", "判断", "Decision", "按条件走“是”或“否”", "Leaves by True or False", "diamond",
        Describe.Input("Condition", "Boolean", "条件", "Condition", "为真时走 True", "True leaves by True", null, "checkbox")) with
    { Ports = ["True", "False"] };

    public override ActivityResult Execute(ActivityContext context) => ((ActivationContext)context).Flag("Condition") ? True : False;
}
