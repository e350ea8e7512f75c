namespace CaseMgmt.Cases.Monitoring.Rules;

/// <summary>The closed list of functions and macros.</summary>
public sealed partial class RuleCompiler
{
    private static readonly string[] Aggregates = ["count", "sum", "min", "max", "avg"];

    private RenderedValue Call(Call call, RuleScope scope)
    {
        if (call.Distinct && !Aggregates.Contains(call.Name))
        {
            throw new RuleException("distinct-here", call.Position, call.Name);
        }

        return call.Name switch
        {
            "count" => Count(call, scope),
            "sum" or "min" or "max" or "abs" => Plain(call, scope),
            "avg" => Averaged(call, scope),
            "coalesce" => Coalesced(call, scope),
            "nullif" => NullIf(call, scope),
            "round" => Rounded(call, scope),
            "safe_divide" => Divided(call, scope),
            "to_text" => new RenderedValue(dialect.ToText(Whole(Argument(call, scope, 0, 1), call).Sql), RuleType.Text),
            "to_number" => new RenderedValue(dialect.ToNumber(Of(call, scope, 0, 1, RuleKind.Text)), RuleType.Whole),
            "concat" => new RenderedValue(dialect.Concat(call.Arguments.Select((_, i) => Of(call, scope, i, call.Arguments.Count, RuleKind.Text))), RuleType.Text),
            "substring" => new RenderedValue(dialect.Substring(Of(call, scope, 0, 3, RuleKind.Text), Of(call, scope, 1, 3, RuleKind.Number), Of(call, scope, 2, 3, RuleKind.Number)), RuleType.Text),
            "replace" => new RenderedValue(dialect.Replace(Of(call, scope, 0, 3, RuleKind.Text), Of(call, scope, 1, 3, RuleKind.Text), Of(call, scope, 2, 3, RuleKind.Text)), RuleType.Text),
            "matches" => Matches(call, scope),
            "power_factor" => PowerFactor(call, scope),
            _ => DayMacro(call, scope),
        };
    }

    private RenderedValue DayMacro(Call call, RuleScope scope)
    {
        string Days(int i) => Of(call, scope, i, 2, RuleKind.Day);
        return call.Name switch
        {
            "day_of" => new RenderedValue(dialect.DayOf(Of(call, scope, 0, 1, RuleKind.Time)), RuleType.Day),
            "days_between" => new RenderedValue(dialect.DaysBetween(Days(0), Days(1)), RuleType.Whole),
            "months_between" => new RenderedValue(dialect.MonthsBetween(Days(0), Days(1)), RuleType.Whole),
            "workdays_between" => new RenderedValue(dialect.WorkdaysBetween(Days(0), Days(1)), RuleType.Whole),
            "add_days" => new RenderedValue(dialect.AddDays(Days(0), Of(call, scope, 1, 2, RuleKind.Number)), RuleType.Day),
            "time_of" => new RenderedValue(dialect.TimeOf(Of(call, scope, 0, 1, RuleKind.Day)), new RuleType(RuleKind.Time)),
            "seconds_between" => new RenderedValue(dialect.SecondsBetween(Of(call, scope, 0, 2, RuleKind.Time), Of(call, scope, 1, 2, RuleKind.Time)), RuleType.Whole),
            "minutes_between" => new RenderedValue(dialect.MinutesBetween(Of(call, scope, 0, 2, RuleKind.Time), Of(call, scope, 1, 2, RuleKind.Time)), RuleType.Whole),
            "trim_length" => new RenderedValue(dialect.TrimLength(Of(call, scope, 0, 1, RuleKind.Text)), RuleType.Whole),
            "digits_only" => new RenderedValue(dialect.DigitsOnly(Of(call, scope, 0, 2, RuleKind.Text), Of(call, scope, 1, 2, RuleKind.Number)), RuleType.Whole),
            _ => throw new RuleException("function-unknown", call.Position, call.Name),
        };
    }

    /// <summary>1 where the text holds one of the words of a list parameter, else 0. An empty text holds none.</summary>
    private RenderedValue Matches(Call call, RuleScope scope)
    {
        var text = Of(call, scope, 0, 2, RuleKind.Text);
        if (call.Arguments[1] is not ParameterReference list || parameters.GetValueOrDefault(list.Name)?.Words is not { Count: > 0 } words)
        {
            throw new RuleException("words-needed", call.Position);
        }

        return words.FirstOrDefault(word => word.AsSpan().ContainsAny("%_[]\\")) is { } odd
            ? throw new RuleException("word-sign", list.Position, odd)
            : new RenderedValue($"(CASE WHEN {string.Join(" OR ", words.Select(word => $"{text} LIKE {dialect.Text($"%{word}%")}"))} THEN 1 ELSE 0 END)", RuleType.Whole);
    }

