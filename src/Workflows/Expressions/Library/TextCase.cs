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
        return text.Contains('Σ', StringComparison.Ordinal) ? FinalSigmas(text, lower) : lower;
    }

    // A capital sigma after a letter and before none is the final one. Marks in between count as letters here, which differs only in texts nobody writes.
    private static string FinalSigmas(string text, string lower)
    {
        if (text.Length != lower.Length)
        {
            throw Fail.Unsupported("Lower case of this text is not available in expressions.");
        }

        var made = lower.ToCharArray();
        for (var index = 0; index < text.Length; index++)
        {
            var isFinal = text[index] == 'Σ' && index > 0 && char.IsLetter(text[index - 1]) && (index + 1 == text.Length || !char.IsLetter(text[index + 1]));
            made[index] = isFinal ? 'ς' : made[index];
        }

        return new string(made);
    }

    public static string Normalize(Evaluation run, string text, JsValue form)
    {
        run.AllocateText(4L * text.Length);
        run.Step(text.Length);
        var wanted = form.IsUndefined ? "NFC" : Coerce.ToText(run, form);
        return text.Normalize(wanted switch
        {
            "NFC" => NormalizationForm.FormC,
            "NFD" => NormalizationForm.FormD,
            "NFKC" => NormalizationForm.FormKC,
            "NFKD" => NormalizationForm.FormKD,
            _ => throw Fail.Range("The normalization form should be one of NFC, NFD, NFKC, NFKD."),
        });
    }
}
