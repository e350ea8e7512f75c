using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Members of texts. Those that take patterns are in <see cref="TextSearch"/>.</summary>
internal static class TextMembers
{
    public static MemberTable Table { get; } = TextSearch.AddTo(Make());

    /// <summary>The text before the dot.</summary>
    public static string Of(JsValue self) => self.AsText ?? throw Fail.Type("This member is for texts.");

    /// <summary>Searching costs what it may have to compare.</summary>
    public static int IndexOf(Evaluation run, string text, string wanted, int from)
    {
        ChargeSearch(run, text.Length - from, wanted.Length);
        return from > text.Length ? -1 : text.IndexOf(wanted, from, StringComparison.Ordinal);
    }

    public static string Argument(Evaluation run, ReadOnlySpan<JsValue> arguments, int index) => Coerce.ToText(run, arguments.At(index));

    private static MemberTable Make() => new MemberTable()
        .Add("at", (run, self, arguments) => At(run, Of(self), arguments.At(0)))
        .Add("charAt", (run, self, arguments) => JsValue.Of(CharAt(Of(self), Coerce.ToInteger(run, arguments.At(0)))))
        .Add("charCodeAt", (run, self, arguments) => CodeAt(Of(self), Coerce.ToInteger(run, arguments.At(0)), wholePoint: false))
        .Add("codePointAt", (run, self, arguments) => CodeAt(Of(self), Coerce.ToInteger(run, arguments.At(0)), wholePoint: true))
        .Add("concat", Concat)
        .Add("endsWith", (run, self, arguments) => JsValue.Of(EndsWith(run, Of(self), arguments)))
        .Add("includes", (run, self, arguments) => JsValue.Of(Index(run, Of(self), arguments) >= 0))
        .Add("indexOf", (run, self, arguments) => JsValue.Of(Index(run, Of(self), arguments)))
        .Add("lastIndexOf", (run, self, arguments) => JsValue.Of(LastIndex(run, Of(self), arguments)))
        .Add("localeCompare", (run, self, arguments) => JsValue.Of(TextOrder.Compare(run, Of(self), Argument(run, arguments, 0), arguments.Length > 1 ? arguments[1..] : [])))
        .Add("padEnd", (run, self, arguments) => JsValue.Of(Pad(run, Of(self), arguments, atEnd: true)))
        .Add("padStart", (run, self, arguments) => JsValue.Of(Pad(run, Of(self), arguments, atEnd: false)))
        .Add("repeat", (run, self, arguments) => JsValue.Of(Repeat(run, Of(self), Coerce.ToInteger(run, arguments.At(0)))))
        .Add("slice", (run, self, arguments) => Slice(run, Of(self), arguments))
        .Add("startsWith", (run, self, arguments) => JsValue.Of(StartsWith(run, Of(self), arguments)))
        .Add("substr", (run, self, arguments) => Substr(run, Of(self), arguments))
        .Add("substring", (run, self, arguments) => Substring(run, Of(self), arguments))
        .Add("normalize", (run, self, arguments) => JsValue.Of(TextCase.Normalize(run, Of(self), arguments.At(0))))
        .Add("toLocaleLowerCase", (run, self, _) => JsValue.Of(TextCase.Lower(run, Of(self))))
        .Add("toLocaleUpperCase", (run, self, _) => JsValue.Of(TextCase.Upper(run, Of(self))))
        .Add("toLowerCase", (run, self, _) => JsValue.Of(TextCase.Lower(run, Of(self))))
        .Add("toUpperCase", (run, self, _) => JsValue.Of(TextCase.Upper(run, Of(self))))
        .Add("toString", (_, self, _) => JsValue.Of(Of(self)))
        .Add("valueOf", (_, self, _) => JsValue.Of(Of(self)))
        .Add("trim", (run, self, _) => Part(run, Of(self).AsSpan().Trim(Whitespace.All)))
        .Add("trimEnd", (run, self, _) => Part(run, Of(self).AsSpan().TrimEnd(Whitespace.All)))
        .Add("trimStart", (run, self, _) => Part(run, Of(self).AsSpan().TrimStart(Whitespace.All)))
        .Add("isWellFormed", (run, self, _) => JsValue.Of(WellFormed(run, Of(self)) == Of(self)))
        .Add("toWellFormed", (run, self, _) => JsValue.Of(WellFormed(run, Of(self))))
        .Add("hasOwnProperty", (run, self, arguments) => JsValue.Of(Properties.HasOwn(run, self, Keys.Of(run, arguments.At(0)))));

    private static void ChargeSearch(Evaluation run, int length, int wanted) => run.Step(1 + (length / 16) + (wanted > 8 ? (long)length * wanted / 64 : 0));

    private static JsValue Part(Evaluation run, ReadOnlySpan<char> part)
    {
        run.AllocateText(part.Length);
        return JsValue.Of(part.ToString());
    }

    private static JsValue At(Evaluation run, string text, JsValue argument)
    {
        var place = Coerce.ToInteger(run, argument);
        place += place < 0 ? text.Length : 0;
        return place >= 0 && place < text.Length ? JsValue.Of(text[(int)place].ToString()) : default;
    }

    private static string CharAt(string text, double place) => place >= 0 && place < text.Length ? text[(int)place].ToString() : "";

    private static JsValue CodeAt(string text, double place, bool wholePoint)
    {
        if (!(place >= 0 && place < text.Length))
        {
            return wholePoint ? default : JsValue.NaN;
        }

        return JsValue.Of(wholePoint ? CodePoints.At(text, (int)place).Code : text[(int)place]);
    }

