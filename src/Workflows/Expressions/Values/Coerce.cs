using CaseMgmt.Workflows.Expressions.Library;

namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>JavaScript's conversions between types.</summary>
internal static class Coerce
{
    private static readonly string[] TextFirst = ["toString", "valueOf"];
    private static readonly string[] NumberFirst = ["valueOf", "toString"];

    public static bool ToBoolean(JsValue value)
    {
        if (value.IsTrue || value.IsFalse)
        {
            return value.IsTrue;
        }

        if (value.IsNumber)
        {
            return value.Number != 0 && !double.IsNaN(value.Number);
        }

        return value.AsText is { } text ? text.Length > 0 : value.IsObject;
    }

    public static double ToNumber(Evaluation run, JsValue value)
    {
        if (value.IsNumber)
        {
            return value.Number;
        }

        if (value.AsText is { } text)
        {
            run.Step(2 + text.Length);
            return NumberText.Parse(text);
        }

        if (value.IsUndefined)
        {
            return double.NaN;
        }

        return value.IsObject ? ToNumber(run, ToPrimitive(run, value, preferText: false)) : value.IsTrue ? 1 : 0;
    }

    /// <summary>Truncated, NaN as 0; infinities stay.</summary>
    public static double ToInteger(Evaluation run, JsValue value)
    {
        var number = ToNumber(run, value);
        return double.IsNaN(number) ? 0 : Math.Truncate(number) + 0.0;
    }

    public static int ToInt32(double number)
    {
        var quick = (int)number;
        if (quick == number)
        {
            return quick;
        }

        if (!double.IsFinite(number))
        {
            return 0;
        }

        var rest = Math.Truncate(number) % 4294967296.0;
        return unchecked((int)(uint)(long)rest);
    }

    public static string ToText(Evaluation run, JsValue value)
    {
        if (value.AsText is { } text)
        {
            return text;
        }

        if (value.IsNumber)
        {
            run.Step(5);
            run.Allocate(48);
            return NumberText.Format(value.Number);
        }

        if (value.IsObject)
        {
            return ToText(run, ToPrimitive(run, value, preferText: true));
        }

        return value.IsUndefined ? "undefined" : value.IsNull ? "null" : value.IsTrue ? "true" : "false";
    }

    public static JsValue ToPrimitive(Evaluation run, JsValue value, bool preferText)
    {
        if (value.AsObject is not { } target)
        {
            return value;
        }

        // Only dates have a number of their own; every other object of this language is its text.
        if (target is JsDate date && !preferText)
        {
            return JsValue.Of(date.Time);
        }

        if (target is not (JsVariables or JsFunction) && OwnPrimitive(run, target, preferText) is { } own)
        {
            return own;
        }

        run.Enter(12);
        var text = ObjectText.Of(run, target);
        run.Leave(12);
        return JsValue.Of(text);
    }

    /// <summary>What functions of the object's own named valueOf and toString give, if it has such.</summary>
    private static JsValue? OwnPrimitive(Evaluation run, JsObject target, bool preferText)
    {
        foreach (var name in preferText ? TextFirst : NumberFirst)
        {
            if (target.TryGetOwn(run, name, out var member))
            {
                var value = member.AsFunction is { } function ? function.Call(run, JsValue.Of(target), []) : throw Fail.Unsupported($"An own '{name}' must be a function.");
                return value.IsObject ? throw Fail.Type("Cannot convert object to primitive value") : value;
            }

            if (preferText && name == "toString")
            {
                return null;
            }
        }

        return null;
    }

    public static string TypeName(JsValue value) => value.Type switch
    {
        JsType.Undefined => "undefined",
        JsType.Boolean => "boolean",
        JsType.Number => "number",
        JsType.String => "string",
        JsType.Function => "function",
        _ => "object",
    };

    /// <summary>A value in an error message.</summary>
    public static string Describe(JsValue value) => value.Type switch
    {
        JsType.Undefined => "undefined",
        JsType.Null => "null",
        JsType.String => $"\"{Shorten(value.AsText!)}\"",
        JsType.Number => NumberText.Format(value.Number),
        JsType.Boolean => value.IsTrue ? "true" : "false",
        JsType.Function => "function",
        _ => $"[object {value.AsObject?.ClassName ?? "Object"}]",
    };

    private static string Shorten(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
}
