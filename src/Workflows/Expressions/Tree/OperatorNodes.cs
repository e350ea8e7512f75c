using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Tree;

/// <summary>Both sides, then the operator; two numbers take the short way.</summary>
internal sealed class Binary(BinaryOperator sign, Node left, Node right) : Node(Over(left, right))
{
    public override JsValue Evaluate(Frame frame)
    {
        var first = left.Evaluate(frame);
        var second = right.Evaluate(frame);
        if (first.IsNumber && second.IsNumber)
        {
            switch (sign)
            {
                case BinaryOperator.Add:
                    return JsValue.Of(first.Number + second.Number);
                case BinaryOperator.Subtract:
                    return JsValue.Of(first.Number - second.Number);
                case BinaryOperator.Multiply:
                    return JsValue.Of(first.Number * second.Number);
                case BinaryOperator.Less:
                    return JsValue.Of(first.Number < second.Number);
                case BinaryOperator.Greater:
                    return JsValue.Of(first.Number > second.Number);
                default:
                    break;
            }
        }

        return Operators.Apply(frame.Run, sign, first, second);
    }
}

internal sealed class And(Node left, Node right) : Node(Over(left, right))
{
    public override JsValue Evaluate(Frame frame)
    {
        var first = left.Evaluate(frame);
        return Coerce.ToBoolean(first) ? right.Evaluate(frame) : first;
    }
}

internal sealed class Or(Node left, Node right) : Node(Over(left, right))
{
    public override JsValue Evaluate(Frame frame)
    {
        var first = left.Evaluate(frame);
        return Coerce.ToBoolean(first) ? first : right.Evaluate(frame);
    }
}

internal sealed class Coalesce(Node left, Node right) : Node(Over(left, right))
{
    public override JsValue Evaluate(Frame frame)
    {
        var first = left.Evaluate(frame);
        return first.IsNullish ? right.Evaluate(frame) : first;
    }
}

internal sealed class Conditional(Node condition, Node then, Node otherwise) : Node(Over(condition, then, otherwise))
{
    public override JsValue Evaluate(Frame frame) =>
        Coerce.ToBoolean(condition.Evaluate(frame)) ? then.Evaluate(frame) : otherwise.Evaluate(frame);
}

internal sealed class Comma(Node left, Node right) : Node(Over(left, right))
{
    public override JsValue Evaluate(Frame frame)
    {
        left.Evaluate(frame);
        return right.Evaluate(frame);
    }
}

internal sealed class Not(Node operand) : Node(Over(operand))
{
    public override JsValue Evaluate(Frame frame) => JsValue.Of(!Coerce.ToBoolean(operand.Evaluate(frame)));
}

internal sealed class Negate(Node operand) : Node(Over(operand))
{
    public override JsValue Evaluate(Frame frame) => JsValue.Of(-Coerce.ToNumber(frame.Run, operand.Evaluate(frame)));
}

internal sealed class Plus(Node operand) : Node(Over(operand))
{
    public override JsValue Evaluate(Frame frame) => JsValue.Of(Coerce.ToNumber(frame.Run, operand.Evaluate(frame)));
}

internal sealed class BitNot(Node operand) : Node(Over(operand))
{
    public override JsValue Evaluate(Frame frame) => JsValue.Of(~Coerce.ToInt32(Coerce.ToNumber(frame.Run, operand.Evaluate(frame))));
}

internal sealed class Void(Node operand) : Node(Over(operand))
{
    public override JsValue Evaluate(Frame frame)
    {
        operand.Evaluate(frame);
        return JsValue.Undefined;
    }
}

internal sealed class TypeOf(Node operand) : Node(Over(operand))
{
    public override JsValue Evaluate(Frame frame) =>
        JsValue.Of(Coerce.TypeName(operand is Name name ? name.EvaluateIfKnown(frame) : operand.Evaluate(frame)));
}
