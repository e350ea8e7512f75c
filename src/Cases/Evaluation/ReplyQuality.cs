namespace CaseMgmt.Cases.Evaluation;

/// <summary>
/// 处理质量, one of the ten items of the monthly evaluation: half the share of orders that passed without a return, half the pass rate of the samples of the unit.
/// Where one of the two has nothing to count, the other stands alone. Pure.
/// </summary>
/// <param name="Closed">Orders closed in the month.</param>
/// <param name="FirstPass">Those of them that nobody sent back and that were not taken up again.</param>
/// <param name="Sampled">Objects drawn at random that were judged in the month.</param>
/// <param name="Passed">Those of them without a fault, or with a slight one that was put right.</param>
public sealed record ReplyQuality(int Closed, int FirstPass, int Sampled, int Passed)
{
    public const decimal Weight = 10;
    private const decimal From = 0.8m;
    private const decimal Range = 0.2m;

    public decimal? FirstPassPercent => Percent(FirstPass, Closed);

    public decimal? PassPercent => Percent(Passed, Sampled);

    /// <summary>From 0 to 10: nothing up to 80 %, all at 100 %. Null where nothing was closed or sampled.</summary>
    public decimal? Score => Share() is { } share ? Math.Round(Weight * Math.Clamp((share - From) / Range, 0, 1), 2) : null;

    private decimal? Share() => (Closed, Sampled) switch
    {
        (0, 0) => null,
        (_, 0) => (decimal)FirstPass / Closed,
        (0, _) => (decimal)Passed / Sampled,
        _ => (((decimal)FirstPass / Closed) + ((decimal)Passed / Sampled)) / 2,
    };

    private static decimal? Percent(int part, int whole) => whole == 0 ? null : Math.Round(100m * part / whole, 2);
}
