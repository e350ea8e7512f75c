using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Expressions;

namespace CaseMgmt.Workflows.Definitions;

/// <summary>An input written in JavaScript: parsed once per version, evaluated under the budget of its transition.</summary>
internal sealed class Script : CompiledInput
{
    private readonly CompiledExpression expression;

    private Script(string typeName, CompiledExpression expression) : base(typeName) => this.expression = expression;

    public static (CompiledInput? Input, string? Problem) Compile(string typeName, string source)
    {
        var (expression, problem) = CompiledExpression.Compile(source);
        return (expression is null ? null : new Script(typeName, expression), problem?.ToString());
    }

    internal override JsonNode? Evaluate(ActivationContext context)
    {
        var scope = new ActivityScope(context);
        var budget = context.Advancement.ExpressionBudget;
        return TypeName switch
        {
            "Boolean" => JsonValue.Create(expression.Test(scope, budget)),
            "String" => expression.EvaluateText(scope, budget) is { } text ? JsonValue.Create(text) : null,
            _ => expression.Evaluate(scope, budget),
        };
    }
}
