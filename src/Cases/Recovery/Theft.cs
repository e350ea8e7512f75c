namespace CaseMgmt.Cases.Recovery;

/// <summary>
/// Recovery of theft (窃电): Supply Rules 1996, articles 102 and 103. Private tapping counts the rated power of the load, other ways the capacity of the meter's rated
/// current, both as kilowatts here. Where the time cannot be found out: 180 days, 12 hours a day for power, 6 for lighting.
/// </summary>
public static class Theft
{
    public const int UnknownDays = 180;
    public const decimal Multiple = 3m;

    public static decimal HoursADay(bool lighting) => lighting ? 6m : 12m;

    public static decimal Energy(decimal kilowatts, decimal hoursADay, int days) => Math.Round(kilowatts * hoursADay * days, 2, MidpointRounding.AwayFromZero);

    /// <summary>The fee of the stolen energy and three times of it: fixed in 1996, the most that may be asked since 2024.</summary>
    public static Claim Of(decimal energy, decimal price, DateOnly found)
    {
        var fee = Regime.Yuan(energy * price);
        return new Claim(fee, Regime.Yuan(fee * Multiple), Regime.On(found) == SupplyRules.Of2024);
    }
}
