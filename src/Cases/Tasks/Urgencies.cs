namespace CaseMgmt.Cases.Tasks;

/// <summary>特急, 紧急, 一般, and how a case gets its own (domain document 02 section 6). Pure.</summary>
public static class Urgencies
{
    public const string Critical = "critical";
    public const string Urgent = "urgent";
    public const string Normal = "normal";

    /// <summary>From this much money at stake a case is one step more urgent than its theme says.</summary>
    public const decimal MoneyThreshold = 50_000m;

    private const string Special = "special";

    private static readonly string[] Rising = [Normal, Urgent, Critical];

    public static bool IsKnown(string urgency) => Rising.Contains(urgency);

    public static string Default(string themeLevel, decimal moneyAtStake)
    {
        var byLevel = themeLevel switch
        {
            Special or "特级" => 2,
            "1" or "一级" => 1,
            _ => 0,
        };
        return Rising[Math.Min(2, byLevel + (moneyAtStake >= MoneyThreshold ? 1 : 0))];
    }

    /// <summary>The highest of these levels of themes; null where there is none.</summary>
    public static string? TopLevel(IEnumerable<string> levels) =>
        levels.Select(level => level == "特级" ? Special : level).OrderBy(level => level != Special).ThenBy(level => level, StringComparer.Ordinal).FirstOrDefault();

    public static string MoreUrgent(string one, string other) =>
        Array.IndexOf(Rising, one) >= Array.IndexOf(Rising, other) ? one : other;
}
