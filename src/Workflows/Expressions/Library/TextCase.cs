using System.Text;

using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Upper and lower case without a locale, with the letters that become several.</summary>
internal static class TextCase
{
    /// <summary>Single letters that .NET leaves as they are.</summary>
    private static readonly Dictionary<char, char> One = new() { ['\u0131'] = 'I', ['\u017F'] = 'S', ['\u00B5'] = '\u039C', ['\u1E9B'] = '\u1E60', ['\u1FBE'] = '\u0399' };

    public static string Upper(Evaluation run, string text)
    {
        run.AllocateText(text.Length);
        run.Step(text.Length / 4);
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u007F'))
        {
            return text.ToUpperInvariant();
        }

        run.AllocateText(3L * text.Length);
        var made = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            AppendUpper(made, text, at);
        }

        return made.ToString();
    }

    private static void AppendUpper(StringBuilder made, string text, int at)
    {
        if (TextCaseTable.Several.TryGetValue(text[at], out var several))
        {
            made.Append(several);
        }
        else if (at + 1 < text.Length && char.IsSurrogatePair(text, at))
        {
            made.Append(Rune.ToUpperInvariant(new Rune(text[at], text[at + 1])).ToString());
        }
        else if (!char.IsLowSurrogate(text[at]) || at == 0 || !char.IsHighSurrogate(text[at - 1]))
        {
            made.Append(One.TryGetValue(text[at], out var one) ? one : char.ToUpperInvariant(text[at]));
        }
    }

    public static string Lower(Evaluation run, string text)
    {
        run.AllocateText(2L * text.Length);
        run.Step(text.Length / 4);
        var lower = text.ToLowerInvariant();
        lower = lower.Contains('İ', StringComparison.Ordinal) ? lower.Replace("İ", "i̇", StringComparison.Ordinal) : lower;
        return lower.Contains('σ', StringComparison.Ordinal) && text.Contains('Σ', StringComparison.Ordinal)
            ? throw Fail.Unsupported("Lower case of the capital sigma is not available in expressions.")
            : lower;
    }
}
