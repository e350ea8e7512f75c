namespace CaseMgmt.Cases.Plans.ProblemLists;

/// <summary>One problem on a list: an item of an order that is not closed.</summary>
/// <param name="State">open, overdue, or confirmed where somebody found the problem to be real and it is not settled.</param>
public sealed record ProblemLine(
    long CaseId, string CaseNumber, string OrgNo, string ThemeCode, string ObjKey, decimal Metric, decimal LimitValue, string Stage, string Urgency, DateTime? DueAt, string State, string? Conclusion)
{
    public const string Open = "open";
    public const string Overdue = "overdue";
    public const string Confirmed = "confirmed";

    /// <summary>What was confirmed stays so whatever the clock says; what is late comes first on the list. Pure.</summary>
    public static string StateOf(string? conclusion, bool overdue) =>
        conclusion?.StartsWith("confirmed", StringComparison.Ordinal) == true ? Confirmed : overdue ? Overdue : Open;

    /// <summary>In the order of a working list: late ones, confirmed ones, the rest; the nearest deadline first.</summary>
    public static IReadOnlyList<ProblemLine> Sorted(IEnumerable<ProblemLine> lines) =>
    [
        .. lines.OrderBy(line => line.State switch { Overdue => 0, Confirmed => 1, _ => 2 }).ThenBy(line => line.DueAt ?? DateTime.MaxValue)
            .ThenBy(line => line.CaseNumber, StringComparer.Ordinal).ThenBy(line => line.ObjKey, StringComparer.Ordinal),
    ];
}
