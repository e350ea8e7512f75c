namespace CaseMgmt.Cases.Recovery;

/// <summary>
/// Basic fee of two-part users (基本电费): NDRC office notice 1583/2016, State Grid finance notice 633/2016, NDRC price notice 526/2023 for the discount,
/// Supply Rules 1996 article 24 and 2024 for part months.
/// </summary>
public static class BasicFee
{
    /// <summary>The contract demand may be exceeded by a twentieth before the excess is charged double.</summary>
    public const decimal FreeExcess = 1.05m;

    public const decimal DiscountEnergyPerKva = 260m;
    public const decimal Discount = 0.9m;
    public static readonly DateOnly DiscountFrom = new(2023, 6, 1);

    public static decimal ByCapacity(decimal kva, decimal price) => Regime.Yuan(kva * price);

    public static decimal ByContractDemand(decimal contract, decimal read, decimal price)
    {
        var free = contract * FreeExcess;
        return Regime.Yuan((contract + (read > free ? 2 * (read - free) : 0)) * price);
    }

    public static decimal ByActualDemand(decimal read, decimal price) => Regime.Yuan(read * price);

    /// <summary>Demand price of a month: nine tenths from 260 kWh per kVA of contract capacity on, since June 2023.</summary>
    public static decimal DemandPrice(decimal price, decimal energy, decimal contractKva, DateOnly month) =>
        month >= DiscountFrom && contractKva > 0 && energy >= contractKva * DiscountEnergyPerKva ? price * Discount : price;

    /// <summary>The part of a month's fee that falls on so many days: thirtieths under the 1996 Rules, days of the calendar month under those of 2024; never more than the whole.</summary>
    public static decimal ForDays(decimal fee, int days, DateOnly month, SupplyRules rules)
    {
        var whole = rules == SupplyRules.Of1996 ? 30 : DateTime.DaysInMonth(month.Year, month.Month);
        return Regime.Yuan(fee * Math.Clamp(days, 0, whole) / whole);
    }
}
