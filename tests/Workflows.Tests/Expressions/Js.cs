using System.Text.Json.Nodes;

using CaseMgmt.Workflows.Expressions;

namespace CaseMgmt.Workflows.Tests.Expressions;

/// <summary>Runs a source as the tests want to see it: the JSON text of its value, or the code of its failure.</summary>
internal static class Js
{
    public static readonly DateTime Now = new(2026, 11, 22, 2, 55, 43, 123, DateTimeKind.Utc);

    public static string Json(string source, ExpressionScope? scope = null, ExpressionBudget? budget = null) =>
        Compile(source).EvaluateJson(scope ?? new ExpressionScope { Now = Now }, budget ?? new ExpressionBudget());

    public static JsonNode? Node(string source, ExpressionScope? scope = null) => Compile(source).Evaluate(scope ?? new ExpressionScope { Now = Now }, new ExpressionBudget());

    public static string Failure(string source, ExpressionBudget? budget = null) =>
        Assert.Throws<ExpressionException>(() => Json(source, budget: budget)).Code;

    public static ExpressionProblem Problem(string source)
    {
        var (expression, problem) = CompiledExpression.Compile(source);
        Assert.Null(expression);
        return Assert.IsType<ExpressionProblem>(problem);
    }

    public static CompiledExpression Compile(string source)
    {
        var (expression, problem) = CompiledExpression.Compile(source);
        Assert.True(problem is null, $"{source}: {problem}");
        return expression!;
    }
}
