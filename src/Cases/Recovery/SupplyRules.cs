namespace CaseMgmt.Cases.Recovery;

/// <summary>
/// 《供电营业规则》 in its two versions. The 2024 Rules (NDRC order 14) count days of the calendar month instead of thirtieths, and make the multiples of
/// article 101 upper bounds where the 1996 Rules fixed them.
/// </summary>
public enum SupplyRules
{
    Of1996,
    Of2024,
}

/// <summary>Which rules are in force on a day, and how money is rounded.</summary>
public static class Regime
{
    public static readonly DateOnly NewRules = new(2024, 6, 1);

    public static SupplyRules On(DateOnly day) => day >= NewRules ? SupplyRules.Of2024 : SupplyRules.Of1996;

    /// <summary>To the fen, halves up, as bills are.</summary>
    public static decimal Yuan(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
