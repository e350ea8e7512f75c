using CaseMgmt.Cases.Lifecycle;

namespace CaseMgmt.Cases.Monitoring.Precision;

/// <summary>What came of one item of a case, seen from the theme that found it.</summary>
public static class Verdict
{
    /// <summary>属实. The theme was right.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>不属实 or 正常现象: the rule fired on nothing.</summary>
    public const string Unfounded = "unfounded";

    /// <summary>The case is not closed, or its reply named no conclusion.</summary>
    public const string Open = "open";

    /// <summary>The conclusion of a problem that is real and cannot be mended now; about money it confirms nothing, about the theme it does.</summary>
    private const string CannotFixNow = "cannot-fix-now";

    public static string Of(string caseState, string? conclusion) =>
        caseState != "closed" || string.IsNullOrEmpty(conclusion) ? Open
        : Conclusions.IsConfirmed(conclusion) || conclusion == CannotFixNow ? Confirmed
        : Unfounded;
}
