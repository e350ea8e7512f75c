using System.Globalization;
using System.Text;

namespace CaseMgmt.Workflows.Expressions.Patterns;

internal sealed partial class RegexParser
{
    private RegexNode ParseEscape()
    {
        if (at >= source.Length)
        {
            throw Problem("\\ at end of pattern");
        }

        switch (source[at])
        {
            case 'b':
                at++;
                return new AssertionNode(RegexOperation.WordBoundary);
            case 'B':
                at++;
                return new AssertionNode(RegexOperation.NotWordBoundary);
            case >= '1' and <= '9' or 'k':
                throw Problem("Back-references are not allowed in regular expressions here");
            default:
                var set = NewSet();
                AddEscape(set);
                return new SetNode(set);
        }
    }

    private CharacterSet ParseClass()
    {
        var start = at - 1;
        var set = NewSet();
        set.Negated = Accept('^');
        while (!Accept(']'))
        {
            if (at >= source.Length)
            {
                at = start;
                throw Problem("Unterminated character class");
            }

            AddClassPart(set);
        }

        return set;
    }

    private void AddClassPart(CharacterSet set)
    {
        var from = ClassAtom(set);
        if (at + 1 >= source.Length || source[at] != '-' || source[at + 1] == ']')
        {
            AddIf(set, from);
            return;
        }

        at++;
        var to = ClassAtom(set);
        if (from is null || to is null)
        {
            // With a class on one side the dash is itself, unless the flag u forbids it.
            if (unicode)
            {
                throw Problem("Invalid character class");
            }

            AddIf(set, from);
            AddIf(set, to);
            AddIf(set, '-');
            return;
        }

        set.Add(from.Value, to >= from ? to.Value : throw Problem("Range out of order in character class"));
    }

    private static void AddIf(CharacterSet set, int? code)
    {
        if (code is { } only)
        {
            set.Add(only, only);
        }
    }

    /// <summary>One character of a class; null if it was a class of its own (\d), which is added at once.</summary>
    private int? ClassAtom(CharacterSet set)
    {
        var character = source[at++];
        if (character == '\\' && at < source.Length)
        {
            return source[at] == 'b' ? Take('\b') : source[at] == '-' ? Take('-') : EscapeCode(set);
        }

        return unicode && char.IsHighSurrogate(character) && at < source.Length && char.IsLowSurrogate(source[at])
            ? char.ConvertToUtf32(character, source[at++]) : character;
    }

    private int Take(int code)
    {
        at++;
        return code;
    }

    private void AddEscape(CharacterSet set) => AddIf(set, EscapeCode(set));

    private int? EscapeCode(CharacterSet set)
    {
        var mark = source[at++];
        switch (mark)
        {
            case 'd' or 'D' or 'w' or 'W' or 's' or 'S':
                AddClass(set, mark);
                return null;
            case 'p' or 'P' when unicode:
                AddProperty(set, mark == 'P');
                return null;
            case 'x':
                return Hex(2);
            case 'u':
                return UnicodeEscape();
            case 'c' when at < source.Length && char.IsAsciiLetter(source[at]):
                return source[at++] % 32;
            case '0' when at >= source.Length || !char.IsAsciiDigit(source[at]):
                return 0;
            default:
                return Simple(mark);
        }
    }

    private int Simple(char mark) => mark switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'f' => '\f',
        'v' => '\v',
        _ => char.IsAsciiLetterOrDigit(mark) || mark == '_' || (unicode && !"^$\\.*+?()[]{}|/".Contains(mark, StringComparison.Ordinal))
            ? throw Problem($"The escape '\\{mark}' is not allowed") : mark,
    };

    private static void AddClass(CharacterSet set, char mark)
    {
        Func<int, bool> test = char.ToLowerInvariant(mark) switch { 'd' => CharacterSet.IsDigit, 'w' => CharacterSet.IsWord, _ => CharacterSet.IsSpace };
        set.Add(char.IsAsciiLetterLower(mark) ? test : code => !test(code));
    }

    private int UnicodeEscape()
    {
        if (!unicode || at >= source.Length || source[at] != '{')
        {
            var first = Hex(4);
            var isPair = unicode && char.IsHighSurrogate((char)first) && at + 6 <= source.Length && source[at] == '\\' && source[at + 1] == 'u';
            if (!isPair)
            {
                return first;
            }

            at += 2;
            var second = Hex(4);
            return char.IsLowSurrogate((char)second) ? char.ConvertToUtf32((char)first, (char)second) : throw Problem("Invalid Unicode escape");
        }

        var end = source.IndexOf('}', at);
        var digits = end < 0 ? "" : source[(at + 1)..end];
        at = end + 1;
        return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code is >= 0 and <= 0x10FFFF
            ? code : throw Problem("Invalid Unicode escape");
    }

    private int Hex(int length)
    {
        if (at + length > source.Length
            || !int.TryParse(source.AsSpan(at, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            throw Problem("Invalid escape");
        }

        at += length;
        return code;
    }

    private void AddProperty(CharacterSet set, bool negated)
    {
        var end = at < source.Length && source[at] == '{' ? source.IndexOf('}', at) : -1;
        var name = end < 0 ? "" : source[(at + 1)..end];
        var test = UnicodeProperty.Find(name) ?? throw Problem($"The property '{name}' is not known here");
        at = end + 1;
        set.Add(negated ? code => !test(code) : test);
    }
}

/// <summary>The few properties of <c>\p{...}</c>: general categories, letters, and the Han script.</summary>
internal static class UnicodeProperty
{
    private static readonly (int From, int To)[] Han =
    [
        (0x2E80, 0x2E99), (0x2E9B, 0x2EF3), (0x2F00, 0x2FD5), (0x3005, 0x3005), (0x3007, 0x3007), (0x3021, 0x3029), (0x3038, 0x303B), (0x3400, 0x4DBF),
        (0x4E00, 0x9FFF), (0xF900, 0xFA6D), (0xFA70, 0xFAD9), (0x16FE2, 0x16FE3), (0x16FF0, 0x16FF1), (0x20000, 0x2A6DF), (0x2A700, 0x2EE5D),
        (0x2F800, 0x2FA1D), (0x30000, 0x323AF),
    ];

    public static Func<int, bool>? Find(string name) => name switch
    {
        "Script=Han" or "sc=Han" => code => Array.Exists(Han, range => code >= range.From && code <= range.To),
        "L" or "Letter" => code => Category(code) <= UnicodeCategory.OtherLetter,
        "Lu" or "Uppercase_Letter" => code => Category(code) == UnicodeCategory.UppercaseLetter,
        "Ll" or "Lowercase_Letter" => code => Category(code) == UnicodeCategory.LowercaseLetter,
        "N" or "Number" => code => Category(code) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber,
        "Nd" or "Decimal_Number" => code => Category(code) == UnicodeCategory.DecimalDigitNumber,
        "P" or "Punctuation" => code => Category(code) is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherPunctuation,
        "S" or "Symbol" => code => Category(code) is >= UnicodeCategory.MathSymbol and <= UnicodeCategory.OtherSymbol,
        "Z" or "Separator" => code => Category(code) is >= UnicodeCategory.SpaceSeparator and <= UnicodeCategory.ParagraphSeparator,
        _ => null,
    };

    private static UnicodeCategory Category(int code) => Rune.IsValid(code) ? Rune.GetUnicodeCategory(new Rune(code)) : UnicodeCategory.Surrogate;
}
