namespace CaseMgmt.Cases.Monitoring.Precision;

/// <summary>A judged item with the value that the parameter would have had to have for the item to lie exactly at its limit.</summary>
public sealed record Weighed(decimal Breaks, bool Confirmed);

/// <summary>What one value of the parameter would have done to the items of closed cases.</summary>
public sealed record ThresholdStep(decimal Value, int ConfirmedKept, int ConfirmedLost, int UnfoundedKept, int UnfoundedDropped)
{
    /// <summary>查实率 that would have come out.</summary>
    public Share? Rate => Share.Of(ConfirmedKept, ConfirmedKept + UnfoundedKept);
}

/// <summary>
/// The arithmetic of the threshold assistant. Pure. It looks in one direction only: a tighter value drops rows that were judged, a looser one would bring rows
/// that nobody has judged, and about those closed cases say nothing.
/// </summary>
public static class ThresholdTable
{
    public const int MostSteps = 12;

    /// <summary>Where an item lies in terms of the parameter; null where its limit was zero and nothing can be scaled.</summary>
    /// <param name="limit">The limit that the case kept.</param>
    /// <param name="then">The parameter's value when the item was found.</param>
    public static decimal? BreaksAt(decimal metric, decimal limit, decimal then, bool scaled) =>
        !scaled ? metric : limit == 0 ? null : Math.Round(metric / limit * then, 6);

    public static bool Keeps(decimal value, Weighed item, bool above, bool strict) =>
        above ? item.Breaks > value || (!strict && item.Breaks == value) : item.Breaks < value || (!strict && item.Breaks == value);

    public static ThresholdStep At(decimal value, IReadOnlyList<Weighed> items, bool above, bool strict)
    {
        var kept = items.Where(item => Keeps(value, item, above, strict)).ToList();
        var (confirmed, confirmedKept) = (items.Count(item => item.Confirmed), kept.Count(item => item.Confirmed));
        return new ThresholdStep(value, confirmedKept, confirmed - confirmedKept, kept.Count - confirmedKept, items.Count - confirmed - (kept.Count - confirmedKept));
    }

    /// <summary>The present value and tighter ones, spread over where the items lie, so that every step drops some.</summary>
    public static IReadOnlyList<ThresholdStep> Steps(decimal current, IReadOnlyList<Weighed> items, bool above, bool strict, decimal? min, decimal? max)
    {
        var tighter = items.Select(item => item.Breaks).Where(value => above ? value > current : value < current)
            .Where(value => (min is null || value >= min) && (max is null || value <= max)).Distinct().Order().ToList();
        var shown = tighter.Count <= MostSteps ? tighter : [.. Enumerable.Range(0, MostSteps).Select(at => tighter[at * (tighter.Count - 1) / (MostSteps - 1)])];
        return [.. (above ? shown.Prepend(current) : shown.AsEnumerable().Reverse().Prepend(current)).Select(value => At(value, items, above, strict))];
    }

    /// <summary>The tightest step that loses no confirmed problem; null if none drops anything for free.</summary>
    public static ThresholdStep? Suggest(IReadOnlyList<ThresholdStep> steps) =>
        steps.Where(step => step.ConfirmedLost == steps[0].ConfirmedLost && step.UnfoundedDropped > steps[0].UnfoundedDropped).MaxBy(step => step.UnfoundedDropped);
}
