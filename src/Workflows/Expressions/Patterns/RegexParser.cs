using System.Globalization;

namespace CaseMgmt.Workflows.Expressions.Patterns;

/// <summary>The text of a regular expression to its parts. What needs look-around or back-references is refused: it could not be matched in linear time.</summary>
internal sealed partial class RegexParser(string source, bool ignoreCase, bool unicode, bool dotAll)
{
    private const int MaxNesting = 60;

    private int at;
    private int nesting;

    public int Groups { get; private set; } = 1;

    public List<(string Name, int Group)> Names { get; } = [];

    public RegexNode Parse()
    {
        var node = ParseChoice();
        return at == source.Length ? node : throw Problem("Unmatched ')'");
    }

    private RegexNode ParseChoice()
    {
        if (++nesting > MaxNesting)
        {
            throw Problem("The pattern is nested too deeply");
        }

        var choices = new List<RegexNode> { ParseSequence() };
        while (Accept('|'))
        {
            choices.Add(ParseSequence());
        }

        nesting--;
        return choices.Count == 1 ? choices[0] : new ChoiceNode(choices);
    }

    private SequenceNode ParseSequence()
    {
        var parts = new List<RegexNode>();
        while (at < source.Length && source[at] is not ('|' or ')'))
        {
            var firstGroup = Groups;
            var part = ParseAtom();
            parts.Add(ParseQuantifier(part, firstGroup));
        }

        return new SequenceNode(parts);
    }

    private RegexNode ParseAtom()
    {
        var character = source[at++];
        switch (character)
        {
            case '^':
                return new AssertionNode(RegexOperation.Start);
            case '$':
                return new AssertionNode(RegexOperation.End);
            case '(':
                return ParseGroup();
            case '.':
                return new SetNode(dotAll ? NewSet().Add(0, 0x10FFFF) : NotLineEnd());
            case '[':
                return new SetNode(ParseClass());
            case '\\':
                return ParseEscape();
            case '*' or '+' or '?':
                at--;
                throw Problem("Nothing to repeat");
            case '{' or '}' or ']' when unicode:
                at--;
                throw Problem("Lone quantifier brackets");
            case '{' when TryBraces(at - 1, out _, out _):
                throw Problem("Nothing to repeat");
            default:
                return Literal(unicode && char.IsHighSurrogate(character) && at < source.Length && char.IsLowSurrogate(source[at])
                    ? char.ConvertToUtf32(character, source[at++]) : character);
        }
    }

    private GroupNode ParseGroup()
    {
        var start = at;
        var number = 0;
        if (Accept('?'))
        {
            if (!Accept(':'))
            {
                number = ParseNamedGroup(start);
            }
        }
        else
        {
            number = Groups++;
        }

        var body = ParseChoice();
        if (!Accept(')'))
        {
            at = start;
            throw Problem("Unterminated group");
        }

        return new GroupNode(body, number);
    }

    private int ParseNamedGroup(int start)
    {
        var next = at < source.Length ? source[at] : ' ';
        if (next is '=' or '!' || (next == '<' && at + 1 < source.Length && source[at + 1] is '=' or '!'))
        {
            at = start;
            throw Problem("Look-ahead and look-behind are not allowed in regular expressions here");
        }

        var end = source.IndexOf('>', at);
        var name = next == '<' && end > at + 1 ? source[(at + 1)..end] : "";
        if (name.Length == 0 || !name.All(one => char.IsLetterOrDigit(one) || one is '_' or '$') || char.IsDigit(name[0]) || Names.Exists(one => one.Name == name))
        {
            throw Problem("Invalid group");
        }

        at = end + 1;
        Names.Add((name, Groups));
        return Groups++;
    }

    private RegexNode ParseQuantifier(RegexNode body, int firstGroup)
    {
        if (at >= source.Length)
        {
            return body;
        }

        var (min, max) = (0, RepeatNode.Unlimited);
        switch (source[at])
        {
            case '*':
                at++;
                break;
            case '+':
                (min, at) = (1, at + 1);
                break;
            case '?':
                (max, at) = (1, at + 1);
                break;
            case '{' when TryBraces(at, out min, out max):
                break;
            case '{' when unicode:
                throw Problem("Incomplete quantifier");
            default:
                return body;
        }

        if (body is AssertionNode)
        {
            throw Problem("Nothing to repeat");
        }

        return new RepeatNode(body, min, max, !Accept('?'), firstGroup, Groups);
    }

    /// <summary><c>{2}</c>, <c>{2,}</c>, <c>{2,5}</c>; anything else in braces is plain text without the flag u.</summary>
    private bool TryBraces(int open, out int min, out int max)
    {
        (min, max) = (0, RepeatNode.Unlimited);
        var end = source.IndexOf('}', open);
        var parts = end < 0 ? [] : source[(open + 1)..end].Split(',');
        if (parts.Length is 0 or > 2 || parts[0].Length == 0 || parts.Any(part => !part.All(char.IsAsciiDigit)))
        {
            return false;
        }

        min = Count(parts[0]);
        max = parts.Length == 1 ? min : parts[1].Length == 0 ? RepeatNode.Unlimited : Count(parts[1]);
        at = end + 1;
        return min <= max ? true : throw Problem("Numbers out of order in quantifier");
    }

    private int Count(string digits) => digits.Length < 6
        ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
        : throw Problem("The quantifier is too large");

    private bool Accept(char character)
    {
        if (at >= source.Length || source[at] != character)
        {
            return false;
        }

        at++;
        return true;
    }

    private CharacterSet NewSet() => new(ignoreCase, unicode);

    private CharacterSet NotLineEnd() => new CharacterSet(false, unicode) { Negated = true }.Add(CharacterSet.IsLineEnd);

    private SetNode Literal(int code) => new(NewSet().Add(code, code));

    private RegexProblemException Problem(string reason) => new(at, reason + ".");
}
