namespace CaseMgmt.Cases.Monitoring.Precision;

/// <summary>What a version finds in one month beside what was confirmed there.</summary>
/// <param name="Found">All rows of the version.</param>
/// <param name="ConfirmedKept">Confirmed items that it finds too.</param>
/// <param name="ConfirmedLost">Confirmed items that the version in use still finds and this one does not.</param>
/// <param name="Unjudged">Rows about which no case has said anything.</param>
/// <param name="Mended">Judged items that the version in use does not find any more either: the data was put right since, so they tell nothing.</param>
public sealed record BacktestMonth(string Ym, int Found, int ConfirmedKept, int ConfirmedLost, int UnfoundedKept, int UnfoundedDropped, int Unjudged, int Mended);

/// <summary>Counts a backtest. Pure.</summary>
public static class BacktestTally
{
    /// <param name="judged">Objects with the verdict of their closed case; an object judged twice in a month is confirmed if it was once.</param>
    public static BacktestMonth Month(string ym, IReadOnlySet<string> found, IReadOnlySet<string> control, IReadOnlyDictionary<string, bool> judged)
    {
        var told = judged.Where(each => found.Contains(each.Key) || control.Contains(each.Key)).ToList();
        return new BacktestMonth(ym, found.Count,
            told.Count(each => each.Value && found.Contains(each.Key)), told.Count(each => each.Value && !found.Contains(each.Key)),
            told.Count(each => !each.Value && found.Contains(each.Key)), told.Count(each => !each.Value && !found.Contains(each.Key)),
            found.Count(key => !judged.ContainsKey(key)), judged.Count - told.Count);
    }

    public static BacktestMonth Sum(IReadOnlyList<BacktestMonth> months) => new("", months.Sum(each => each.Found), months.Sum(each => each.ConfirmedKept), months.Sum(each => each.ConfirmedLost),
        months.Sum(each => each.UnfoundedKept), months.Sum(each => each.UnfoundedDropped), months.Sum(each => each.Unjudged), months.Sum(each => each.Mended));
}
