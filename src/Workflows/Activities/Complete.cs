using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Completes the workflow, or the workflow used as an activity, that it stands in, with outcomes. No recording: as Elsa's documentation says.</summary>
public sealed class Complete : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "Complete", "Composition", "完成并返回结果", "Complete", "以指定结果完成所在流程", "Completes the workflow around it with outcomes", "check",
        Describe.Input("Outcomes", "Object", "结果", "Outcomes", "一个或多个结果", "One or several outcomes", null, "outcome-picker")) with
    { IsTerminal = true, Ports = [] };

    public override ActivityResult Execute(ActivityContext context)
    {
        var activation = (ActivationContext)context;
        var outcomes = context.Input("Outcomes") switch
        {
            JsonArray { Count: > 0 } several => several.Select(outcome => outcome?.ToString() ?? "").ToArray(),
            JsonValue one when one.ToString().Length > 0 => [one.ToString()],
            _ => ["Done"],
        };
        activation.Advancement.CompleteComposite(activation.Activity, outcomes);
        return ActivityResult.Done;
    }
}
