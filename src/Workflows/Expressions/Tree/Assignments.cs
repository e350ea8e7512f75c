using CaseMgmt.Workflows.Expressions.Library;
using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Tree;

/// <summary>What stands between target and value: <c>=</c> (null), an operator, or a short-circuiting one.</summary>
internal enum AssignKind
{
    Plain,
    Operator,
    And,
    Or,
    Coalesce,
}

/// <summary>How an assignment combines the old value with the right side.</summary>
internal sealed record Assigning(AssignKind Kind, BinaryOperator Sign = default)
{
    /// <summary>False if the old value stays and the right side is not evaluated.</summary>
    public bool Writes(JsValue old) => Kind switch
    {
        AssignKind.And => Coerce.ToBoolean(old),
        AssignKind.Or => !Coerce.ToBoolean(old),
        AssignKind.Coalesce => old.IsNullish,
        _ => true,
    };

    public JsValue Combine(Frame frame, JsValue old, JsValue right) => Kind == AssignKind.Operator ? Operators.Apply(frame.Run, Sign, old, right) : right;
}

internal sealed class AssignName(Name target, Assigning how, Node value) : Node(Over(target, value))
{
    public override JsValue Evaluate(Frame frame)
    {
        var old = how.Kind == AssignKind.Plain ? default : target.Evaluate(frame);
        if (!how.Writes(old))
        {
            return old;
        }

        var result = how.Combine(frame, old, value.Evaluate(frame));
        target.Assign(frame, result, declares: false);
        return result;
    }
}

internal sealed class AssignMember(Node target, Node key, Assigning how, Node value) : Node(Over(target, key, value))
{
    public override JsValue Evaluate(Frame frame)
    {
        var run = frame.Run;
        var owner = target.Evaluate(frame);
        var name = key.Evaluate(frame);
        var old = how.Kind == AssignKind.Plain ? default : Properties.Get(run, owner, name);
        if (!how.Writes(old))
        {
            return old;
        }

        var result = how.Combine(frame, old, value.Evaluate(frame));
        Properties.Set(run, owner, name, result);
        return result;
    }
}

/// <summary><c>[a, b] = value</c> and <c>({ a } = value)</c>.</summary>
internal sealed class AssignPattern(Pattern target, Node value) : Node(1 + Math.Max(target.Height, value.Height))
{
    public override JsValue Evaluate(Frame frame)
    {
        var result = value.Evaluate(frame);
        target.Assign(frame, result, declares: false);
        return result;
    }
}

/// <summary><c>++</c> and <c>--</c>, before or after.</summary>
internal sealed class Update(Node target, Node? key, double step, bool after) : Node(Over(target, key))
{
    public override JsValue Evaluate(Frame frame)
    {
        var run = frame.Run;
        var owner = target.Evaluate(frame);
        var name = key?.Evaluate(frame) ?? default;
        var old = Coerce.ToNumber(run, key is null ? owner : Properties.Get(run, owner, name));
        var result = JsValue.Of(old + step);
        if (key is null)
        {
            ((Name)target).Assign(frame, result, declares: false);
        }
        else
        {
            Properties.Set(run, owner, name, result);
        }

        return after ? JsValue.Of(old) : result;
    }
}
