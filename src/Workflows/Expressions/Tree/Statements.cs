using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Tree;

internal sealed class ExpressionStatement(Node expression) : Statement(expression.Height + 1)
{
    public override bool Execute(Frame frame)
    {
        frame.Result = expression.Evaluate(frame);
        return false;
    }
}

/// <summary>One declarator of const, let or var.</summary>
internal sealed class Declaration(Pattern target, Node? value) : Statement(1 + Math.Max(target.Height, value?.Height ?? 0))
{
    public override bool Execute(Frame frame)
    {
        target.Assign(frame, value is null ? JsValue.Undefined : value.Evaluate(frame), declares: true);
        return false;
    }
}

internal sealed class ReturnStatement(Node? value) : Statement(1 + (value?.Height ?? 0))
{
    public override bool Execute(Frame frame)
    {
        frame.Result = value is null ? JsValue.Undefined : value.Evaluate(frame);
        return true;
    }
}

internal sealed class ThrowStatement(Node value) : Statement(value.Height + 1)
{
    public override bool Execute(Frame frame)
    {
        var thrown = value.Evaluate(frame);
        var reason = thrown.AsObject is JsError error && error.TryGetOwn(frame.Run, "message", out var message)
            ? Coerce.ToText(frame.Run, message)
            : Coerce.ToText(frame.Run, thrown);
        throw new ExpressionException("thrown", reason);
    }
}

internal sealed class IfStatement(Node condition, Statement then, Statement? otherwise)
    : Statement(1 + Math.Max(condition.Height, Math.Max(then.Height, otherwise?.Height ?? 0)))
{
    public override bool Execute(Frame frame)
    {
        var holds = Coerce.ToBoolean(condition.Evaluate(frame));
        frame.Result = JsValue.Undefined;
        return holds ? then.Execute(frame) : otherwise is not null && otherwise.Execute(frame);
    }
}

/// <summary>Statements in order: a block, a body or the whole program.</summary>
internal sealed class StatementList(IReadOnlyList<Statement> statements) : Statement(1 + statements.Select(one => one.Height).DefaultIfEmpty().Max())
{
    private readonly Statement[] statements = [.. statements];

    public override bool Execute(Frame frame)
    {
        foreach (var statement in statements)
        {
            if (statement.Execute(frame))
            {
                return true;
            }
        }

        return false;
    }
}
