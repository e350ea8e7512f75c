using System.Security.Cryptography;
using System.Text;

namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>One object that may be drawn.</summary>
public sealed record Member(string ObjKey, string OrgNo, string Specialty, string Voltage, decimal Metric)
{
    /// <summary>Kind of a closed order by the table of sampling; empty for what is no order.</summary>
    public string Class { get; init; } = "";

    public string Theme { get; init; } = "";

    /// <summary>Staff number of who handled the order.</summary>
    public string Handler { get; init; } = "";
}

/// <summary>One that was: its stratum and its place in it, from 1.</summary>
public sealed record Draw(Member Member, string Stratum, int Place);

/// <summary>What a stratum had and gave.</summary>
/// <param name="Wanted">By share and minimum; a small stratum may have fewer.</param>
public sealed record StratumCount(string Stratum, int Population, int Wanted, int Drawn);

/// <summary>
/// Draws at random and yet the same everywhere. Each member of a stratum gets the SHA-256 of "{seed}\n{stratum}\n{object}" in UTF-8; in the order of these 32
/// bytes, and of the object's own bytes after them, the first ones are the sample. No random numbers of a platform take part, nor the order of the rows, nor a
/// language's order of letters. Pure.
/// </summary>
public static class SampleDraw
{
    /// <summary>Changes whenever the same seed would no longer give the same sample.</summary>
    public const string Algorithm = "sha256-order/1";

    public static readonly IReadOnlyList<string> Dimensions = ["unit", "specialty", "voltage"];

    public static IReadOnlyList<Draw> Take(string seed, IEnumerable<Member> population, IReadOnlyCollection<string> stratifyBy, decimal ratePercent, int least) =>
    [
        .. population.GroupBy(member => StratumOf(member, stratifyBy)).OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => Ordered(seed, group.Key, group).Take(Size(group.Count(), ratePercent, least)).Select((member, index) => new Draw(member, group.Key, index + 1))),
    ];

    /// <summary>How many of a stratum of this size: the share rounded up, at least the minimum, at most all.</summary>
    public static int Size(int population, decimal ratePercent, int least) => Math.Min(population, Wanted(population, ratePercent, least));

    public static int Wanted(int population, decimal ratePercent, int least) => Math.Max((int)Math.Ceiling(population * ratePercent / 100m), least);

    public static IReadOnlyList<StratumCount> Count(IEnumerable<Member> population, IReadOnlyCollection<string> stratifyBy, decimal ratePercent, int least) =>
    [
        .. population.GroupBy(member => StratumOf(member, stratifyBy)).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new StratumCount(group.Key, group.Count(), Wanted(group.Count(), ratePercent, least), Size(group.Count(), ratePercent, least))),
    ];

    /// <summary>The stratum by name, "37030601·电价·high"; empty where nothing is distinguished.</summary>
    public static string StratumOf(Member member, IReadOnlyCollection<string> stratifyBy) => string.Join('·', Dimensions.Where(stratifyBy.Contains).Select(dimension => dimension switch
    {
        "unit" => member.OrgNo,
        "specialty" => member.Specialty,
        _ => member.Voltage,
    }));

    private static IEnumerable<Member> Ordered(string seed, string stratum, IEnumerable<Member> members) => members
        .Select(member => (Member: member, Key: Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{stratum}\n{member.ObjKey}")))))
        .OrderBy(each => each.Key, StringComparer.Ordinal).ThenBy(each => each.Member.ObjKey, StringComparer.Ordinal).Select(each => each.Member);
}
