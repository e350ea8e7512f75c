using System.Globalization;
using System.Text;

using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Functions of JavaScript's that stand alone.</summary>
internal static class GlobalFunctions
{
    private const string UriMarks = "-_.!~*'()";
    private const string UriReserved = ";/?:@&=+$,#";

    public static IEnumerable<NativeFunction> All() =>
    [
        new("parseInt", (run, _, arguments) => JsValue.Of(ParseInt(run, Coerce.ToText(run, arguments.At(0)), arguments.At(1)))),
        new("parseFloat", (run, _, arguments) => JsValue.Of(ParseFloat(run, Coerce.ToText(run, arguments.At(0))))),
        new("isNaN", (run, _, arguments) => JsValue.Of(double.IsNaN(Coerce.ToNumber(run, arguments.At(0))))),
        new("isFinite", (run, _, arguments) => JsValue.Of(double.IsFinite(Coerce.ToNumber(run, arguments.At(0))))),
        new("encodeURIComponent", (run, _, arguments) => JsValue.Of(Encode(run, Coerce.ToText(run, arguments.At(0)), UriMarks))),
        new("encodeURI", (run, _, arguments) => JsValue.Of(Encode(run, Coerce.ToText(run, arguments.At(0)), UriMarks + UriReserved))),
        new("decodeURIComponent", (run, _, arguments) => JsValue.Of(UriDecoding.Decode(run, Coerce.ToText(run, arguments.At(0)), ""))),
        new("decodeURI", (run, _, arguments) => JsValue.Of(UriDecoding.Decode(run, Coerce.ToText(run, arguments.At(0)), UriReserved))),
    ];

    public static double ParseFloat(Evaluation run, string text)
    {
        run.Step(2 + text.Length);
        var trimmed = text.AsSpan().TrimStart(Whitespace.All);
        var length = NumberText.DecimalPrefix(trimmed);
        return length == 0 ? double.NaN : NumberText.ParseDecimal(trimmed[..length]);
    }

    public static double ParseInt(Evaluation run, string source, JsValue radixArgument)
    {
        run.Step(2 + source.Length);
        var text = source.AsSpan().TrimStart(Whitespace.All);
        var negative = text.Length > 0 && text[0] == '-';
        text = text.Length > 0 && text[0] is '+' or '-' ? text[1..] : text;
        var radix = Coerce.ToInt32(Coerce.ToNumber(run, radixArgument));
        var prefixed = text.Length > 1 && text[0] == '0' && char.ToLowerInvariant(text[1]) == 'x';
        if (prefixed && (radix is 0 or 16))
        {
            text = text[2..];
            radix = 16;
        }

        radix = radix == 0 ? 10 : radix;
        var length = 0;
        while (length < text.Length && NumberText.DigitOf(text[length]) < radix)
        {
            length++;
        }

        if (length == 0 || radix is < 2 or > 36)
        {
            return double.NaN;
        }

        var value = radix == 10 ? double.Parse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture) : NumberText.Whole(text[..length], radix);
        return negative ? -value : value;
    }

    private static string Encode(Evaluation run, string text, string unescaped)
    {
        run.AllocateText(9L * text.Length);
        run.Step(text.Length);
        var made = new StringBuilder();
        Span<byte> bytes = stackalloc byte[4];
        for (var at = 0; at < text.Length;)
        {
            if (char.IsAsciiLetterOrDigit(text[at]) || unescaped.Contains(text[at], StringComparison.Ordinal))
            {
                made.Append(text[at++]);
                continue;
            }

            var (code, length) = CodePoints.At(text, at);
            var count = Rune.IsValid(code) ? new Rune(code).EncodeToUtf8(bytes) : throw new ExpressionException("range-error", "URI malformed");
            foreach (var one in bytes[..count])
            {
                made.Append(CultureInfo.InvariantCulture, $"%{one:X2}");
            }

            at += length;
        }

        return made.ToString();
    }

    /// <summary>A version 4 shape from the seed of the run, so that a repeated run gives the same ids.</summary>
}
