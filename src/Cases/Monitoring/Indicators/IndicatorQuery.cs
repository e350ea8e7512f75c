using System.Data.Common;
using System.Globalization;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>One row that an indicator counts.</summary>
public sealed record IndicatorRow(string OrgNo, string ObjKey, decimal Num, decimal? Den);

/// <summary>Runs the rule of an indicator on a rule source: summed by unit, or its rows. It reads only, for a limited time.</summary>
public static class IndicatorQuery
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static IReadOnlyDictionary<string, UnitSums> Sums(IRuleSource source, Indicator indicator, RuleParameters standard, CancellationToken cancellation)
    {
        var rule = indicator.Compile(standard, source.Dialect);
        return Read(source, indicator, SumsText(rule, source.Dialect), reader => KeyValuePair.Create(reader.IsDBNull(0) ? "" : reader.GetString(0), new UnitSums(
            RuleRun.Number(reader, 1, rule.MetricScale), reader.IsDBNull(2) ? null : RuleRun.Number(reader, 2, rule.LimitScale),
            Convert.ToInt64(reader.GetValue(3), CultureInfo.InvariantCulture))), cancellation).ToDictionary();
    }

    /// <summary>The first rows of a unit and below, those that count against it first.</summary>
    public static IReadOnlyList<IndicatorRow> Rows(IRuleSource source, Indicator indicator, RuleParameters standard, string orgPath, int most, CancellationToken cancellation)
    {
        var rule = indicator.Compile(standard, source.Dialect);
        return [.. Read(source, indicator, RowsText(indicator, rule, source.Dialect, orgPath, most), reader => new IndicatorRow(reader.GetString(0), reader.IsDBNull(1) ? "" : reader.GetString(1),
            RuleRun.Number(reader, 2, rule.MetricScale), reader.IsDBNull(3) ? null : RuleRun.Number(reader, 3, rule.LimitScale)), cancellation)];
    }

    public static string SumsText(CompiledRule rule, RuleDialect dialect) =>
        $"SELECT r.org_no, SUM({dialect.Exact("r.num")}) AS num, SUM({dialect.Exact("r.den")}) AS den, COUNT(*) AS n FROM (\n{rule.Sql}\n) r GROUP BY r.org_no";

    public static string RowsText(Indicator indicator, CompiledRule rule, RuleDialect dialect, string orgPath, int most)
    {
        // Both sides at one scale, so that "still missing" can be told by a difference; nothing is zero, because databases order it differently.
        var (num, den) = (Lifted("COALESCE(r.num, 0)", rule.LimitScale - rule.MetricScale), Lifted("COALESCE(r.den, 0)", rule.MetricScale - rule.LimitScale));
        var order = indicator is { Kind: Indicator.Ratio, Better: "high" } ? $"{den} - {num} DESC" : "COALESCE(r.num, 0) DESC";
        return dialect.First(most, $"r.org_no, r.obj_key, {dialect.Exact("r.num")}, {dialect.Exact("r.den")}", $"""
            FROM (
            {rule.Sql}
            ) r JOIN org o ON o.org_no = r.org_no
            WHERE o.org_path LIKE {dialect.Text(orgPath + "%")}
            ORDER BY {order}, r.obj_key, r.num
            """);
    }

    /// <summary>Units that have bills of the month: there a count of nothing is zero and not unknown.</summary>
    public static IReadOnlySet<string> Loaded(IRuleSource source, string ym, CancellationToken cancellation) =>
        Read(source, null, $"SELECT DISTINCT b.org_no FROM bill b WHERE b.ym = {source.Dialect.Text(ym)}", reader => reader.GetString(0), cancellation).ToHashSet(StringComparer.Ordinal);

    private static string Lifted(string value, int places) => places > 0 ? $"{value} * {RenderedValue.Power(places)}" : value;

    private static List<T> Read<T>(IRuleSource source, Indicator? indicator, string sql, Func<DbDataReader, T> row, CancellationToken cancellation)
    {
        try
        {
            using var reader = source.Ask(sql, Limit, cancellation);
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(row(reader));
            }

            return rows;
        }
        catch (DbException failure)
        {
            cancellation.ThrowIfCancellationRequested();
            throw !source.IsAlive ? new SourceLostException(indicator?.Code ?? "bill", failure.Message) : source.WasTime(failure) ? new RuleException("time-over", null, Limit.TotalMinutes) : new RuleException("database", null, failure.Message);
        }
    }
}
