using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Gives the instance a name that people recognise.</summary>
public sealed class SetName : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "SetName", "Primitives", "设置名称", "Set name", "给流程实例命名", "Names the instance", "tag",
        Describe.Input("Value", "String", "名称", "Name", "实例的名称", "Name of the instance"));

    public override ActivityResult Execute(ActivityContext context)
    {
        ((ActivationContext)context).Advancement.State.Name = context.Text("Value");
        return ActivityResult.Done;
    }
}
