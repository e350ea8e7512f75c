using CaseMgmt.Workflows.Expressions.Library;
using CaseMgmt.Workflows.Expressions.Tree;

namespace CaseMgmt.Workflows.Expressions.Syntax;

/// <summary>A parsed program, ready to run.</summary>
internal sealed record Program(Statement Body, int Slots, int[] Unset, int Nodes, IReadOnlyCollection<string> Globals);

/// <summary>Tokens to an executable tree. This part: cursor, scopes and the check that nesting stays within what the stack can carry.</summary>
internal sealed partial class Parser(string source, List<Token> tokens)
{
    /// <summary>Nesting of the source: the parser itself recurses this deep at most.</summary>
    private const int MaxNesting = 100;

    /// <summary>Height of a tree: long chains of operators are deep trees too.</summary>
    private const int MaxHeight = 600;

    private readonly List<(Name Name, BlockScope Scope)> names = [];
    private readonly List<Name> assigned = [];
    private readonly HashSet<Node> parenthesized = [];
    private int at;
    private int nesting;
    private int switches;
    private FunctionScope function = new(null);
    private BlockScope block = null!;

    private Token Current => tokens[at];

    public Program Parse()
    {
        block = new BlockScope(null, function);
        var body = LooksLikeObject() ? new StatementList([new ExpressionStatement(ParseExpression())]) : ParseStatements(TokenKind.End);
        if (Current.Kind != TokenKind.End)
        {
            throw Unexpected();
        }

        Check(body.Height, 0);
        ResolveNames();
        return new Program(body, function.Slots, [.. function.Unset], function.Nodes, NumberGlobals());
    }

    /// <summary>A whole source in braces that cannot be a block is an object, as consoles read it: labels do not exist here.</summary>
    private bool LooksLikeObject()
    {
        if (!Current.Is("{") || tokens[Current.Match + 1].Kind != TokenKind.End)
        {
            return false;
        }

        var (first, second) = (tokens[1], tokens[Math.Min(2, tokens.Count - 1)]);
        return first.Is("}") || first.Is("...") || (first.Is("[") && tokens[first.Match + 1].Is(":"))
            || (first.Kind is TokenKind.Name or TokenKind.Text or TokenKind.Number or TokenKind.Keyword && second.Is(":"))
            || (first.Kind == TokenKind.Name && second.Is(","));
    }

    private Token Next() => tokens[at++];

    private bool Accept(string mark)
    {
        if (!Current.Is(mark))
        {
            return false;
        }

        at++;
        return true;
    }

    private Token Expect(string mark) => Current.Is(mark) ? Next() : throw Unexpected($"'{mark}' is expected");

    private SyntaxException Unexpected(string? wanted = null)
    {
        if (Current.Kind == TokenKind.Keyword && Words.Refused.TryGetValue(Current.Text, out var refusal))
        {
            return new SyntaxException(Current.Start, refusal);
        }

        var found = Current.Kind == TokenKind.End ? "the end" : $"'{source[Current.Start..Math.Min(Current.End, Current.Start + 20)]}'";
        return new SyntaxException(Current.Start, wanted is null ? $"{found} is not expected here." : $"{wanted}, not {found}.");
    }

    /// <summary>Runs one level deeper; every node made passes here or through <see cref="Made{T}"/>.</summary>
    private T Nested<T>(Func<T> parse)
    {
        if (++nesting > MaxNesting)
        {
            throw new SyntaxException(Current.Start, "The source is nested too deeply.");
        }

        var result = parse();
        nesting--;
        return result;
    }

    private T Made<T>(T node, int offset)
        where T : Node
    {
        function.Nodes++;
        Check(node.Height, offset);
        return node;
    }

    private static void Check(int height, int offset)
    {
        if (height > MaxHeight)
        {
            throw new SyntaxException(offset, "The source is nested too deeply.");
        }
    }

    private Name Use(Token token)
    {
        if (Words.AbsentGlobals.Contains(token.Text))
        {
            throw new SyntaxException(token.Start, $"'{token.Text}' is not available in expressions.");
        }

        var name = Made(new Name(token.Text, token.Start), token.Start);
        names.Add((name, block));
        return name;
    }

    private Name Declare(Token token, bool isConst, bool startsUnset, BlockScope? home = null)
    {
        if (token.Kind != TokenKind.Name || token.Text is "arguments" or "eval" or "undefined" or "NaN" or "Infinity")
        {
            throw new SyntaxException(token.Start, $"'{source[token.Start..token.End]}' cannot be declared.");
        }

        var binding = (home ?? block).Declare(token.Text, isConst, startsUnset)
            ?? throw new SyntaxException(token.Start, $"'{token.Text}' is declared twice.");
        var name = new Name(token.Text, token.Start);
        name.LeadsTo(binding, 0);
        return name;
    }

    private void ResolveNames()
    {
        foreach (var (name, scope) in names)
        {
            Resolve(name, scope);
        }

        if (assigned.Find(name => name.Binding is null) is { } unknown)
        {
            throw new SyntaxException(unknown.Offset, $"'{unknown.Text}' is not declared here, so it cannot be set.");
        }
    }

    private List<string> NumberGlobals()
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, _) in names.Where(use => use.Name.IsGlobal))
        {
            numbers.TryAdd(name.Text, numbers.Count);
            name.LeadsToGlobal(numbers[name.Text]);
        }

        return [.. numbers.Keys];
    }

    private static void Resolve(Name name, BlockScope scope)
    {
        var hops = 0;
        for (var home = scope; home is not null; home = home.Outer)
        {
            if (home.Find(name.Text) is { } binding)
            {
                name.LeadsTo(binding, hops);
                return;
            }

            hops += home.Outer is not null && home.Outer.Function != home.Function ? 1 : 0;
        }

        if (Globals.TryGet(name.Text, out var member))
        {
            name.LeadsTo(member);
        }
    }
}
