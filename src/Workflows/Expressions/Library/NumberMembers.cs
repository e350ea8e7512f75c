using System.Globalization;
using System.Numerics;

using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

internal static class NumberMembers
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static MemberTable Table { get; } = new MemberTable()
        .Add("toString", (run, self, arguments) => JsValue.Of(ToText(run, Of(self), arguments.At(0))))
        .Add("toFixed", (run, self, arguments) => JsValue.Of(Fixed(run, Of(self), Places(run, arguments.At(0), "toFixed", 0))))
        .Add("toPrecision", (run, self, arguments) => JsValue.Of(arguments.At(0).IsUndefined || !double.IsFinite(Of(self))
            ? NumberText.Format(Of(self)) : Precision(run, Of(self), Places(run, arguments.At(0), "toPrecision", 1))))
        .Add("toExponential", (run, self, arguments) => JsValue.Of(Exponential(run, Of(self), arguments.At(0))))
        .Add("valueOf", (_, self, _) => JsValue.Of(Of(self)));

    private static double Of(JsValue self) => self.IsNumber ? self.Number : throw Fail.Type("This member is for numbers.");

    private static int Places(Evaluation run, JsValue argument, string member, int least)
    {
        var places = Coerce.ToInteger(run, argument);
        return places >= least && places <= 100 ? (int)places : throw Fail.Range($"{member}() argument must be between {least} and 100");
    }

    private static string ToText(Evaluation run, double value, JsValue argument)
    {
        var radix = argument.IsUndefined ? 10 : Coerce.ToInteger(run, argument);
        run.Step(radix == 10 ? 5 : 200);
        run.Allocate(radix == 10 ? 48 : 4000);
        return radix is < 2 or > 36 ? throw Fail.Range("toString() radix must be between 2 and 36")
            : radix == 10 || !double.IsFinite(value) ? NumberText.Format(value) : RadixText.Format(value, (int)radix);
    }

    private static string Fixed(Evaluation run, double value, int places)
    {
        run.Step(50);
        run.Allocate(300);
        if (!double.IsFinite(value) || Math.Abs(value) >= 1e21)
        {
            return NumberText.Format(value);
        }

        var digits = Scaled(Math.Abs(value), places).ToString(Culture).PadLeft(places + 1, '0');
        var text = places == 0 ? digits : string.Concat(digits.AsSpan(0, digits.Length - places), ".", digits.AsSpan(digits.Length - places));

        // JavaScript keeps the sign of a small negative number: "-0.00".
        return value < 0 ? "-" + text : text;
    }

    /// <summary>The exact value times a power of ten as a whole number, halves up. .NET's own formats round halves to even.</summary>
    private static BigInteger Scaled(double value, int places)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52);
        var power = Math.Max(exponent, 1) - 1075;
        var above = new BigInteger((bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52)) * BigInteger.Pow(10, Math.Max(places, 0));
        var below = BigInteger.Pow(10, Math.Max(-places, 0));
        above <<= 1 + Math.Max(power, 0);
        below <<= 1 + Math.Max(-power, 0);
        return (above + (below >> 1)) / below;
    }

    private static string Exponential(Evaluation run, double value, JsValue argument)
    {
        var places = Coerce.ToInteger(run, argument);
        run.Step(30);
        run.Allocate(300);
        if (!double.IsFinite(value))
        {
            return NumberText.Format(value);
        }

        if (places is < 0 or > 100)
        {
            throw Fail.Range("toExponential() argument must be between 0 and 100");
        }

        var sign = value < 0 ? "-" : "";
        if (argument.IsUndefined)
        {
            var (digits, exponent) = value == 0 ? ("0", 1) : NumberText.Digits(Math.Abs(value));
            return sign + NumberText.Scientific(digits, exponent - 1);
        }

        var (rounded, power) = Rounded(Math.Abs(value), (int)places + 1);
        return sign + NumberText.Scientific(rounded, power);
    }

    private static string Precision(Evaluation run, double value, int count)
    {
        run.Step(30);
        run.Allocate(300);
        var sign = value < 0 ? "-" : "";
        var (digits, power) = Rounded(Math.Abs(value), count);
        if (power < -6 || power >= count)
        {
            return sign + NumberText.Scientific(digits, power);
        }

        return sign + (power == count - 1 ? digits
            : power >= 0 ? string.Concat(digits.AsSpan(0, power + 1), ".", digits.AsSpan(power + 1))
            : string.Concat("0.", new string('0', -power - 1), digits));
    }

    /// <summary>The first digits of the exact value, rounded half up, and the power of ten of the first.</summary>
    private static (string Digits, int Power) Rounded(double value, int count)
    {
        if (value == 0)
        {
            return (new string('0', count), 0);
        }

        var power = NumberText.Digits(value).Exponent - 1;
        var digits = Scaled(value, count - 1 - power).ToString(Culture);
        return digits.Length == count ? (digits, power) : (digits[..count], power + 1);
    }
}
