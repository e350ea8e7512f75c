namespace CaseMgmt.DataGenerator.Plans;

/// <summary>The 90 % of the demand price for 260 kWh per kVA: before it came into force a bill with it is too low.</summary>
internal static class Discount
{
    public const string Since = "202306";

    public static bool IsUnknownIn(Month month) => string.CompareOrdinal(month.Ym, Since) < 0;
}