    private static JsValue Concat(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments)
    {
        var text = Of(self);
        foreach (var argument in arguments)
        {
            var part = Coerce.ToText(run, argument);
            run.AllocateText((long)text.Length + part.Length);
            text += part;
        }

        return JsValue.Of(text);
    }

    private static string Plain(Evaluation run, ReadOnlySpan<JsValue> arguments, string member) => arguments.At(0).AsObject is JsRegExp
        ? throw Fail.Type($"First argument to String.prototype.{member} must not be a regular expression")
        : Argument(run, arguments, 0);

    private static bool EndsWith(Evaluation run, string text, ReadOnlySpan<JsValue> arguments)
    {
        var wanted = Plain(run, arguments, "endsWith");
        var end = Clamped(run, arguments.At(1), text.Length, text.Length);
        run.Step(wanted.Length / 16);
        return text.AsSpan(0, end).EndsWith(wanted, StringComparison.Ordinal);
    }

    private static bool StartsWith(Evaluation run, string text, ReadOnlySpan<JsValue> arguments)
    {
        var wanted = Plain(run, arguments, "startsWith");
        var from = Clamped(run, arguments.At(1), text.Length, 0);
        run.Step(wanted.Length / 16);
        return text.AsSpan(from).StartsWith(wanted, StringComparison.Ordinal);
    }

    /// <summary>A place clamped to the text; negative is 0.</summary>
    private static int Clamped(Evaluation run, JsValue argument, int length, int fallback) =>
        argument.IsUndefined ? fallback : (int)Math.Clamp(Coerce.ToInteger(run, argument), 0, length);

    private static int Index(Evaluation run, string text, ReadOnlySpan<JsValue> arguments) =>
        IndexOf(run, text, Plain(run, arguments, "includes"), Clamped(run, arguments.At(1), text.Length, 0));

    private static int LastIndex(Evaluation run, string text, ReadOnlySpan<JsValue> arguments)
    {
        var wanted = Argument(run, arguments, 0);
        var number = Coerce.ToNumber(run, arguments.At(1));
        var from = double.IsNaN(number) ? text.Length : (int)Math.Clamp(Math.Truncate(number), 0, text.Length);
        ChargeSearch(run, text.Length, wanted.Length);
        var span = text.AsSpan(0, (int)Math.Min(text.Length, (long)from + wanted.Length));
        return span.LastIndexOf(wanted, StringComparison.Ordinal);
    }

    private static string Pad(Evaluation run, string text, ReadOnlySpan<JsValue> arguments, bool atEnd)
    {
        var length = Coerce.ToInteger(run, arguments.At(0));
        var filler = arguments.At(1).IsUndefined ? " " : Coerce.ToText(run, arguments.At(1));
        if (length <= text.Length || filler.Length == 0)
        {
            return text;
        }

        Charge(run, length);
        var count = (int)length - text.Length;
        var padding = Repeated(filler, (count / filler.Length) + 1)[..count];
        return atEnd ? text + padding : padding + text;
    }

    /// <summary>The most characters a text can have in JavaScript is no budget matter: the same error as there.</summary>
    private static void Charge(Evaluation run, double length)
    {
        if (length > 536_870_888)
        {
            throw Fail.Range("Invalid string length");
        }

        run.AllocateText(2 * (long)length);
    }

    private static string Repeat(Evaluation run, string text, double count)
    {
        if (count < 0 || double.IsInfinity(count))
        {
            throw Fail.Range("Invalid count value: " + NumberText.Format(count));
        }

        if (text.Length == 0)
        {
            return "";
        }

        Charge(run, text.Length * count);
        return Repeated(text, (int)count);
    }

    private static string Repeated(string text, int count) => string.Create(text.Length * count, text, static (span, part) =>
    {
        for (var at = 0; at < span.Length; at += part.Length)
        {
            part.CopyTo(span[at..]);
        }
    });

    private static JsValue Slice(Evaluation run, string text, ReadOnlySpan<JsValue> arguments)
    {
        var from = ArrayMembers.Position(run, arguments.At(0), text.Length, 0);
        var to = ArrayMembers.Position(run, arguments.At(1), text.Length, text.Length);
        return Part(run, from < to ? text.AsSpan(from, to - from) : []);
    }

    private static JsValue Substring(Evaluation run, string text, ReadOnlySpan<JsValue> arguments)
    {
        var from = Clamped(run, arguments.At(0), text.Length, 0);
        var to = Clamped(run, arguments.At(1), text.Length, text.Length);
        return Part(run, text.AsSpan(Math.Min(from, to), Math.Abs(to - from)));
    }

    private static JsValue Substr(Evaluation run, string text, ReadOnlySpan<JsValue> arguments)
    {
        var from = ArrayMembers.Position(run, arguments.At(0), text.Length, 0);
        var count = arguments.At(1).IsUndefined ? text.Length - from : (int)Math.Clamp(Coerce.ToInteger(run, arguments.At(1)), 0, text.Length - from);
        return Part(run, text.AsSpan(from, count));
    }

    private static string WellFormed(Evaluation run, string text)
    {
        run.AllocateText(text.Length);
        run.Step(text.Length);
        return string.Create(text.Length, text, static (span, source) =>
        {
            source.CopyTo(span);
            for (var at = 0; at < span.Length; at++)
            {
                var isPair = char.IsHighSurrogate(span[at]) && at + 1 < span.Length && char.IsLowSurrogate(span[at + 1]);
                span[at] = !isPair && char.IsSurrogate(span[at]) ? '\uFFFD' : span[at];
                at += isPair ? 1 : 0;
            }
        });
    }
}