    private RenderedValue Count(Call call, RuleScope scope)
    {
        if (call.Arguments.Count == 0)
        {
            return new RenderedValue("COUNT(*)", RuleType.Whole);
        }

        return new RenderedValue($"COUNT({(call.Distinct ? "DISTINCT " : "")}{Argument(call, scope, 0, 1).Sql})", RuleType.Whole);
    }

    private RenderedValue Plain(Call call, RuleScope scope)
    {
        var value = Argument(call, scope, 0, 1);
        if (call.Name is "sum" or "abs" && value.Type.Kind is not (RuleKind.Number or RuleKind.Unknown))
        {
            throw new RuleException("number-needed", call.Position, call.Name, Told(value.Type));
        }

        return new RenderedValue($"{call.Name.ToUpperInvariant()}({(call.Distinct ? "DISTINCT " : "")}{value.Sql})", value.Type);
    }

    private RenderedValue Averaged(Call call, RuleScope scope)
    {
        var value = Numeric(call.Arguments[0], scope, "avg");
        return new RenderedValue(dialect.Average(value.Sql), value.Type);
    }

    private RenderedValue Coalesced(Call call, RuleScope scope)
    {
        var values = call.Arguments.Select(argument => Value(argument, scope)).ToList();
        var type = Common(values.Select(value => value.Type), "COALESCE");
        return new RenderedValue($"COALESCE({string.Join(", ", values.Select(value => value.At(type.Scale)))})", type);
    }

    private RenderedValue NullIf(Call call, RuleScope scope)
    {
        var (value, other) = (Argument(call, scope, 0, 2), Argument(call, scope, 1, 2));
        var type = Common([value.Type, other.Type], "NULLIF");
        return new RenderedValue($"NULLIF({value.At(type.Scale)}, {other.At(type.Scale)})", type);
    }

    /// <summary>A quotient of the embedded database is floating whatever its scale, so it is rounded even where it has few places.</summary>
    private RenderedValue Rounded(Call call, RuleScope scope)
    {
        var (value, places) = (Argument(call, scope, 0, 2), Argument(call, scope, 1, 2));
        if (places.Literal is not { } wanted || wanted is < 0 or > 8 || decimal.Truncate(wanted) != wanted)
        {
            throw new RuleException("places", call.Position);
        }

        var (to, scale) = ((int)wanted, dialect.Scaled ? Math.Max(value.Type.Scale, (int)wanted) : 0);
        return new RenderedValue(dialect.Round(value.At(scale), scale, to), new RuleType(RuleKind.Number, dialect.Scaled ? to : 0));
    }

    /// <summary>A quotient: NULL at zero. On the embedded database it is a floating number, exact where it has few digits; exact limits are written as products.</summary>
    private RenderedValue Divided(Call call, RuleScope scope)
    {
        var (value, by) = (Numeric(call.Arguments[0], scope, "safe_divide"), Argument(call, scope, 1, 2));
        var scale = Math.Max(value.Type.Scale, by.Type.Scale);
        return new RenderedValue(dialect.SafeDivide(value.At(scale), by.At(by.Type.Scale)), new RuleType(RuleKind.Number, scale - by.Type.Scale));
    }

    private RenderedValue PowerFactor(Call call, RuleScope scope)
    {
        var (active, reactive) = (Argument(call, scope, 0, 2), Argument(call, scope, 1, 2));
        var scale = Math.Max(active.Type.Scale, reactive.Type.Scale);
        return new RenderedValue(dialect.PowerFactor(active.At(scale), reactive.At(scale)), new RuleType(RuleKind.Number, dialect.Scaled ? 2 : 0));
    }

    private static RenderedValue Whole(RenderedValue value, Call call) =>
        value.Type is { Kind: RuleKind.Number, Scale: 0 } ? value : throw new RuleException("whole-needed", call.Position, call.Name);

    private RenderedValue Argument(Call call, RuleScope scope, int index, int count) => call.Arguments.Count == count
        ? Value(call.Arguments[index], scope)
        : throw new RuleException("argument-count", call.Position, call.Name, count, call.Arguments.Count);

    private string Of(Call call, RuleScope scope, int index, int count, RuleKind kind)
    {
        var value = Argument(call, scope, index, count);
        if (value.Type.Kind == RuleKind.Text && kind == RuleKind.Day && value.Sql[0] == '\'')
        {
            return dialect.Day(value.Sql.Trim('\''));
        }

        return value.Type.Kind == kind && (kind != RuleKind.Number || value.Type.Scale == 0) ? value.Sql
            : throw new RuleException("argument-kind", call.Position, call.Name, index + 1, Told(new RuleType(kind)), Told(value.Type));
    }
}
