namespace CaseMgmt.Workflows.Expressions.Syntax;

internal enum TokenKind
{
    End,
    Name,
    Keyword,
    Number,
    Text,
    TemplateText,
    Regex,
    Mark,
}

/// <summary>
/// One word of the source. <paramref name="Text"/> is the name, mark, or the cooked text of a literal; <paramref name="Match"/> is the index of
/// the token that closes this bracket, which tells an arrow function from a parenthesis without trying both.
/// </summary>
internal sealed record Token(TokenKind Kind, string Text, int Start, int End, bool NewLineBefore)
{
    public double Number { get; init; }

    /// <summary>Flags of a regular expression.</summary>
    public string Flags { get; init; } = "";

    /// <summary>A template part that is followed by an embedded expression.</summary>
    public bool Continues { get; init; }

    public bool Escaped { get; init; }

    public int Match { get; set; } = -1;

    public bool Is(string mark) => Kind is TokenKind.Mark or TokenKind.Keyword && Text == mark;
}

/// <summary>Stops lexer and parser at the first problem; never leaves <see cref="CompiledExpression.Compile"/>.</summary>
public sealed class SyntaxException(int offset, string reason) : Exception(reason)
{
    public int Offset { get; } = offset;
}
