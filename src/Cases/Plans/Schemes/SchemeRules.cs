namespace CaseMgmt.Cases.Plans.Schemes;

/// <summary>What a scheme must say, and what may happen to it when and by whom. Pure.</summary>
public static class SchemeRules
{
    public const int ShortestGoal = 10;

    /// <summary>Why the text of a scheme is refused, null when it is complete.</summary>
    public static string? Refuse(WriteScheme.Request request, Func<string, bool> isTheme, Func<string, bool> isUnit) => request switch
    {
        { Title: var title } when string.IsNullOrWhiteSpace(title) || title.Length > 200 => "scheme-title",
        { Type: var type } when !TaskTypes.IsKnown(type) => "task-type",
        { Themes: var themes } when themes is not { Count: > 0 and <= 80 } || !themes.All(isTheme) => "scheme-themes",
        { Units: var units } when units is not { Count: > 0 and <= 100 } || !units.All(isUnit) => "scheme-units",
        { PeriodFrom: null } or { PeriodTo: null } => "scheme-period",
        { PeriodFrom: var from, PeriodTo: var to } when from > to => "scheme-period",
        { Goal: var goal } when (goal?.Trim().Length ?? 0) is < ShortestGoal or > 2000 => "scheme-goal",
        { Checklist: var list } when string.IsNullOrWhiteSpace(list) || list.Length > 4000 => "scheme-checklist",
        { Basis: var basis } when string.IsNullOrWhiteSpace(basis) || basis.Length > 1000 => "scheme-basis",
        _ => null,
    };

    /// <summary>The state that a step leads to; null where it leads nowhere from here.</summary>
    public static string? Next(string state, string step) => (state, step) switch
    {
        (SchemeStates.Draft, "submit") => SchemeStates.Submitted,
        (SchemeStates.Submitted, "approve") => SchemeStates.Approved,
        (SchemeStates.Submitted, "return") => SchemeStates.Draft,
        (SchemeStates.Approved, "start") => SchemeStates.InForce,
        (SchemeStates.InForce, "close") => SchemeStates.Closed,
        (SchemeStates.Draft or SchemeStates.Submitted or SchemeStates.Approved, "cancel") => SchemeStates.Cancelled,
        _ => null,
    };

    /// <summary>Why this step is refused now, null when it may be taken. Whoever wrote it cannot approve it, under whatever account.</summary>
    public static string? RefuseStep(AuditScheme scheme, string step, string person, DateOnly today, string? remark) =>
        Next(scheme.State, step) is null ? "scheme-state"
        : step == "approve" && person == scheme.CreatedByPerson ? "scheme-own"
        : step is "return" or "close" or "cancel" && string.IsNullOrWhiteSpace(remark) ? "scheme-remark"
        : step == "start" && (today < scheme.PeriodFrom || today > scheme.PeriodTo) ? "scheme-not-now"
        : null;
}
