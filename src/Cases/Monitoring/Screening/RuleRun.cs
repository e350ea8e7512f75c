using System.Data.Common;
using System.Globalization;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>One row that a rule found.</summary>
public sealed record Finding(string OrgNo, string ObjKey, decimal Metric, decimal LimitValue);

/// <summary>Runs the rule of a theme and collects its findings, one per object: where a rule returns an object twice, the larger metric stays.</summary>
public static class RuleRun
{
    /// <summary>Rows that a rule may return, whatever they name: a rule that returns one object without end is as wrong as one that returns everything.</summary>
    public const int MaxRows = 1_000_000;
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <param name="keyless">Told how many rows named no object. They are left out: one bad row of the data does not blind a theme. Where there are no others, the rule is refused.</param>
    public static IReadOnlyList<Finding> Find(IRuleSource source, Theme theme, RuleParameters standard, CancellationToken cancellation, Action<int>? keyless = null)
    {
        if (!theme.AppliesTo(standard.Ym))
        {
            return [];
        }

        var rule = RuleCompiler.Compile(theme.Sql, standard.With(theme), source.Dialect);
        try
        {
            using var reader = source.Run(rule, MaxRows, Limit, cancellation);
            var (found, rows, without) = (new Dictionary<string, Finding>(StringComparer.Ordinal), 0, 0);
            while (reader.Read())
            {
                if (++rows > MaxRows)
                {
                    throw new RuleException("too-many-rows", null, MaxRows);
                }

                if (reader.IsDBNull(1))
                {
                    without++;
                }
                else
                {
                    Keep(found, ReadRow(reader, rule));
                }
            }

            keyless?.Invoke(without);
            return found.Count == 0 && without > 0 ? throw new RuleException("key-empty") : [.. found.Values.OrderBy(finding => finding.ObjKey, StringComparer.Ordinal)];
        }
        catch (DbException failure)
        {
            cancellation.ThrowIfCancellationRequested();
            throw !source.IsAlive ? new SourceLostException(theme.Code, failure.Message) : source.WasTime(failure) ? new RuleException("time-over", null, Limit.TotalMinutes) : new RuleException("database", null, failure.Message);
        }
    }

    private static void Keep(Dictionary<string, Finding> found, Finding row)
    {
        if (!found.TryGetValue(row.ObjKey, out var known) || row.Metric > known.Metric)
        {
            found[row.ObjKey] = row;
        }
    }

    private static Finding ReadRow(DbDataReader reader, CompiledRule rule) => new(
        reader.IsDBNull(0) ? "" : reader.GetString(0),
        reader.GetString(1),
        Number(reader, 2, rule.MetricScale), Number(reader, 3, rule.LimitScale));

    /// <summary>Whole numbers and decimals come back exactly; quotients of the embedded database are floating and rounded to six places.</summary>
    internal static decimal Number(DbDataReader reader, int column, int scale)
    {
        var value = reader.GetValue(column);
        var factor = decimal.Parse("1" + new string('0', scale), CultureInfo.InvariantCulture);
        return Math.Round(value switch
        {
            long whole => whole / factor,
            decimal exact => exact,
            double broken => (decimal)broken / factor,
            _ => 0m,
        }, 6);
    }
}
