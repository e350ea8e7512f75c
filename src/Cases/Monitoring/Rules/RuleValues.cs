using System.Globalization;

namespace CaseMgmt.Cases.Monitoring.Rules;

/// <summary>What a value of a rule is. Days and times are kept apart because they do not compare as text.</summary>
public enum RuleKind
{
    Unknown,
    Number,
    Text,
    Day,
    Time,
}

/// <summary>A kind, and for numbers how many decimal places the stored whole number carries (always 0 on databases with real decimals).</summary>
public readonly record struct RuleType(RuleKind Kind, int Scale = 0)
{
    public static readonly RuleType Whole = new(RuleKind.Number);
    public static readonly RuleType Text = new(RuleKind.Text);
    public static readonly RuleType Day = new(RuleKind.Day);
}

/// <summary>A rendered value. Literals keep their value, so that they can be written at any scale without arithmetic.</summary>
public readonly record struct RenderedValue(string Sql, RuleType Type, decimal? Literal = null)
{
    /// <summary>The value at a finer scale.</summary>
    public string At(int scale) => Literal is { } literal ? Plain(literal, scale)
        : scale == Type.Scale || Type.Kind == RuleKind.Unknown ? Sql
        : $"({Sql} * {Power(scale - Type.Scale)})";

    public static string Power(int zeros) => "1" + new string('0', zeros);

    public static string Plain(decimal value, int scale)
    {
        for (; scale > 0; scale--)
        {
            value *= 10;
        }

        return value.ToString("0.############", CultureInfo.InvariantCulture);
    }

    public static int ScaleOf(decimal value) => Math.Max(0, (int)((decimal.GetBits(value / 1.000000000000000000000000000000000m)[3] >> 16) & 0xFF));
}

/// <summary>A value given for a @name.</summary>
public sealed record RuleParameter(RuleType Type, decimal? Number, string? Text, IReadOnlyList<string>? Words = null)
{
    public static RuleParameter Of(IReadOnlyList<string> words) => new(RuleType.Text, null, null, words);

    public static RuleParameter Of(decimal number) => new(RuleType.Whole, number, null);

    public static RuleParameter Of(string text) => new(RuleType.Text, null, text);

    public static RuleParameter Of(DateOnly day) => new(RuleType.Day, null, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <summary>A rule ready to run: its statement and how its four columns are scaled.</summary>
public sealed record CompiledRule(string Sql, int MetricScale, int LimitScale);

/// <summary>The four columns that a rule returns: who, what, and two numbers.</summary>
public sealed record RuleColumns(IReadOnlyList<string> Names)
{
    public static readonly RuleColumns Theme = new(["org_no", "obj_key", "metric", "limit_v"]);

    /// <summary>Rows that are added up: a numerator, and a denominator or nothing.</summary>
    public static readonly RuleColumns Indicator = new(["org_no", "obj_key", "num", "den"]);
}
