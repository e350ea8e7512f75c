using CaseMgmt.Workflows.Expressions.Library;
using CaseMgmt.Workflows.Expressions.Numerics;
using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Tree;

internal enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Power,
    ShiftLeft,
    ShiftRight,
    ShiftRightUnsigned,
    BitAnd,
    BitOr,
    BitXor,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    LooseEqual,
    LooseUnequal,
    StrictEqual,
    StrictUnequal,
    In,
    InstanceOf,
}

/// <summary>Meaning of the binary operators that evaluate both sides.</summary>
internal static class Operators
{
    public static JsValue Apply(Evaluation run, BinaryOperator sign, JsValue left, JsValue right) => sign switch
    {
        BinaryOperator.Add => Add(run, left, right),
        BinaryOperator.StrictEqual => JsValue.Of(Equality.Strict(run, left, right)),
        BinaryOperator.StrictUnequal => JsValue.Of(!Equality.Strict(run, left, right)),
        BinaryOperator.LooseEqual => JsValue.Of(Equality.Loose(run, left, right)),
        BinaryOperator.LooseUnequal => JsValue.Of(!Equality.Loose(run, left, right)),
        BinaryOperator.Less => JsValue.Of(Equality.Order(run, left, right) == -1),
        BinaryOperator.LessOrEqual => JsValue.Of(Equality.Order(run, left, right) is -1 or 0),
        BinaryOperator.Greater => JsValue.Of(Equality.Order(run, left, right) == 1),
        BinaryOperator.GreaterOrEqual => JsValue.Of(Equality.Order(run, left, right) is 0 or 1),
        BinaryOperator.In => JsValue.Of(Properties.Has(run, right, left)),
        BinaryOperator.InstanceOf => JsValue.Of(InstanceOf(left, right)),
        _ => JsValue.Of(Calculate(sign, Coerce.ToNumber(run, left), Coerce.ToNumber(run, right))),
    };

    public static JsValue Add(Evaluation run, JsValue left, JsValue right)
    {
        if (left.IsNumber && right.IsNumber)
        {
            return JsValue.Of(left.Number + right.Number);
        }

        // A date added to something is its text.
        left = Coerce.ToPrimitive(run, left, preferText: left.AsObject is JsDate);
        right = Coerce.ToPrimitive(run, right, preferText: right.AsObject is JsDate);
        return left.AsText is null && right.AsText is null
            ? JsValue.Of(Coerce.ToNumber(run, left) + Coerce.ToNumber(run, right))
            : Join(run, Coerce.ToText(run, left), Coerce.ToText(run, right));
    }

    public static JsValue Join(Evaluation run, string left, string right)
    {
        run.AllocateText((long)left.Length + right.Length);
        return JsValue.Of(string.Concat(left, right));
    }

    private static double Calculate(BinaryOperator sign, double left, double right) => sign switch
    {
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.Remainder => left % right,
        BinaryOperator.Power => Power.Of(left, right),
        BinaryOperator.ShiftLeft => Coerce.ToInt32(left) << (Coerce.ToInt32(right) & 31),
        BinaryOperator.ShiftRight => Coerce.ToInt32(left) >> (Coerce.ToInt32(right) & 31),
        BinaryOperator.ShiftRightUnsigned => (uint)Coerce.ToInt32(left) >> (Coerce.ToInt32(right) & 31),
        BinaryOperator.BitAnd => Coerce.ToInt32(left) & Coerce.ToInt32(right),
        BinaryOperator.BitOr => Coerce.ToInt32(left) | Coerce.ToInt32(right),
        _ => Coerce.ToInt32(left) ^ Coerce.ToInt32(right),
    };

    private static bool InstanceOf(JsValue left, JsValue right)
    {
        if (right.AsObject is not NativeFunction { HasInstance: { } asks })
        {
            throw right.IsObject ? Fail.Unsupported("instanceof knows the classes of the language only.")
                : Fail.Type("Right-hand side of 'instanceof' is not callable");
        }

        return left.AsObject is { } target && asks(target);
    }
}
