namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>What the rows of a unit add up to.</summary>
public readonly record struct UnitSums(decimal Num, decimal? Den, long Rows)
{
    public static UnitSums operator +(UnitSums one, UnitSums other) =>
        new(one.Num + other.Num, one.Den is null && other.Den is null ? null : (one.Den ?? 0) + (other.Den ?? 0), one.Rows + other.Rows);
}

/// <summary>From sums to values and levels. Pure.</summary>
public static class IndicatorMath
{
    private const int Places = 6;

    /// <summary>
    /// The sums of every unit that has any: its own rows and all below it. A plain sum is nothing, zero, in a unit whose month is loaded and that has no rows;
    /// a ratio has no value there.
    /// </summary>
    /// <param name="own">Sums of the rows that name the unit itself.</param>
    /// <param name="paths">Path of every unit.</param>
    /// <param name="loaded">Units that have data of the month at all.</param>
    public static Dictionary<string, UnitSums> RollUp(Indicator indicator, IReadOnlyDictionary<string, UnitSums> own, IReadOnlyDictionary<string, string> paths, IReadOnlySet<string> loaded)
    {
        var byPath = paths.ToLookup(unit => unit.Value, unit => unit.Key);
        var sums = new Dictionary<string, UnitSums>(StringComparer.Ordinal);
        var empty = indicator.Kind == Indicator.Sum ? loaded.Where(unit => !own.ContainsKey(unit)).Select(unit => KeyValuePair.Create(unit, new UnitSums(0, null, 0))) : [];
        foreach (var (unit, sum) in own.Concat(empty))
        {
            foreach (var above in Access.OrgPaths.SelfAndAbove(paths.GetValueOrDefault(unit, "")).SelectMany(path => byPath[path]))
            {
                sums[above] = sums.TryGetValue(above, out var known) ? known + sum : sum;
            }
        }

        return sums;
    }

    public static decimal? Value(Indicator indicator, UnitSums sums) =>
        indicator.Kind == Indicator.Sum ? Math.Round(indicator.Factor * sums.Num, Places)
        : sums.Den is { } den && den != 0 ? Math.Round(indicator.Factor * sums.Num / den, Places)
        : null;

    /// <summary>A value exactly at a limit keeps it.</summary>
    public static string Level(Indicator indicator, decimal? value) =>
        value is not { } known || indicator.Better == "none" || (indicator.Warn ?? indicator.Alarm) is null ? IndicatorLevels.None
        : Beyond(indicator, known, indicator.Alarm) ? IndicatorLevels.Alarm
        : Beyond(indicator, known, indicator.Warn) ? IndicatorLevels.Warn
        : IndicatorLevels.Good;

    private static bool Beyond(Indicator indicator, decimal value, decimal? limit) => indicator.Better == "high" ? value < limit : value > limit;
}
