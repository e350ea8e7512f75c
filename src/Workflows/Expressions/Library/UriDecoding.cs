using System.Globalization;
using System.Text;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>decodeURI and decodeURIComponent: percent bytes must be well-formed UTF-8; what decodes to a kept character stays as it was.</summary>
internal static class UriDecoding
{
    public static string Decode(Evaluation run, string text, string kept)
    {
        run.AllocateText(2L * text.Length);
        run.Step(text.Length);
        var made = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] != '%')
            {
                made.Append(text[at++]);
                continue;
            }

            var (part, length) = Sequence(text, at);
            made.Append(kept.Contains(part, StringComparison.Ordinal) ? text.Substring(at, length) : part);
            at += length;
        }

        return made.ToString();
    }

    private static (string Part, int Length) Sequence(string text, int at)
    {
        var first = Byte(text, at);
        var count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        var bytes = new byte[count];
        for (var index = 0; index < count; index++)
        {
            bytes[index] = Byte(text, at + (3 * index));
        }

        return Rune.DecodeFromUtf8(bytes, out var rune, out var used) == System.Buffers.OperationStatus.Done && used == count
            ? (rune.ToString(), 3 * count)
            : throw new ExpressionException("range-error", "URI malformed");
    }

    private static byte Byte(string text, int at) =>
        at + 2 < text.Length && text[at] == '%' && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new ExpressionException("range-error", "URI malformed");
}
