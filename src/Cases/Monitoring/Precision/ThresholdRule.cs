using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Monitoring.Precision;

/// <summary>
/// Which parameter the limit of a rule is made of, read from the rule itself. Only such a parameter can be judged by the metric and the limit that a case kept:
/// what another value would have done to a condition nobody wrote down is for the backtest to say.
/// </summary>
/// <param name="Scaled">The limit is the parameter times something of the object, not the parameter alone.</param>
/// <param name="Above">True if the rule fires above the limit.</param>
/// <param name="Strict">True if a metric exactly at the limit does not fire.</param>
/// <param name="Certain">The rule compares the very metric that it returns with the very limit; otherwise the direction is taken from what it found.</param>
public sealed record ThresholdRule(string Parameter, bool Scaled, bool? Above, bool Strict, bool Certain)
{
    /// <summary>Null if no single number of the theme decides the limit.</summary>
    public static ThresholdRule? Of(Theme theme)
    {
        var query = RuleParser.Parse(theme.Sql);
        if (query.Selects is not [var select] || Value(select, "metric") is not { } metric || Value(select, "limit_v") is not { } limit)
        {
            return null;
        }

        var parameters = Factors(limit)?.OfType<ParameterReference>().ToList();
        if (parameters is not [var one] || theme.Parameters.FirstOrDefault(each => each.Name == one.Name) is not { Value.ValueKind: System.Text.Json.JsonValueKind.Number })
        {
            return null;
        }

        var scaled = limit is not ParameterReference;
        var (metricShape, limitShape) = (Shape(metric), Shape(limit));
        var comparison = Comparisons(select.Where).Concat(Comparisons(select.Having)).FirstOrDefault(each =>
            (Shape(each.Left) == metricShape && Shape(each.Right) == limitShape) || (Shape(each.Left) == limitShape && Shape(each.Right) == metricShape));
        if (comparison is not { Operator: ">" or ">=" or "<" or "<=" })
        {
            return new ThresholdRule(one.Name, scaled, null, false, false);
        }

        var above = (comparison.Operator[0] == '>') == (Shape(comparison.Left) == metricShape);
        return new ThresholdRule(one.Name, scaled, above, comparison.Operator.Length == 1, true);
    }

    private static RuleExpression? Value(RuleSelect select, string alias) => select.Items.FirstOrDefault(item => item.Alias == alias || item.Value is ColumnReference column && column.Name == alias)?.Value;

    /// <summary>The factors of a product; null if the expression is anything else, or hides a parameter inside a factor.</summary>
    private static List<RuleExpression>? Factors(RuleExpression expression) => expression switch
    {
        Arithmetic { Operator: "*" } product => Factors(product.Left) is { } left && Factors(product.Right) is { } right ? [.. left, .. right] : null,
        ParameterReference or ColumnReference or NumberLiteral => [expression],
        _ => null,
    };

    /// <summary>The comparisons that all have to hold.</summary>
    private static IEnumerable<Comparison> Comparisons(RuleExpression? condition) => condition switch
    {
        Comparison one => [one],
        Between { Not: false } range => [new Comparison(">=", range.Value, range.Low), new Comparison("<=", range.Value, range.High)],
        Junction { Operator: "and" } both => Comparisons(both.Left).Concat(Comparisons(both.Right)),
        _ => [],
    };

    /// <summary>The expression without the places in the text, for comparing two of them. What it does not know has a shape of its own and equals nothing.</summary>
    private static string Shape(RuleExpression expression) => expression switch
    {
        ColumnReference column => $"{column.Source}.{column.Name}",
        ParameterReference parameter => "@" + parameter.Name,
        NumberLiteral number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        TextLiteral text => $"'{text.Value}'",
        Negation negation => $"-({Shape(negation.Value)})",
        Arithmetic arithmetic => $"({Shape(arithmetic.Left)}{arithmetic.Operator}{Shape(arithmetic.Right)})",
        Call call => $"{call.Name}{(call.Distinct ? "!" : "")}({string.Join(',', call.Arguments.Select(Shape))})",
        _ => $"#{System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(expression)}",
    };
}
