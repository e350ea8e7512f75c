using System.Text;

using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Upper and lower case without a locale, with the letters that become several.</summary>
internal static class TextCase
{
    private static readonly Dictionary<char, string> Several = new()
    {
        ['ß'] = "SS", ['ŉ'] = "ʼN", ['ǰ'] = "J̌", ['ΐ'] = "Ϊ́", ['ΰ'] = "Ϋ́", ['և'] = "ԵՒ", ['ﬀ'] = "FF", ['ﬁ'] = "FI", ['ﬂ'] = "FL",
        ['ﬃ'] = "FFI", ['ﬄ'] = "FFL", ['ﬅ'] = "ST", ['ﬆ'] = "ST", ['ı'] = "I", ['ſ'] = "S", ['µ'] = "Μ",
    };

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
        foreach (var rune in text.ToUpperInvariant())
        {
            made.Append(Several.TryGetValue(rune, out var several) ? several : rune);
        }

        return made.ToString();
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
