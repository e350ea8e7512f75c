using CaseMgmt.Workflows.Expressions.Tree;
using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Syntax;

internal sealed partial class Parser
{
    /// <summary>Target of a declaration or parameter: every name in it is declared.</summary>
    private Pattern ParseBindingTarget(string word) => ParseTarget(() => new NamePattern(DeclareBy(Next(), word)));

    private Name DeclareBy(Token token, string word)
    {
        if (word != "var")
        {
            return Declare(token, word == "const", startsUnset: word != "parameter");
        }

        // var belongs to the whole function and is undefined until it is set.
        var home = block;
        while (home.Outer is not null && home.Outer.Function == home.Function)
        {
            home = home.Outer;
        }

        return Declare(token, isConst: false, startsUnset: false, home);
    }

    /// <summary>Target of a destructuring assignment: names and members that exist.</summary>
    private Pattern ParseAssignmentTarget() => ParseTarget(() => ToTarget(ParseLeftSide(), Current.Start));

    private static Pattern ToTarget(Node node, int offset) => node switch
    {
        Name name => new NamePattern(name),
        Member { Optional: false } member => new MemberPattern(member.Target, member.Key),
        Element { Optional: false } element => new MemberPattern(element.Target, element.Key),
        _ => throw new SyntaxException(offset, "This cannot be assigned to."),
    };

    private Pattern ParseTarget(Func<Pattern> leaf)
    {
        function.Nodes++;
        return Nested(() => Current.Is("[") ? ParseArrayPattern(leaf) : Current.Is("{") ? ParseObjectPattern(leaf) : leaf());
    }

    private Pattern ParseElementTarget(Func<Pattern> leaf)
    {
        var target = ParseTarget(leaf);
        return Accept("=") ? new DefaultPattern(target, ParseAssignment()) : target;
    }

    private ArrayPattern ParseArrayPattern(Func<Pattern> leaf)
    {
        Expect("[");
        var elements = new List<Pattern?>();
        Pattern? rest = null;
        while (!Current.Is("]"))
        {
            if (Accept(","))
            {
                elements.Add(null);
                continue;
            }

            if (Accept("..."))
            {
                rest = ParseTarget(leaf);
                break;
            }

            elements.Add(ParseElementTarget(leaf));
            if (!Current.Is("]"))
            {
                Expect(",");
            }
        }

        Expect("]");
        return new ArrayPattern(elements, rest);
    }

    private ObjectPattern ParseObjectPattern(Func<Pattern> leaf)
    {
        Expect("{");
        var properties = new List<PatternProperty>();
        Pattern? rest = null;
        while (!Current.Is("}"))
        {
            if (Accept("..."))
            {
                rest = leaf();
                break;
            }

            properties.Add(ParsePatternProperty(leaf));
            if (!Current.Is("}"))
            {
                Expect(",");
            }
        }

        Expect("}");
        return new ObjectPattern(properties, rest);
    }

    private PatternProperty ParsePatternProperty(Func<Pattern> leaf)
    {
        var isShort = Current.Kind == TokenKind.Name && !tokens[at + 1].Is(":");
        if (isShort)
        {
            var name = Current.Text;
            return new PatternProperty(Text(name), ParseElementTarget(leaf));
        }

        var key = ParsePropertyKey();
        Expect(":");
        return new PatternProperty(key, ParseElementTarget(leaf));
    }

    private Node ParsePropertyKey()
    {
        var token = Next();
        switch (token.Kind)
        {
            case TokenKind.Name or TokenKind.Keyword or TokenKind.Text:
                return token.Text == "__proto__" ? throw new SyntaxException(token.Start, "'__proto__' is not allowed.") : Text(token.Text);
            case TokenKind.Number:
                return Text(NumberText.Format(token.Number));
            case TokenKind.Mark when token.Text == "[":
                var key = ParseAssignment();
                Expect("]");
                return key;
            default:
                at--;
                throw Unexpected("A property name is expected");
        }
    }
}
