using CaseMgmt.Workflows.Expressions.Numerics;
using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>The <c>Math</c> object. random() continues the seed of the scope.</summary>
internal static class MathLibrary
{
    public static JsObject Make()
    {
        var made = new JsObject()
            .With("PI", JsValue.Of(Math.PI)).With("E", JsValue.Of(Math.E)).With("LN2", JsValue.Of(0.6931471805599453))
            .With("LN10", JsValue.Of(2.302585092994046)).With("LOG2E", JsValue.Of(1.4426950408889634))
            .With("LOG10E", JsValue.Of(0.4342944819032518)).With("SQRT2", JsValue.Of(1.4142135623730951)).With("SQRT1_2", JsValue.Of(0.7071067811865476));
        foreach (var (name, code) in Unary)
        {
            Add(made, name, (run, _, arguments) => JsValue.Of(code(Coerce.ToNumber(run, arguments.At(0)))));
        }

        Add(made, "pow", (run, _, arguments) => JsValue.Of(Power.Of(Coerce.ToNumber(run, arguments.At(0)), Coerce.ToNumber(run, arguments.At(1)))));
        Add(made, "atan2", (run, _, arguments) => JsValue.Of(Arcs.Atan2(Coerce.ToNumber(run, arguments.At(0)), Coerce.ToNumber(run, arguments.At(1)))));
        Add(made, "imul", (run, _, arguments) => JsValue.Of(unchecked(
            Coerce.ToInt32(Coerce.ToNumber(run, arguments.At(0))) * Coerce.ToInt32(Coerce.ToNumber(run, arguments.At(1))))));
        Add(made, "max", (run, _, arguments) => JsValue.Of(Fold(run, arguments, double.NegativeInfinity, Math.Max)));
        Add(made, "min", (run, _, arguments) => JsValue.Of(Fold(run, arguments, double.PositiveInfinity, Math.Min)));
        Add(made, "hypot", (run, _, arguments) => JsValue.Of(Hypot(run, arguments)));
        Add(made, "random", (run, _, _) => JsValue.Of(run.Random.NextDouble()));
        made.Frozen = true;
        return made;
    }

    private static Dictionary<string, Func<double, double>> Unary => new(StringComparer.Ordinal)
    {
        ["abs"] = Math.Abs, ["ceil"] = Math.Ceiling, ["floor"] = Math.Floor, ["trunc"] = Math.Truncate, ["sqrt"] = Math.Sqrt, ["cbrt"] = CubeRoot.Of,
        ["round"] = Round, ["sign"] = value => double.IsNaN(value) || value == 0 ? value : Math.Sign(value), ["fround"] = value => (float)value,
        ["exp"] = Logarithms.Exp, ["log"] = Logarithms.Log, ["log2"] = Logarithms.Log2, ["log10"] = Logarithms.Log10, ["expm1"] = Hyperbolics.Expm1,
        ["log1p"] = Hyperbolics.Log1p,
        ["sin"] = Trigonometry.Sin, ["cos"] = Trigonometry.Cos, ["tan"] = Trigonometry.Tan, ["asin"] = Arcs.Asin, ["acos"] = Arcs.Acos, ["atan"] = Arcs.Atan,
        ["sinh"] = Hyperbolics.Sinh, ["cosh"] = Hyperbolics.Cosh, ["tanh"] = Hyperbolics.Tanh, ["asinh"] = Hyperbolics.Asinh, ["acosh"] = Hyperbolics.Acosh, ["atanh"] = Hyperbolics.Atanh,
        ["clz32"] = value => System.Numerics.BitOperations.LeadingZeroCount(unchecked((uint)Coerce.ToInt32(value))),
    };

    private static void Add(JsObject made, string name, NativeCode code) => made.With(name, JsValue.Of(new NativeFunction(name, code)));

    /// <summary>Halves go up, also below zero; the sign of zero stays.</summary>
    private static double Round(double value)
    {
        if (!double.IsFinite(value) || value == Math.Truncate(value))
        {
            return value;
        }

        var down = Math.Floor(value);
        var result = value - down >= 0.5 ? down + 1 : down;
        return result == 0 && value < 0 ? -0.0 : result;
    }

    private static double Fold(Evaluation run, ReadOnlySpan<JsValue> arguments, double start, Func<double, double, double> combine)
    {
        run.Step(arguments.Length);
        foreach (var argument in arguments)
        {
            start = combine(start, Coerce.ToNumber(run, argument));
        }

        return start;
    }

    /// <summary>Scaled and summed with Kahan's compensation, as V8 does.</summary>
    private static double Hypot(Evaluation run, ReadOnlySpan<JsValue> arguments)
    {
        run.Step(arguments.Length);
        var values = new double[arguments.Length];
        var largest = 0.0;
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = Math.Abs(Coerce.ToNumber(run, arguments[index]));
            largest = Math.Max(largest, values[index]);
        }

        if (Array.Exists(values, double.IsInfinity))
        {
            return double.PositiveInfinity;
        }

        return double.IsNaN(largest) || largest == 0 ? largest : Math.Sqrt(SumOfSquares(values, largest)) * largest;
    }

    private static double SumOfSquares(double[] values, double largest)
    {
        var (sum, compensation) = (0.0, 0.0);
        foreach (var value in values)
        {
            var scaled = value / largest;
            var summand = (scaled * scaled) - compensation;
            var preliminary = sum + summand;
            compensation = preliminary - sum - summand;
            sum = preliminary;
        }

        return sum;
    }
}
