using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Runs a script; it may set variables and, by setOutcome or setOutcomes, choose how it is left. No recording: as Elsa's documentation says.</summary>
public sealed class RunJavaScript : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "RunJavaScript", "Scripting", "执行脚本", "Run JavaScript", "执行一段 JavaScript", "Runs a script", "code",
        Describe.Input("Script", "Object", "脚本", "Script", "JavaScript 程序", "A JavaScript program", null, "code-editor"),
        Describe.Input("PossibleOutcomes", "Object", "可能的结果", "Possible outcomes", "脚本可以选择的结果", "Outcomes that the script may choose", null, "dynamic-outcomes")) with
    { Outputs = [Describe.Output("Result", "Object", "结果", "Result")] };

    public override ActivityResult Execute(ActivityContext context)
    {
        var activation = (ActivationContext)context;
        context.SetOutput("Result", activation.Input("Script"));
        return activation.ChosenOutcomes is { Count: > 0 } chosen ? ActivityResult.Outcome([.. chosen]) : ActivityResult.Done;
    }
}
