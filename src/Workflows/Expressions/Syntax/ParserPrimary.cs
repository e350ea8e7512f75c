using CaseMgmt.Workflows.Expressions.Patterns;
using CaseMgmt.Workflows.Expressions.Tree;
using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Syntax;

internal sealed partial class Parser
{
    /// <summary>A value with its members and calls.</summary>
    private Node ParseLeftSide()
    {
        var start = Current.Start;
        var node = Current.Is("new") ? ParseNew() : ParsePrimary();
        var isChain = false;
        while (true)
        {
            var optional = Accept("?.");
            isChain |= optional;
            if (ParseLink(node, optional, start) is not { } longer)
            {
                return isChain ? Made(new Chain(node), start) : node;
            }

            node = longer;
        }
    }

    private Node? ParseLink(Node node, bool optional, int start)
    {
        if (Current.Is("("))
        {
            var source = Slice(start);
            if (node is Member { Name: var called } && Words.RefusedCalls.Contains(called))
            {
                throw new SyntaxException(tokens[at - 1].Start, $"The member '{called}' is not available in expressions.");
            }

            return Made(new Call(node, ParseArguments(), optional, source), start);
        }

        if (Accept("["))
        {
            var key = ParseExpression();
            Expect("]");
            RefuseMember(key is Constant { Value.AsText: { } text } ? text : "", start);
            return Made(new Element(node, key, optional), start);
        }

        if (Current.Kind == TokenKind.TemplateText && !Current.Escaped)
        {
            throw new SyntaxException(Current.Start, "Tagged templates are not allowed.");
        }

        return optional || Accept(".") ? Made(new Member(node, ParseMemberName(), optional), start) : null;
    }

    private string ParseMemberName()
    {
        var token = Current.Kind is TokenKind.Name or TokenKind.Keyword ? Next() : throw Unexpected("A member name is expected");
        RefuseMember(token.Text, token.Start);
        return token.Text;
    }

    private static void RefuseMember(string name, int offset)
    {
        if (Words.RefusedMembers.Contains(name))
        {
            throw new SyntaxException(offset, $"The member '{name}' is not available in expressions.");
        }
    }

    private string Slice(int start)
    {
        var text = source[start..tokens[at - 1].End];
        return text.Length <= 80 ? text : string.Concat("…", text.AsSpan(text.Length - 80));
    }

    private ArgumentList ParseArguments()
    {
        Expect("(");
        return ParseList(")");
    }

    private ArgumentList ParseList(string end)
    {
        var nodes = new List<Node>();
        while (!Accept(end))
        {
            if (Current.Is(",") && end == "]")
            {
                throw new SyntaxException(Current.Start, "An array cannot have holes.");
            }

            var start = Current.Start;
            nodes.Add(Accept("...") ? Made(new Spread(ParseAssignment()), start) : ParseAssignment());
            if (!Current.Is(end))
            {
                Expect(",");
            }
        }

        return new ArgumentList(nodes);
    }

    private New ParseNew()
    {
        var start = Expect("new");
        var token = Next();
        if (token.Kind != TokenKind.Name || token.Text is not ("Date" or "Map" or "Set" or "Error" or "TypeError" or "RangeError" or "SyntaxError" or "ReferenceError" or "Array" or "Object" or "RegExp"))
        {
            throw new SyntaxException(token.Start, "'new' makes only Array, Date, Map, Set, RegExp and Error here.");
        }

        if (token.Text == "Object")
        {
            throw new SyntaxException(token.Start, "'new Object' is not allowed; write it as a literal.");
        }

        var callee = Use(token);
        var list = Current.Is("(") ? ParseArguments() : new ArgumentList([]);
        return Made(new New(callee, list, token.Text), start.Start);
    }

    private Node ParsePrimary()
    {
        var token = Next();
        switch (token.Kind)
        {
            case TokenKind.Name:
                return token.Text == "undefined" ? Made(new Constant(JsValue.Undefined), token.Start) : Use(token);
            case TokenKind.Number:
                return Made(new Constant(JsValue.Of(token.Number)), token.Start);
            case TokenKind.Text:
                return Made(Text(token.Text), token.Start);
            case TokenKind.TemplateText when !token.Escaped:
                return ParseTemplate(token);
            case TokenKind.Regex:
                return ParseRegex(token);
            default:
                return ParseMarked(token);
        }
    }

    private Node ParseMarked(Token token)
    {
        switch (token.Kind is TokenKind.End ? "" : token.Text)
        {
            case "(":
                var inner = ParseExpression();
                Expect(")");
                parenthesized.Add(inner);
                return inner;
            case "[":
                return Made(new ArrayLiteral(ParseList("]")), token.Start);
            case "{":
                return ParseObject(token);
            case "function":
                return ParseFunction(token);
            case "true" or "false":
                return Made(new Constant(JsValue.Of(token.Text == "true")), token.Start);
            case "null":
                return Made(new Constant(JsValue.Null), token.Start);
            default:
                at--;
                throw Unexpected();
        }
    }

    private Template ParseTemplate(Token token)
    {
        var texts = new List<string> { token.Text };
        var values = new List<Node>();
        for (var part = token; part.Continues;)
        {
            values.Add(ParseExpression());
            part = Current.Kind == TokenKind.TemplateText && Current.Escaped ? Next() : throw Unexpected("'}' is expected");
            texts.Add(part.Text);
        }

        return Made(new Template(texts, values), token.Start);
    }

    private RegexLiteral ParseRegex(Token token)
    {
        try
        {
            return Made(new RegexLiteral(RegexProgram.Compile(token.Text, token.Flags)), token.Start);
        }
        catch (RegexProblemException problem)
        {
            throw new SyntaxException(token.Start + 1 + problem.Offset, problem.Message);
        }
    }

    private ObjectLiteral ParseObject(Token start)
    {
        var properties = new List<LiteralProperty>();
        while (!Accept("}"))
        {
            properties.Add(ParseProperty());
            if (!Current.Is("}"))
            {
                Expect(",");
            }
        }

        return Made(new ObjectLiteral(properties), start.Start);
    }

    private LiteralProperty ParseProperty()
    {
        if (Accept("..."))
        {
            return new LiteralProperty(null, ParseAssignment());
        }

        var first = Current;
        var after = tokens[at + 1];
        if (first.Kind == TokenKind.Name && (after.Is(",") || after.Is("}")))
        {
            Next();
            return new LiteralProperty(Text(first.Text), Use(first));
        }

        if (first.Text is "get" or "set" or "async" or "*" && !after.Is(":") && !after.Is("("))
        {
            throw new SyntaxException(first.Start, "Accessors, async members and generators are not allowed.");
        }

        var key = ParsePropertyKey();
        if (Current.Is("("))
        {
            return new LiteralProperty(key, ParseFunctionRest(first));
        }

        Expect(":");
        return new LiteralProperty(key, ParseAssignment());
    }
}
