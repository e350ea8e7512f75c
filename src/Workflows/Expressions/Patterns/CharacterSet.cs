using System.Text;

using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Patterns;

/// <summary>Characters that one place of a pattern accepts, with JavaScript's meaning of the classes and of ignoring case.</summary>
internal sealed class CharacterSet(bool ignoreCase, bool unicode)
{
    private readonly List<(int From, int To)> ranges = [];
    private readonly List<Func<int, bool>> tests = [];

    public bool Negated { get; set; }

    /// <summary>The only character, if there is just one and case counts: searches can jump to it.</summary>
    public int? Only => !Negated && !ignoreCase && tests.Count == 0 && ranges.Count == 1 && ranges[0].From == ranges[0].To ? ranges[0].From : null;

    public CharacterSet Add(int from, int to)
    {
        ranges.Add((from, to));
        return this;
    }

    public CharacterSet Add(Func<int, bool> test)
    {
        tests.Add(test);
        return this;
    }

    public bool Contains(int code) => (ignoreCase ? HasVariant(code) : Has(code)) != Negated;

    public static bool IsDigit(int code) => code is >= '0' and <= '9';

    public static bool IsWord(int code) => code is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';

    public static bool IsSpace(int code) => code <= 0xFFFF && (Whitespace.Is((char)code) || Whitespace.IsLineEnd((char)code));

    public static bool IsLineEnd(int code) => code <= 0xFFFF && Whitespace.IsLineEnd((char)code);

    private bool Has(int code)
    {
        foreach (var (from, to) in ranges)
        {
            if (code >= from && code <= to)
            {
                return true;
            }
        }

        foreach (var test in tests)
        {
            if (test(code))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasVariant(int code)
    {
        if (Has(code))
        {
            return true;
        }

        var canonical = Canonical(code);
        if (canonical != code && Has(canonical))
        {
            return true;
        }

        var lower = Lower(canonical);
        return lower != code && Canonical(lower) == canonical && Has(lower);
    }

    /// <summary>Upper case if that is one character and does not fall into ASCII from outside.</summary>
    private int Canonical(int code)
    {
        var upper = code <= 0xFFFF ? char.ToUpperInvariant((char)code) : Rune.IsValid(code) ? Rune.ToUpperInvariant(new Rune(code)).Value : code;
        return !unicode && code >= 128 && upper < 128 ? code : upper;
    }

    private static int Lower(int code) =>
        code <= 0xFFFF ? char.ToLowerInvariant((char)code) : Rune.IsValid(code) ? Rune.ToLowerInvariant(new Rune(code)).Value : code;
}
