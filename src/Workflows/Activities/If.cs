using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Runs Then or Else. Its output Result is the condition.</summary>
public sealed class If : ContainerActivity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "If", "Branching", "如果", "If", "按条件执行“则”或“否则”", "Runs Then or Else", "branch",
        Describe.Input("Condition", "Boolean", "条件", "Condition", "为真时执行“则”", "True runs Then", null, "checkbox")) with
    { EmbeddedPorts = ["Then", "Else"], Outputs = [Describe.Output("Result", "Boolean", "结果", "Result")] };

    internal override ActivityResult Enter(ActivationContext context)
    {
        var condition = context.Flag("Condition");
        context.SetOutput("Result", condition);
        if (context.Node.Port(condition ? "then" : "else") is not { } child)
        {
            return ActivityResult.Done;
        }

        context.Schedule(child);
        return ActivityResult.Waiting;
    }

    internal override ActivityResult ChildCompleted(ActivationContext context, CompletedChild child) => ActivityResult.Done;
}
