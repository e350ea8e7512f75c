namespace CaseMgmt.Cases.Recovery;

/// <summary>Over-capacity use by valley energy (低谷电量法): what a declared capacity can deliver in the valley hours of a month, and what capacity the energy betrays.</summary>
public static class ValleyCapacity
{
    /// <summary>800 kVA with a fifth allowed, 8 h a day, 31 days: 238,080 kWh.</summary>
    public static decimal MostEnergy(decimal kva, decimal allowed, decimal hours, int days) => kva * (1 + allowed) * hours * days;

    /// <summary>The capacity that runs all valley hours at full load to use this energy, rounded up to whole kVA.</summary>
    public static decimal Implied(decimal valleyEnergy, decimal hours, int days) => hours <= 0 || days <= 0 ? 0 : Math.Ceiling(valleyEnergy / (hours * days));

    public static decimal Extra(decimal kva, decimal valleyEnergy, decimal hours, int days) => Math.Max(0, Implied(valleyEnergy, hours, days) - kva);
}
