using System.Text.Json.Nodes;

using CaseMgmt.Workflows.Expressions.Library;
using CaseMgmt.Workflows.Expressions.Syntax;
using CaseMgmt.Workflows.Expressions.Tree;
using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions;

/// <summary>
/// A JavaScript expression or a short program, parsed once and run any number of times, from any thread. It sees its scope and nothing else,
/// and it always ends: loops are refused here, calls and library functions are charged to a budget.
/// </summary>
public sealed class CompiledExpression
{
    /// <summary>Longest source that is accepted.</summary>
    public const int MaxSourceLength = 100_000;

    private readonly Program program;

    private CompiledExpression(string source, Program program)
    {
        Source = source;
        this.program = program;
    }

    public string Source { get; }

    /// <summary>Names that the scope must answer when the program reads them; a check before publishing can compare them with what exists.</summary>
    public IReadOnlyCollection<string> Globals => program.Globals;

    /// <summary>Reads a source: an expression to run, or the first problem in it. Never throws.</summary>
    public static (CompiledExpression? Expression, ExpressionProblem? Problem) Compile(string source)
    {
        if (source.Length > MaxSourceLength)
        {
            return (null, new ExpressionProblem(1, 1, $"The source is longer than {MaxSourceLength} characters."));
        }

        try
        {
            return (new CompiledExpression(source, new Parser(source, new Lexer(source).Read()).Parse()), null);
        }
        catch (SyntaxException problem)
        {
            return (null, ProblemAt(source, problem));
        }
    }

    /// <summary>Runs the program: the returned value, or that of its last expression statement, as JSON; undefined is null.</summary>
    /// <exception cref="ExpressionException">The program failed, or its budget ended.</exception>
    public JsonNode? Evaluate(ExpressionScope scope, ExpressionBudget budget)
    {
        var run = NewRun(scope, budget);
        return JsonBridge.ToNode(run, Run(run));
    }

    /// <summary>Runs the program as a condition: JavaScript's truth of the value.</summary>
    /// <exception cref="ExpressionException">The program failed, or its budget ended.</exception>
    public bool Test(ExpressionScope scope, ExpressionBudget budget) => Coerce.ToBoolean(Run(NewRun(scope, budget)));

    /// <summary>Runs the program as a text: what a template literal would show of the value; null and undefined give null.</summary>
    /// <exception cref="ExpressionException">The program failed, or its budget ended.</exception>
    public string? EvaluateText(ExpressionScope scope, ExpressionBudget budget)
    {
        var run = NewRun(scope, budget);
        var value = Run(run);
        return value.IsNullish ? null : Coerce.ToText(run, value);
    }

    /// <summary>Runs the program and writes the value exactly as JSON.stringify does; what it would leave out is <c>null</c>.</summary>
    /// <exception cref="ExpressionException">The program failed, or its budget ended.</exception>
    public string EvaluateJson(ExpressionScope scope, ExpressionBudget budget)
    {
        var run = NewRun(scope, budget);
        return new JsonWriter(run, JsValue.Undefined, "").Write(Run(run)) ?? "null";
    }

    private Evaluation NewRun(ExpressionScope scope, ExpressionBudget budget) => new(scope, budget, program.Globals.Count);

    private JsValue Run(Evaluation run)
    {
        run.Step(program.Nodes + 1);
        run.Enter(program.Body.Height);
        var frame = new Frame(run, program.Slots == 0 ? [] : new JsValue[program.Slots], null);
        foreach (var slot in program.Unset)
        {
            frame.Slots[slot] = JsValue.Unset;
        }

        program.Body.Execute(frame);
        return frame.Result;
    }

    private static ExpressionProblem ProblemAt(string source, SyntaxException problem)
    {
        var before = source.AsSpan(0, Math.Min(problem.Offset, source.Length));
        return new ExpressionProblem(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'), problem.Message);
    }
}
