using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Sets an output of the workflow.</summary>
public sealed class SetOutput : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "SetOutput", "Composition", "设置输出", "Set output", "设置流程的输出", "Sets an output of the workflow", "arrow-out",
        Describe.Input("OutputName", "String", "输出", "Output", "输出的名称", "Name of the output", null, "output-picker"),
        Describe.Input("OutputValue", "Object", "值", "Value", "输出的值", "Its value"));

    public override ActivityResult Execute(ActivityContext context)
    {
        if (context.Text("OutputName") is not { Length: > 0 } name)
        {
            return ActivityResult.Failed("no-output", "SetOutput names no output.");
        }

        ((ActivationContext)context).SetWorkflowOutput(name, context.Input("OutputValue"));
        return ActivityResult.Done;
    }
}
