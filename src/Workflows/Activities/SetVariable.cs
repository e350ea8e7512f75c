using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Assigns a variable; the value is converted to the variable's type.</summary>
public sealed class SetVariable : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "SetVariable", "Primitives", "设置变量", "Set variable", "给流程变量赋值", "Assigns a variable", "variable",
        Describe.Bare(Describe.Input("Variable", "Object", "变量", "Variable", "要赋值的变量", "The variable", null, "variable-picker")),
        Describe.Input("Value", "Object", "值", "Value", "新的值", "The new value"));

    public override ActivityResult Execute(ActivityContext context)
    {
        var activation = (ActivationContext)context;
        if (activation.Node.Json["variable"] is not JsonObject variable)
        {
            return ActivityResult.Failed("no-variable", "SetVariable names no variable.");
        }

        activation.WriteVariable(TypeNames.Text(variable["id"]), TypeNames.Text(variable["name"]), context.Input("Value"));
        return ActivityResult.Done;
    }
}
