namespace CaseMgmt.Cases.Plans.Calendar;

/// <summary>When a plan may be consulted on, approved and changed. Pure.</summary>
public static class PlanRules
{
    public const int Months = 12;

    /// <summary>Months that are still to come and have no theme: one theme a month.</summary>
    public static IReadOnlyList<int> WithoutTheme(int year, IEnumerable<PlanMonth> months, DateOnly today)
    {
        var first = today.Year < year ? 1 : today.Year > year ? Months + 1 : today.Month;
        var chosen = months.Where(month => month.ThemeCode.Length > 0).Select(month => month.Month).ToHashSet();
        return [.. Enumerable.Range(1, Months).Where(month => month >= first && !chosen.Contains(month))];
    }

    /// <summary>The specialties that answer for the themes of a plan.</summary>
    public static IReadOnlyList<string> Specialties(IEnumerable<PlanMonth> months, Func<string, string?> specialtyOf) =>
        [.. months.Select(month => specialtyOf(month.ThemeCode)).OfType<string>().Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Why this decision is refused, null when it may be taken: everybody has spoken or had the time to, and whoever wrote the plan does not approve it.</summary>
    public static string? RefuseDecision(AuditPlan plan, IReadOnlyList<PlanOpinion> opinions, bool approve, string person, string? remark, DateTime now) =>
        plan.State != PlanStates.Consulting ? "plan-state"
        : person == plan.CreatedByPerson ? "plan-own"
        : !approve ? string.IsNullOrWhiteSpace(remark) ? "plan-remark" : null
        : opinions.Any(opinion => opinion.Verdict is null) && now < plan.OpinionsDueAt ? "plan-consulting"
        : opinions.Any(opinion => opinion.Verdict == PlanOpinion.Change) && string.IsNullOrWhiteSpace(remark) ? "plan-objections"
        : null;

    /// <summary>Why a month cannot be changed so, null when it can. The theme of an approved plan changes by a new round; where to go and why does not.</summary>
    public static string? RefuseMonth(AuditPlan plan, PlanMonth month, string themeCode) =>
        plan.State == PlanStates.Consulting || (plan.State == PlanStates.Approved && month.ThemeCode != themeCode) ? "plan-fixed" : null;
}
