namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>One summand of a risk score: what it counts, what it found, what it adds.</summary>
public sealed record RiskPart(string Factor, string Detail, int Points);

/// <summary>
/// The risk score, 0 to 100, as a sum that anybody can check: level (8 to 40) + money at stake (0 to 25, by its order of magnitude) + repetition (2 for each hit
/// after the first, at most 10) + tags (their weights, at most 25). It is monotone: more of anything never lowers it. Pure.
/// </summary>
public static class RiskScore
{
    /// <summary>One level is worth more than all the money under it, in the queue's number.</summary>
    public const long LevelStep = 10_000_000_000_000_000L;

    /// <summary>One fen is worth more than all the risk under it, in the queue's number.</summary>
    public const long StakeStep = 1000;

    private const int MostStake = 25;
    private const int MostHits = 10;
    private const int MostTags = 25;
    private const long LargestStakeFen = 9_999_999_999_999;

    public static IReadOnlyList<RiskPart> Explain(string level, long stakeFen, int hits, IReadOnlyList<(string Tag, int Weight)> tags) =>
    [
        new("level", level, OfLevel(level)),
        new("stake", (stakeFen / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture), OfStake(stakeFen)),
        new("hits", hits.ToString(System.Globalization.CultureInfo.InvariantCulture), Math.Clamp(2 * (hits - 1), 0, MostHits)),
        new("tags", string.Join(',', tags.Select(tag => tag.Tag)), Math.Clamp(tags.Sum(tag => Math.Max(0, tag.Weight)), 0, MostTags)),
    ];

    public static int Of(string level, long stakeFen, int hits, IReadOnlyList<(string Tag, int Weight)> tags) => Explain(level, stakeFen, hits, tags).Sum(part => part.Points);

    /// <summary>Level first, then money, then risk, as one number that an index can hold.</summary>
    public static long QueueKey(string level, long stakeFen, int risk) =>
        (Rank(level) * LevelStep) + (Math.Clamp(stakeFen, 0, LargestStakeFen) * StakeStep) + risk;

    /// <summary>Where the queue's numbers of one level begin, and where those of the next do.</summary>
    public static (long From, long Below) QueueOf(string level) => (Rank(level) * LevelStep, (Rank(level) + 1) * LevelStep);

    private static int Rank(string level) => level switch { "special" => 5, "1" => 4, "2" => 3, "3" => 2, _ => 1 };

    private static int OfLevel(string level) => 8 * Rank(level);

    /// <summary>Nothing for nothing, 6 for 250 yuan and all 25 for a million.</summary>
    private static int OfStake(long stakeFen) => Math.Min(MostStake, (int)(MostStake / 4.0 * Math.Log10(1 + (Math.Max(0, stakeFen) / 10_000.0))));
}
