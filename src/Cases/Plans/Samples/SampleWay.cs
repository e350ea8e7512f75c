namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>A stored sample drawn, counted and named again in the very way that it says it was drawn. Pure.</summary>
public static class SampleWay
{
    public static bool IsKnown(string algorithm) => algorithm is SampleDraw.Algorithm or TableDraw.Algorithm;

    public static IReadOnlyList<Draw> Take(Sample sample, IEnumerable<Member> population) => ByTable(sample)
        ? TableDraw.Take(sample.Seed, population)
        : SampleDraw.Take(sample.Seed, population, Words.Split(sample.StratifyBy), sample.RatePercent, sample.Least);

    public static IReadOnlyList<StratumCount> Count(Sample sample, IEnumerable<Member> population) => ByTable(sample)
        ? TableDraw.Count(population)
        : SampleDraw.Count(population, Words.Split(sample.StratifyBy), sample.RatePercent, sample.Least);

    public static string StratumOf(Sample sample, Member member) => ByTable(sample) ? TableDraw.StratumOf(member) : SampleDraw.StratumOf(member, Words.Split(sample.StratifyBy));

    private static bool ByTable(Sample sample) => sample.Algorithm == TableDraw.Algorithm;
}
