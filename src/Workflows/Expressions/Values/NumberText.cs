using System.Globalization;

namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>Numbers to text and back, exactly as JavaScript does: shortest digits that read back as the same double, exponents from 1e21 and below 1e-6.</summary>
internal static class NumberText
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Format(double value)
    {
        if (value == (long)value && Math.Abs(value) < 1e15)
        {
            return ((long)value).ToString(Culture);
        }

        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }

        var (digits, exponent) = Digits(Math.Abs(value));
        return (value < 0 ? "-" : "") + Place(digits, exponent);
    }

    /// <summary>Shortest digits d1d2..dk and the exponent n with value = 0.d1d2..dk * 10^n.</summary>
    public static (string Digits, int Exponent) Digits(double value)
    {
        var text = value.ToString("E16", Culture);
        var shortest = value.ToString("R", Culture);
        var mark = shortest.IndexOf('E', StringComparison.Ordinal);
        var digits = (mark < 0 ? shortest : shortest[..mark]).Replace(".", "", StringComparison.Ordinal).Trim('0');
        var exponent = int.Parse(text.AsSpan(text.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, Culture) + 1;

        // E16 may round 9.99..e5 up to 1.0e6 where the shortest text does not.
        var point = shortest.IndexOf('.', StringComparison.Ordinal);
        exponent = mark >= 0 ? int.Parse(shortest.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, Culture) + 1
            : shortest[0] != '0' ? (point < 0 ? shortest.Length : point)
            : exponent;
        return (digits, exponent);
    }

    /// <summary>The Number value of a text: trimmed, empty is 0, hexadecimal, octal and binary with prefix, else a decimal literal or NaN.</summary>
    public static double Parse(string source)
    {
        var text = source.AsSpan().Trim(Whitespace.All);
        if (text.Length == 0)
        {
            return 0;
        }

        if (text.Length > 2 && text[0] == '0' && Radix(text[1]) is var radix and > 0)
        {
            return Whole(text[2..], radix);
        }

        var length = DecimalPrefix(text);
        return length == text.Length ? ParseDecimal(text) : double.NaN;
    }

    /// <summary>Length of the longest decimal literal (or Infinity) that the text begins with; 0 if there is none.</summary>
    public static int DecimalPrefix(ReadOnlySpan<char> text)
    {
        var at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        if (text[at..].StartsWith("Infinity", StringComparison.Ordinal))
        {
            return at + 8;
        }

        var whole = Run(text, at);
        var end = at + whole;
        var fraction = end < text.Length && text[end] == '.' ? Run(text, end + 1) : -1;
        if (whole == 0 && fraction <= 0)
        {
            return 0;
        }

        end += fraction >= 0 ? 1 + fraction : 0;
        return end + Exponent(text, end);
    }

    public static double ParseDecimal(ReadOnlySpan<char> text)
    {
        if (text.EndsWith("Infinity", StringComparison.Ordinal))
        {
            return text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        }

        return double.Parse(text, NumberStyles.Float, Culture);
    }

    /// <summary>Digits of a radix as a number; NaN at anything else. Exact up to 2^53; beyond it decimal and power-of-two radixes are rounded by steps.</summary>
    public static double Whole(ReadOnlySpan<char> digits, int radix)
    {
        var value = 0.0;
        foreach (var character in digits)
        {
            var digit = DigitOf(character);
            if (digit >= radix)
            {
                return double.NaN;
            }

            value = (value * radix) + digit;
        }

        return digits.Length == 0 ? double.NaN : value;
    }

    public static int DigitOf(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'a' and <= 'z' => character - 'a' + 10,
        >= 'A' and <= 'Z' => character - 'A' + 10,
        _ => 99,
    };

    private static string Place(string digits, int exponent)
    {
        var count = digits.Length;
        return exponent switch
        {
            > 21 or < -5 => Scientific(digits, exponent - 1),
            > 0 when count <= exponent => digits.PadRight(exponent, '0'),
            > 0 => string.Concat(digits.AsSpan(0, exponent), ".", digits.AsSpan(exponent)),
            _ => string.Concat("0.", new string('0', -exponent), digits),
        };
    }

    public static string Scientific(string digits, int exponent) =>
        (digits.Length == 1 ? digits : string.Concat(digits.AsSpan(0, 1), ".", digits.AsSpan(1)))
        + (exponent < 0 ? "e-" : "e+") + Math.Abs(exponent).ToString(Culture);

    private static int Radix(char mark) => mark switch { 'x' or 'X' => 16, 'o' or 'O' => 8, 'b' or 'B' => 2, _ => 0 };

    private static int Run(ReadOnlySpan<char> text, int from)
    {
        var at = from;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - from;
    }

    private static int Exponent(ReadOnlySpan<char> text, int from)
    {
        if (from >= text.Length || text[from] is not ('e' or 'E'))
        {
            return 0;
        }

        var sign = from + 1 < text.Length && text[from + 1] is '+' or '-' ? 1 : 0;
        var digits = Run(text, from + 1 + sign);
        return digits == 0 ? 0 : 1 + sign + digits;
    }
}
