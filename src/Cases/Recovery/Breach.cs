namespace CaseMgmt.Cases.Recovery;

/// <summary>Kinds of breach of the supply contract (违约用电) that bring money back.</summary>
public enum BreachKind
{
    Category,
    Capacity,
    Suspended,
    Metering,
    Exchange,
}

/// <summary>What was found. <paramref name="MonthlyFee"/> is the basic fee of one kW (kVA) and month, <paramref name="Difference"/> the price difference times the energy.</summary>
public sealed record BreachCase(BreachKind Kind, bool TwoPart, bool Residential, decimal Kilowatts, decimal Months, decimal MonthlyFee, decimal Difference, int Times, DateOnly Found);

/// <summary>What is to be recovered and the penalty on it. Under the 2024 Rules the penalty is the most that may be asked; less needs an approver.</summary>
public sealed record Claim(decimal Recover, decimal Penalty, bool UpperBound)
{
    public decimal Total => Recover + Penalty;
}

/// <summary>Recovery of a breach: Supply Rules 1996, article 100; 2024 Rules, article 101.</summary>
public static class Breach
{
    public static Claim Of(BreachCase found)
    {
        var (recover, penalty) = found.Kind switch
        {
            BreachKind.Category => (found.Difference, 2 * found.Difference),
            BreachKind.Capacity when found.TwoPart => (Fee(found), 3 * Fee(found)),
            BreachKind.Capacity => (0m, 50m * found.Kilowatts),
            BreachKind.Suspended when found.TwoPart => (Fee(found), 2 * Fee(found)),
            BreachKind.Suspended => (0m, 30m * found.Kilowatts * found.Times),
            BreachKind.Metering => (0m, (found.Residential ? 500m : 5000m) * found.Times),
            _ => (0m, 500m * found.Kilowatts),
        };
        return new Claim(Regime.Yuan(recover), Regime.Yuan(penalty), Regime.On(found.Found) == SupplyRules.Of2024);
    }

    private static decimal Fee(BreachCase found) => found.Kilowatts * found.Months * found.MonthlyFee;
}
