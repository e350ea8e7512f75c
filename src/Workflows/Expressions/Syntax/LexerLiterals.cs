using System.Globalization;
using System.Text;

using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Syntax;

internal sealed partial class Lexer
{
    private void ReadName()
    {
        var start = at;
        while (at < source.Length && IsNamePart(source[at]))
        {
            at++;
        }

        if (at < source.Length && source[at] == '\\')
        {
            throw new SyntaxException(at, "Escapes in names are not allowed.");
        }

        var name = source[start..at];
        var afterDot = tokens.Count > 0 && (tokens[^1].Is(".") || tokens[^1].Is("?."));
        Add(new Token(Words.Keywords.Contains(name) && !afterDot ? TokenKind.Keyword : TokenKind.Name, name, start, at, newLine));
    }

    private void ReadNumber()
    {
        var start = at;
        var value = source[at] == '0' && Peek(1) is 'x' or 'X' or 'o' or 'O' or 'b' or 'B' ? ReadPrefixed() : ReadDecimal();
        if (at < source.Length && (IsNamePart(source[at]) || source[at] == '\\'))
        {
            throw new SyntaxException(at, source[at] == 'n' ? "BigInt literals are not allowed." : "A name cannot follow a number directly.");
        }

        Add(new Token(TokenKind.Number, source[start..at], start, at, newLine) { Number = value });
    }

    private double ReadPrefixed()
    {
        var radix = source[at + 1] switch { 'x' or 'X' => 16, 'o' or 'O' => 8, _ => 2 };
        at += 2;
        var digits = Digits(character => NumberText.DigitOf(character) < radix);
        return digits.Length == 0 ? throw new SyntaxException(at, "Digits are missing.") : NumberText.Whole(digits, radix);
    }

    private double ReadDecimal()
    {
        var text = new StringBuilder(Digits(char.IsAsciiDigit));
        if (text.Length > 1 && text[0] == '0')
        {
            throw new SyntaxException(at, "Numbers with a leading zero are not allowed.");
        }

        if (Peek(0) == '.')
        {
            at++;
            text.Append('.').Append(Digits(char.IsAsciiDigit));
        }

        if (Peek(0) is 'e' or 'E')
        {
            text.Append('e');
            at++;
            text.Append(Peek(0) is '+' or '-' ? source[at++] : '+');
            var exponent = Digits(char.IsAsciiDigit);
            text.Append(exponent.Length == 0 ? throw new SyntaxException(at, "The exponent has no digits.") : exponent);
        }

        return double.Parse(text.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private string Digits(Func<char, bool> isDigit)
    {
        var text = new StringBuilder();
        while (isDigit(Peek(0)) || (Peek(0) == '_' && text.Length > 0))
        {
            if (Peek(0) == '_' && !isDigit(Peek(1)))
            {
                throw new SyntaxException(at, "'_' must stand between digits.");
            }

            text.Append(Peek(0) == '_' ? "" : source[at].ToString());
            at++;
        }

        return text.ToString();
    }

    private void ReadText(char quote)
    {
        var start = at++;
        var text = new StringBuilder();
        while (Peek(0) != quote || at >= source.Length)
        {
            if (at >= source.Length || source[at] is '\n' or '\r')
            {
                throw new SyntaxException(start, "The text is not closed.");
            }

            ReadCharacter(text);
        }

        at++;
        Add(new Token(TokenKind.Text, text.ToString(), start, at, newLine));
    }

    /// <summary>A template from its first backquote, or on from the brace that ends an embedded expression.</summary>
    private void ReadTemplate()
    {
        var start = at;
        var continued = source[at] == '}';
        at++;
        var text = new StringBuilder();
        while (at < source.Length && source[at] != '`' && !(source[at] == '$' && Peek(1) == '{'))
        {
            ReadTemplateCharacter(text);
        }

        if (at >= source.Length)
        {
            throw new SyntaxException(start, "The template is not closed.");
        }

        var continues = source[at] == '$';
        at += continues ? 2 : 1;
        if (continued)
        {
            tokens[open.Pop()].Match = tokens.Count;
        }

        Add(new Token(TokenKind.TemplateText, text.ToString(), start, at, newLine) { Continues = continues, Escaped = continued });
        if (continues)
        {
            open.Push(tokens.Count - 1);
        }
    }

    private void ReadTemplateCharacter(StringBuilder text)
    {
        if (source[at] == '\r')
        {
            at += Peek(1) == '\n' ? 2 : 1;
            text.Append('\n');
        }
        else
        {
            ReadCharacter(text);
        }
    }

    private void ReadCharacter(StringBuilder text)
    {
        var character = source[at++];
        if (character != '\\')
        {
            text.Append(character);
            return;
        }

        if (at >= source.Length)
        {
            throw new SyntaxException(at, "The escape is not complete.");
        }

        ReadEscape(text, source[at++]);
    }

    private void ReadEscape(StringBuilder text, char mark)
    {
        switch (mark)
        {
            case 'x':
                text.Append((char)Hex(2));
                break;
            case 'u':
                AppendCodePoint(text);
                break;
            case '0' when !char.IsAsciiDigit(Peek(0)):
                text.Append('\0');
                break;
            case >= '0' and <= '9':
                throw new SyntaxException(at - 2, "Octal escapes are not allowed.");
            case '\r':
                at += Peek(0) == '\n' ? 1 : 0;
                break;
            case '\n' or '\u2028' or '\u2029':
                break;
            default:
                text.Append(mark switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', 'v' => '\v', _ => mark });
                break;
        }
    }

    private void AppendCodePoint(StringBuilder text)
    {
        if (Peek(0) != '{')
        {
            text.Append((char)Hex(4));
            return;
        }

        var end = source.IndexOf('}', at);
        var digits = end < 0 || end - at > 12 ? "" : source[(at + 1)..end];
        if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code is < 0 or > 0x10FFFF)
        {
            throw new SyntaxException(at, "The Unicode escape is not valid.");
        }

        at = end + 1;
        text.Append(CodePoints.Text(code));
    }

    private int Hex(int length)
    {
        if (at + length > source.Length
            || !int.TryParse(source.AsSpan(at, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            throw new SyntaxException(at, "The hexadecimal escape is not valid.");
        }

        at += length;
        return code;
    }

    private void ReadRegex()
    {
        var start = at++;
        var inClass = false;
        while (at < source.Length && !Whitespace.IsLineEnd(source[at]) && (inClass || source[at] != '/'))
        {
            inClass = source[at] == '[' || (inClass && source[at] != ']');
            at += source[at] == '\\' ? 2 : 1;
        }

        if (at >= source.Length || source[at] != '/')
        {
            throw new SyntaxException(start, "The regular expression is not closed.");
        }

        var body = source[(start + 1)..at++];
        var flags = at;
        while (at < source.Length && IsNamePart(source[at]))
        {
            at++;
        }

        Add(new Token(TokenKind.Regex, body, start, at, newLine) { Flags = source[flags..at] });
    }
}
