using CaseMgmt.Cases.Monitoring;

namespace CaseMgmt.Cases.Whitelist;

/// <summary>What may enter the white list, for how long, and who may let it (domain document 02 section 8). Pure.</summary>
public static class WhiteRules
{
    /// <summary>Share of white-listed anomalies of a unit above which its list is to be looked at.</summary>
    public const decimal AlarmShare = 0.15m;

    private const decimal Worse = 1.5m;

    /// <summary>Never normal: theft and red lines.</summary>
    private static readonly string[] NeverNormal = ["YJ-02", "YJ-03", "YJ-04", "CH-09", "DJ-17"];

    /// <summary>Cannot wait either: safety and money in transit.</summary>
    private static readonly string[] CannotWait = ["YJ-06", "CH-10"];

    public static int MostMonths(string type) => type == WhiteEntry.CannotFix ? 6 : 12;

    /// <summary>Why an application is refused; null if it may go on.</summary>
    public static string? Refuse(string? type, string theme, DateOnly today, DateOnly? validTo, DateOnly? fixDate) =>
        type is not (WhiteEntry.CannotFix or WhiteEntry.Normal) ? "white-type"
        : NeverNormal.Contains(theme) || (type == WhiteEntry.CannotFix && CannotWait.Contains(theme)) ? "white-excluded"
        : validTo is not { } end || end <= today || end > today.AddMonths(MostMonths(type)) ? "white-term"
        : type == WhiteEntry.CannotFix && (fixDate is not { } fix || fix < today || fix > end) ? "white-fix-date"
        : null;

    /// <summary>Why it cannot be renewed; null if it can. What cannot be fixed is renewed once.</summary>
    public static string? RefuseRenewal(WhiteEntry entry) =>
        entry.State != WhiteStates.Effective ? "white-state" : entry.Type == WhiteEntry.CannotFix && entry.Renewals > 0 ? "white-renewed" : null;

    /// <summary>Why this person cannot take this step; null if he can. Applicant, reviewer and approver are three persons; special and first-level themes go up to the province.</summary>
    public static string? RefuseStep(WhiteEntry entry, string step, string person, int orgLevel) => (step, entry.State) switch
    {
        ("review", WhiteStates.Applied) => entry.AppliedByPerson == person ? "four-eyes" : null,
        ("approve", WhiteStates.Reviewed) =>
            entry.AppliedByPerson == person || entry.ReviewedByPerson == person ? "four-eyes" : orgLevel > HighestLevel(entry.Level) ? "white-level" : null,
        _ => "white-state",
    };

    /// <summary>A metric half as bad again is another problem than the one that was approved.</summary>
    public static bool HasWorsened(decimal approved, decimal now) => Math.Abs(now) >= Math.Abs(approved) * Worse && now != approved;

    public static bool MayBeWhite(Anomaly anomaly) => anomaly.State is not AnomalyStates.Done;

    private static int HighestLevel(string themeLevel) => themeLevel is "special" or "1" ? 1 : 2;
}
