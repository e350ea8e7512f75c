using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Themes;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Precision;

/// <summary>What the assistant knows of a theme's limit. Without a <c>Parameter</c> the rule has none that closed cases could judge.</summary>
/// <param name="Unweighed">Judged items of versions that are gone or whose limit was zero: they count nowhere.</param>
public sealed record ThresholdView(string Code, int Version, ThemeParameter? Parameter, bool Scaled, bool Above, bool Certain, int Judged, int Unweighed,
    IReadOnlyList<ThresholdStep> Steps, ThresholdStep? Suggested, string? Unavailable);

/// <summary>Weighs the closed cases of a theme against other values of its limit.</summary>
public static class ThresholdAssistant
{
    public const string NoParameter = "no-parameter";
    public const string NoCases = "no-cases";
    public const string NoDirection = "no-direction";

    public static async Task<ThresholdView> ReadAsync(CaseDbContext db, CurrentAccount me, ThemeLibrary library, Theme theme, decimal? value, CancellationToken cancellation)
    {
        if (ThresholdRule.Of(theme) is not { } rule)
        {
            return new ThresholdView(theme.Code, theme.Version, null, false, false, false, 0, 0, [], null, NoParameter);
        }

        var parameter = theme.Parameters.First(each => each.Name == rule.Parameter);
        var items = await JudgedItems.Query(db, me, me.OrgPath, null)
            .Where(row => row.ThemeCode == theme.Code && row.CaseState == "closed" && row.Conclusion != null && row.Conclusion != "").ToListAsync(cancellation);
        var orgs = await db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(org => org.OrgNo, org => org.OrgPath, cancellation);
        var weighed = items.Select(item => Weigh(item, rule, library, orgs)).OfType<Weighed>().ToList();
        var above = rule.Above ?? Direction(items);
        if (weighed.Count == 0 || above is not { } up)
        {
            return new ThresholdView(theme.Code, theme.Version, parameter, rule.Scaled, false, rule.Certain, items.Count, items.Count - weighed.Count, [], null,
                weighed.Count == 0 ? NoCases : NoDirection);
        }

        var current = parameter.Value.GetDecimal();
        var steps = ThresholdTable.Steps(current, weighed, up, rule.Strict, parameter.Min, parameter.Max);
        var shown = value is { } asked && steps.All(step => step.Value != asked) ? [.. steps, ThresholdTable.At(asked, weighed, up, rule.Strict)] : steps;
        return new ThresholdView(theme.Code, theme.Version, parameter, rule.Scaled, up, rule.Certain, items.Count, items.Count - weighed.Count, shown, ThresholdTable.Suggest(steps), null);
    }

    /// <summary>By the version that made the case, with the value that held for the item's unit.</summary>
    private static Weighed? Weigh(JudgedItem item, ThresholdRule rule, ThemeLibrary library, Dictionary<string, string> orgs)
    {
        if (library.Find(item.ThemeCode, item.Version) is not { } found || ThresholdRule.Of(found) is not { } then || then.Parameter != rule.Parameter || then.Scaled != rule.Scaled)
        {
            return null;
        }

        var value = ScopedRun.For(found, item.OrgPath, orgs).Parameters.First(each => each.Name == rule.Parameter).Value.GetDecimal();
        return ThresholdTable.BreaksAt(item.Metric, item.LimitValue, value, rule.Scaled) is { } breaks ? new Weighed(breaks, item.Verdict == Verdict.Confirmed) : null;
    }

    private static bool? Direction(List<JudgedItem> items)
    {
        var (over, under) = (items.Count(item => item.Metric > item.LimitValue), items.Count(item => item.Metric < item.LimitValue));
        return over > 0 && under == 0 ? true : under > 0 && over == 0 ? false : null;
    }
}
