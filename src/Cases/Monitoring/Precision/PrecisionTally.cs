namespace CaseMgmt.Cases.Monitoring.Precision;

/// <summary>Items of cases that have the same theme, version, unit and outcome, counted by the database.</summary>
public sealed record CountedItems(string ThemeCode, int Version, string OrgPath, string Verdict, int Count);

/// <summary>A problem that was found by hand and that a theme should have found. <c>Verdict</c> is that of its own case.</summary>
public sealed record CountedMiss(string ThemeCode, string OrgPath, string Verdict);

/// <summary>One line of the table: how often a theme, one of its versions, or a unit was right.</summary>
/// <param name="Key">The theme code, "code/version", or the path of the unit.</param>
/// <param name="Missed">Confirmed problems that came in by hand; null for a version, because a problem that was missed names none.</param>
/// <param name="Suspected">Linked problems whose own case is not closed yet.</param>
public sealed record PrecisionLine(string Key, int Confirmed, int Unfounded, int Open, int? Missed, int Suspected)
{
    public Share? Rate => Share.Of(Confirmed, Confirmed + Unfounded);

    /// <summary>查全率. Null while no missed problem is known: that nobody has linked one does not mean that none was missed.</summary>
    public Share? Recall => Missed is > 0 and var missed ? Share.Of(Confirmed, Confirmed + missed) : null;
}

/// <summary>Folds counted items into the lines of one of the three tables. Pure.</summary>
public static class PrecisionTally
{
    public const string ByTheme = "theme";
    public const string ByVersion = "version";
    public const string ByUnit = "unit";

    /// <param name="scope">Path of the organisation that is looked at: units are the ones directly below it.</param>
    public static IReadOnlyList<PrecisionLine> Lines(string by, string scope, IEnumerable<CountedItems> items, IEnumerable<CountedMiss> misses)
    {
        var found = items.ToLookup(item => by switch
        {
            ByVersion => $"{item.ThemeCode}/{item.Version}",
            ByUnit => UnitBelow(scope, item.OrgPath),
            _ => item.ThemeCode,
        });
        var missed = misses.Where(_ => by != ByVersion).ToLookup(miss => by == ByUnit ? UnitBelow(scope, miss.OrgPath) : miss.ThemeCode);
        return [.. found.Select(group => group.Key).Union(missed.Select(group => group.Key)).Order(StringComparer.Ordinal)
            .Select(key => Line(key, [.. found[key]], by == ByVersion ? null : [.. missed[key]]))];
    }

    public static PrecisionLine Total(IReadOnlyList<CountedItems> items, IReadOnlyList<CountedMiss> misses) => Line("", items, misses);

    /// <summary>The unit directly below the scope that a path lies in; the scope itself for what belongs to it directly.</summary>
    public static string UnitBelow(string scope, string orgPath)
    {
        if (!orgPath.StartsWith(scope, StringComparison.Ordinal) || orgPath.Length == scope.Length)
        {
            return scope;
        }

        return orgPath[..(orgPath.IndexOf('/', scope.Length) + 1)];
    }

    private static PrecisionLine Line(string key, IReadOnlyList<CountedItems> items, IReadOnlyList<CountedMiss>? misses) => new(
        key, Count(items, Verdict.Confirmed), Count(items, Verdict.Unfounded), Count(items, Verdict.Open),
        misses?.Count(miss => miss.Verdict == Verdict.Confirmed), misses?.Count(miss => miss.Verdict == Verdict.Open) ?? 0);

    private static int Count(IReadOnlyList<CountedItems> items, string verdict) => items.Where(item => item.Verdict == verdict).Sum(item => item.Count);
}
