using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Syntax;

/// <summary>Source text to tokens, in one pass, with matching brackets noted.</summary>
internal sealed partial class Lexer(string source)
{
    private static readonly string[] Marks =
    [
        ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=",
        "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**",
        "{", "}", "(", ")", "[", "]", ";", ",", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^", "!", "~", "?", ":", "=", ".", "#", "@",
    ];

    private readonly List<Token> tokens = [];
    private readonly Stack<int> open = new();
    private int at;
    private bool newLine;

    public List<Token> Read()
    {
        SkipSpace();
        while (at < source.Length)
        {
            ReadOne();
            SkipSpace();
        }

        if (open.Count > 0)
        {
            throw new SyntaxException(tokens[open.Peek()].Start, $"'{tokens[open.Peek()].Text}' is not closed.");
        }

        Add(new Token(TokenKind.End, "", at, at, newLine));
        return tokens;
    }

    private void ReadOne()
    {
        var next = source[at];
        if (char.IsAsciiDigit(next) || (next == '.' && char.IsAsciiDigit(Peek(1))))
        {
            ReadNumber();
        }
        else if (IsNameStart(next) || next == '\\')
        {
            ReadName();
        }
        else if (next is '"' or '\'')
        {
            ReadText(next);
        }
        else if (next == '`')
        {
            ReadTemplate();
        }
        else if (next == '/' && RegexMayStart())
        {
            ReadRegex();
        }
        else
        {
            ReadMark();
        }
    }

    private void ReadMark()
    {
        if (source[at] == '}' && open.Count > 0 && tokens[open.Peek()].Kind == TokenKind.TemplateText)
        {
            ReadTemplate();
            return;
        }

        var mark = Array.Find(Marks, one => string.CompareOrdinal(source, at, one, 0, one.Length) == 0)
            ?? throw new SyntaxException(at, $"'{source[at]}' is not expected here.");

        // "a?.5:b" is a conditional.
        mark = mark == "?." && char.IsAsciiDigit(Peek(2)) ? "?" : mark;
        var token = new Token(TokenKind.Mark, mark, at, at + mark.Length, newLine);
        if (mark is ")" or "]" or "}")
        {
            Close(mark, token);
        }

        Add(token);
        if (mark is "(" or "[" or "{")
        {
            open.Push(tokens.Count - 1);
        }

        at += mark.Length;
    }

    private void Close(string mark, Token token)
    {
        var wanted = mark switch { ")" => "(", "]" => "[", _ => "{" };
        if (open.Count == 0 || tokens[open.Peek()].Text != wanted || tokens[open.Peek()].Kind != TokenKind.Mark)
        {
            throw new SyntaxException(token.Start, $"'{mark}' closes nothing.");
        }

        var opener = open.Pop();
        tokens[opener].Match = tokens.Count;
        token.Match = opener;
    }

    private void SkipSpace()
    {
        while (at < source.Length)
        {
            if (Whitespace.Is(source[at]) || Whitespace.IsLineEnd(source[at]))
            {
                newLine |= Whitespace.IsLineEnd(source[at]);
                at++;
            }
            else if (source[at] == '/' && Peek(1) is '/' or '*')
            {
                SkipComment();
            }
            else
            {
                return;
            }
        }
    }

    private void SkipComment()
    {
        if (Peek(1) == '/')
        {
            while (at < source.Length && !Whitespace.IsLineEnd(source[at]))
            {
                at++;
            }

            return;
        }

        var end = source.IndexOf("*/", at + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            throw new SyntaxException(at, "The comment is not closed.");
        }

        newLine |= source.AsSpan(at, end - at).IndexOfAny('\n', '\r') >= 0;
        at = end + 2;
    }

    private void Add(Token token)
    {
        tokens.Add(token);
        newLine = false;
    }

    private char Peek(int offset) => at + offset < source.Length ? source[at + offset] : '\0';

    /// <summary>A slash divides after a value and opens a regular expression elsewhere.</summary>
    private bool RegexMayStart()
    {
        if (tokens.Count == 0)
        {
            return true;
        }

        var last = tokens[^1];
        return last.Kind switch
        {
            TokenKind.Name or TokenKind.Number or TokenKind.Text or TokenKind.Regex => false,
            TokenKind.TemplateText => last.Continues,
            TokenKind.Keyword => last.Text is not ("true" or "false" or "null" or "this" or "let"),
            _ => last.Text is not (")" or "]" or "}" or "++" or "--"),
        };
    }

    private static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character is '$' or '_' || (character > 127 && char.IsLetter(character));

    private static bool IsNamePart(char character) => IsNameStart(character) || char.IsAsciiDigit(character)
        || (character > 127 && (char.IsLetterOrDigit(character) || character is '\u200C' or '\u200D'
            || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.ConnectorPunctuation));
}
