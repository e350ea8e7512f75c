namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>The four equalities and the order of JavaScript.</summary>
internal static class Equality
{
    /// <summary><c>===</c>.</summary>
    public static bool Strict(JsValue left, JsValue right)
    {
        if (left.IsNumber)
        {
            return right.IsNumber && left.Number == right.Number;
        }

        return left.AsText is { } text ? string.Equals(text, right.AsText, StringComparison.Ordinal) : !right.IsNumber && ReferenceEquals(left.Reference, right.Reference);
    }

    /// <summary><c>===</c>, charged for long texts.</summary>
    public static bool Strict(Evaluation run, JsValue left, JsValue right)
    {
        if (left.AsText is { Length: > 64 } text)
        {
            run.Step(text.Length / 32);
        }

        return Strict(left, right);
    }

    /// <summary>Like <c>===</c>, but NaN equals itself: includes, Map and Set.</summary>
    public static bool SameZero(JsValue left, JsValue right) =>
        Strict(left, right) || (left.IsNumber && right.IsNumber && double.IsNaN(left.Number) && double.IsNaN(right.Number));

    /// <summary><c>Object.is</c>.</summary>
    public static bool Same(JsValue left, JsValue right) =>
        left.IsNumber && right.IsNumber
            ? SameZero(left, right) && (left.Number != 0 || double.IsNegative(left.Number) == double.IsNegative(right.Number))
            : Strict(left, right);

    /// <summary><c>==</c> with its conversions.</summary>
    public static bool Loose(Evaluation run, JsValue left, JsValue right)
    {
        if (left.IsNullish || right.IsNullish)
        {
            return left.IsNullish && right.IsNullish;
        }

        if (left.IsObject && right.IsObject)
        {
            return ReferenceEquals(left.Reference, right.Reference);
        }

        if (left.IsObject || right.IsObject)
        {
            // Dates prefer their text here, all other objects only have a text.
            return Loose(run, Coerce.ToPrimitive(run, left, preferText: true), Coerce.ToPrimitive(run, right, preferText: true));
        }

        return left.Type == right.Type ? Strict(run, left, right) : Coerce.ToNumber(run, left) == Coerce.ToNumber(run, right);
    }

    /// <summary>-1, 0, 1, or 2 if not comparable (NaN).</summary>
    public static int Order(Evaluation run, JsValue left, JsValue right)
    {
        if (!left.IsNumber || !right.IsNumber)
        {
            left = Coerce.ToPrimitive(run, left, preferText: false);
            right = Coerce.ToPrimitive(run, right, preferText: false);
            if (left.AsText is { } text && right.AsText is { } other)
            {
                run.Step(Math.Min(text.Length, other.Length) / 16);
                return Math.Sign(string.CompareOrdinal(text, other));
            }
        }

        var first = Coerce.ToNumber(run, left);
        var second = Coerce.ToNumber(run, right);
        return first < second ? -1 : first > second ? 1 : first == second ? 0 : 2;
    }
}
