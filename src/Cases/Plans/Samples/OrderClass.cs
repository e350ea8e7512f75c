using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Tasks;

namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>How many of one kind of closed order are looked at again.</summary>
/// <param name="Least">At least this many, or all there are.</param>
/// <param name="PerUnit">Whether share and minimum hold for each unit, or for the month as a whole.</param>
public sealed record OrderClass(string Code, decimal RatePercent, int Least, bool PerUnit = false)
{
    /// <summary>From this much money on every order is looked at.</summary>
    public const decimal MuchYuan = Urgencies.MoneyThreshold;

    /// <summary>How long a handler whose sample failed is looked at more often.</summary>
    public const int MonthsAfterAFailure = 3;

    /// <summary>The table of sampling, the largest share first: an order of several kinds counts where it is looked at most.</summary>
    public static readonly IReadOnlyList<OrderClass> Table =
    [
        new("money", 100, 0),
        new("failed-handler", 50, 0),
        new("level", 30, 10),
        new("white", 20, 5),
        new("unfounded", 10, 10),
        new("rest", 5, 5, PerUnit: true),
    ];

    public static OrderClass Find(string code) => Table.FirstOrDefault(each => each.Code == code) ?? Table[^1];

    /// <summary>The kind of one closed order. Pure.</summary>
    /// <param name="afterFailure">Whether its handler had a failed sample in the last months.</param>
    public static string Of(AuditCase order, bool afterFailure) => order switch
    {
        { RecoveredYuan: >= MuchYuan } => "money",
        _ when afterFailure => "failed-handler",
        { Level: "special" or "1" or "特级" or "一级" } => "level",
        { Conclusion: "normal" or "cannot-fix-now" } => "white",
        { Conclusion: "not-confirmed" } => "unfounded",
        _ => "rest",
    };
}
