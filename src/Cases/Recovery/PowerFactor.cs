namespace CaseMgmt.Cases.Recovery;

/// <summary>Power-factor adjustment (功率因数调整电费办法, (83)水电财字215号): standards 0.80, 0.85 and 0.90 as codes 1, 2 and 3.</summary>
public static class PowerFactor
{
    /// <summary>Active over apparent energy, two places; reverse reactive energy counts by its absolute value. 1 where there is no energy.</summary>
    public static decimal Of(decimal active, decimal reactiveForward, decimal reactiveReverse)
    {
        var (p, q) = ((double)active, (double)(Math.Abs(reactiveForward) + Math.Abs(reactiveReverse)));
        return p == 0 && q == 0 ? 1m : Math.Round((decimal)(p / Math.Sqrt((p * p) + (q * q))), 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>Percentage added (+) or taken off (-); zero for code 0, not assessed.</summary>
    public static decimal Percent(string? standard, decimal factor)
    {
        var target = standard switch { "3" => 90, "2" => 85, "1" => 80, _ => 0 };
        var hundredths = (int)(factor * 100);
        return target == 0 ? 0 : hundredths >= target ? -Reward(target, hundredths) : Penalty(target - hundredths);
    }

    public static decimal Amount(decimal energyFee, decimal basicFee, decimal percent) => Regime.Yuan((energyFee + basicFee) * percent / 100);

    /// <summary>Half a percent for each of the first twenty hundredths, one for the next five, two for each beyond.</summary>
    private static decimal Penalty(int below) => (Math.Min(below, 20) * 0.5m) + Math.Clamp(below - 20, 0, 5) + (Math.Max(below - 25, 0) * 2m);

    private static decimal Reward(int target, int hundredths) => target switch
    {
        90 => Math.Min(hundredths - 90, 5) * 0.15m,
        85 => ((Math.Min(hundredths, 90) - 85) * 0.1m) + (Math.Clamp(hundredths - 90, 0, 4) * 0.15m),
        _ => ((Math.Min(hundredths, 90) - 80) * 0.1m) + (Math.Clamp(hundredths - 90, 0, 2) * 0.15m),
    };
}
