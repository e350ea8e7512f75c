namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>Code points and UTF-16, where halves of a pair may stand alone as they may in JavaScript.</summary>
internal static class CodePoints
{
    public static string Text(int code) => code > 0xFFFF ? char.ConvertFromUtf32(code) : ((char)code).ToString();

    /// <summary>The code point at this place and how many characters it takes.</summary>
    public static (int Code, int Length) At(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            ? (char.ConvertToUtf32(text[index], text[index + 1]), 2)
            : (text[index], 1);
}
