using System.Security.Cryptography;
using System.Text;

namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>
/// Draws closed orders by the table of sampling. A stratum is a kind of order, for the rest a kind and a unit. Within it the sample is spread over its cells of unit, theme and
/// handler: the members of a cell of k stand in the order of their hashes at (i + u) / k, where u between 0 and 1 is the cell's own, made of the seed; the first ones of the stratum
/// on this scale are drawn. So every cell gives its share, and one of a single order is not left out for good. Pure, and the same on every machine.
/// </summary>
public static class TableDraw
{
    /// <summary>Changes whenever the same seed would no longer give the same sample.</summary>
    public const string Algorithm = "sha256-table/1";

    /// <summary>What a sample keeps instead of dimensions.</summary>
    public const string Strata = "table";

    public static IReadOnlyList<Draw> Take(string seed, IEnumerable<Member> population) =>
    [
        .. Grouped(population).SelectMany(group => Spread(seed, group.Key, group).Take(SizeOf(group)).Select((member, index) => new Draw(member, group.Key, index + 1))),
    ];

    public static IReadOnlyList<StratumCount> Count(IEnumerable<Member> population) =>
    [
        .. Grouped(population).Select(group => new StratumCount(group.Key, group.Count(), SampleDraw.Wanted(group.Count(), RuleOf(group).RatePercent, RuleOf(group).Least), SizeOf(group))),
    ];

    /// <summary>"level", or "rest·37030601".</summary>
    public static string StratumOf(Member member) => OrderClass.Find(member.Class).PerUnit ? $"{member.Class}·{member.OrgNo}" : member.Class;

    private static IOrderedEnumerable<IGrouping<string, Member>> Grouped(IEnumerable<Member> population) => population.GroupBy(StratumOf).OrderBy(group => group.Key, StringComparer.Ordinal);

    private static OrderClass RuleOf(IEnumerable<Member> stratum) => OrderClass.Find(stratum.First().Class);

    private static int SizeOf(IGrouping<string, Member> stratum) => SampleDraw.Size(stratum.Count(), RuleOf(stratum).RatePercent, RuleOf(stratum).Least);

    private static IEnumerable<Member> Spread(string seed, string stratum, IEnumerable<Member> members) => members
        .GroupBy(member => $"{member.OrgNo}\t{member.Theme}\t{member.Handler}")
        .SelectMany(cell => Placed(seed, stratum, cell))
        .OrderBy(each => each.At).ThenBy(each => each.Key, StringComparer.Ordinal).ThenBy(each => each.Member.ObjKey, StringComparer.Ordinal).Select(each => each.Member);

    private static IEnumerable<(decimal At, string Key, Member Member)> Placed(string seed, string stratum, IGrouping<string, Member> cell)
    {
        var start = Convert.ToUInt32(Hash($"{seed}\n{stratum}\n{cell.Key}")[..8], 16) / 4294967296m;
        return cell.Select(member => (Key: Hash($"{seed}\n{stratum}\n{member.ObjKey}"), Member: member))
            .OrderBy(each => each.Key, StringComparer.Ordinal).ThenBy(each => each.Member.ObjKey, StringComparer.Ordinal)
            .Select((each, index) => ((index + start) / cell.Count(), each.Key, each.Member));
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
