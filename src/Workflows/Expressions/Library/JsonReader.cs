using System.Globalization;
using System.Text;

using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>JSON.parse.</summary>
internal sealed class JsonReader(Evaluation run, string text)
{
    private const string Space = " \t\n\r";

    private int at;

    public JsValue Read()
    {
        run.Step(text.Length);
        var value = Value();
        SkipSpace();
        return at == text.Length ? value : throw Problem();
    }

    private JsValue Value()
    {
        SkipSpace();
        switch (at < text.Length ? text[at] : '\0')
        {
            case '{':
                return Nested(Members);
            case '[':
                return Nested(Items);
            case '"':
                return JsValue.Of(Text());
            case 't':
                return Word("true", JsValue.True);
            case 'f':
                return Word("false", JsValue.False);
            case 'n':
                return Word("null", JsValue.Null);
            default:
                return JsValue.Of(Number());
        }
    }

    private JsValue Nested(Func<JsValue> read)
    {
        run.Enter(8);
        at++;
        var value = read();
        run.Leave(8);
        return value;
    }

    private JsValue Members()
    {
        run.Allocate(200);
        var made = new JsObject();
        SkipSpace();
        if (Accept('}'))
        {
            return JsValue.Of(made);
        }

        do
        {
            SkipSpace();
            var key = Text();
            SkipSpace();
            Expect(':');
            made.Set(run, key, Value());
            SkipSpace();
        }
        while (Accept(','));
        Expect('}');
        return JsValue.Of(made);
    }

    private JsValue Items()
    {
        var made = JsArray.Make(run, 0);
        SkipSpace();
        if (Accept(']'))
        {
            return JsValue.Of(made);
        }

        do
        {
            made.Add(run, Value());
            SkipSpace();
        }
        while (Accept(','));
        Expect(']');
        return JsValue.Of(made);
    }

    private JsValue Word(string word, JsValue value)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
        {
            throw Problem();
        }

        at += word.Length;
        return value;
    }

    private double Number()
    {
        var start = at;
        Accept('-');
        if (!Accept('0'))
        {
            Digits();
        }

        if (Accept('.'))
        {
            Digits();
        }

        if (Accept('e') || Accept('E'))
        {
            _ = Accept('+') || Accept('-');
            Digits();
        }

        return double.Parse(text.AsSpan(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private void Digits()
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        if (at == start)
        {
            throw Problem();
        }
    }

    private string Text()
    {
        Expect('"');
        var start = at;
        var made = new StringBuilder();
        while (at < text.Length && text[at] != '"')
        {
            if (text[at] < ' ')
            {
                throw Problem();
            }

            made.Append(text[at] == '\\' ? Escape() : text[at]);
            at++;
        }

        run.AllocateText(at - start);
        Expect('"');
        return made.ToString();
    }

    /// <summary>Leaves the place at the last character of the escape.</summary>
    private char Escape()
    {
        at++;
        switch (at < text.Length ? text[at] : '\0')
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case '"' or '\\' or '/':
                return text[at];
            case 'u' when at + 4 < text.Length && ushort.TryParse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                at += 4;
                return (char)code;
            default:
                throw Problem();
        }
    }

    private void SkipSpace()
    {
        while (at < text.Length && Space.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }
    }

    private bool Accept(char character)
    {
        if (at >= text.Length || text[at] != character)
        {
            return false;
        }

        at++;
        return true;
    }

    private void Expect(char character)
    {
        if (!Accept(character))
        {
            throw Problem();
        }
    }

    private ExpressionException Problem() => at >= text.Length
        ? Fail.Syntax("Unexpected end of JSON input")
        : Fail.Syntax(string.Create(CultureInfo.InvariantCulture, $"Unexpected token '{text[at]}' in JSON at position {at}"));
}
