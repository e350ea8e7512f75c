namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>JavaScript's white space and line ends, which are not quite .NET's.</summary>
internal static class Whitespace
{
    public const string All = "\t\n\v\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

    public static bool Is(char character) => character < 128 ? character is ' ' or (>= '\t' and <= '\r') : All.Contains(character, StringComparison.Ordinal);

    public static bool IsLineEnd(char character) => character is '\n' or '\r' or '\u2028' or '\u2029';
}
