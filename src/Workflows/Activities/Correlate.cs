using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Sets the correlation id by which stimuli find the instance.</summary>
public sealed class Correlate : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "Correlate", "Primitives", "设置关联号", "Correlate", "设置流程实例的关联号", "Sets the correlation id of the instance", "link",
        Describe.Input("CorrelationId", "String", "关联号", "Correlation id", "例如 case/42", "For example case/42"));

    public override ActivityResult Execute(ActivityContext context)
    {
        context.CorrelationId = context.Text("CorrelationId");
        return ActivityResult.Done;
    }
}
