using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Plans.Samples;

namespace CaseMgmt.Cases.Tests.Plans;

/// <summary>Closed orders by the table of sampling: kinds, shares, minimums, and a spread that forgets nobody.</summary>
public sealed class TableDrawTests
{
    private const string Seed = "00c0ffee00c0ffee";

    [Theory]
    [InlineData("2", "confirmed-internal", 50_000, false, "money")]
    [InlineData("2", "confirmed-internal", 49_999.99, true, "failed-handler")]
    [InlineData("special", "not-confirmed", 0, false, "level")]
    [InlineData("1", "normal", 0, false, "level")]
    [InlineData("2", "normal", 0, false, "white")]
    [InlineData("3", "cannot-fix-now", 0, false, "white")]
    [InlineData("2", "not-confirmed", 0, false, "unfounded")]
    [InlineData("4", "confirmed-customer", 0, false, "rest")]
    [InlineData("2", null, 0, false, "rest")]
    public void Kind_OfAnOrder_IsTheOneThatIsLookedAtMost(string level, string? conclusion, double yuan, bool afterFailure, string expected) =>
        Assert.Equal(expected, OrderClass.Of(new AuditCase { Level = level, Conclusion = conclusion, RecoveredYuan = (decimal)yuan }, afterFailure));

    [Theory]
    [InlineData("money", 7, 7)]
    [InlineData("failed-handler", 7, 4)]
    [InlineData("level", 8, 8)]
    [InlineData("level", 33, 10)]
    [InlineData("level", 40, 12)]
    [InlineData("white", 3, 3)]
    [InlineData("white", 25, 5)]
    [InlineData("white", 26, 6)]
    [InlineData("unfounded", 100, 10)]
    [InlineData("unfounded", 101, 11)]
    [InlineData("rest", 4, 4)]
    [InlineData("rest", 100, 5)]
    [InlineData("rest", 101, 6)]
    public void Kind_OfSoManyOrders_GivesShareOrMinimum(string kind, int population, int drawn) =>
        Assert.Equal(drawn, TableDraw.Take(Seed, Orders(kind, population)).Count);

    [Fact]
    public void Rest_OfTwoUnits_HasItsMinimumInEach()
    {
        var strata = TableDraw.Count([.. Orders("rest", 60), .. Orders("rest", 3, "37030602")]);
        Assert.Equal([new StratumCount("rest·37030601", 60, 5, 5), new StratumCount("rest·37030602", 3, 5, 3)], strata);
    }

    [Fact]
    public void Spread_OverHandlers_TakesTheirShareOfEachAndForgetsNobodyForGood()
    {
        Member[] orders = [.. Orders("level", 80, handler: "1003"), .. Orders("level", 20, handler: "1004", first: 100), .. Orders("level", 1, handler: "1005", first: 200)];
        var drawn = TableDraw.Take(Seed, orders).Select(draw => draw.Member.Handler).CountBy(handler => handler).ToDictionary();
        Assert.InRange(drawn["1003"], 24, 25);
        Assert.InRange(drawn["1004"], 5, 7);
        var ofTheOne = Enumerable.Range(0, 200).Count(seed => TableDraw.Take($"seed-{seed}", orders).Any(draw => draw.Member.Handler == "1005"));
        Assert.InRange(ofTheOne, 40, 85);
    }

    [Fact]
    public void Take_FromTheKeptText_IsTheSameSample()
    {
        Member[] orders = [.. Orders("level", 30), .. Orders("rest", 90, "37030602"), .. Orders("money", 2, first: 500)];
        var again = PopulationText.Read(PopulationText.Write(orders.Reverse()));
        Assert.Equal(TableDraw.Take(Seed, orders), TableDraw.Take(Seed, again));
        Assert.NotEqual(TableDraw.Take(Seed, orders), TableDraw.Take("another", orders));
    }

    // Worked out by exact sums of binomial terms in another language, rounded up to a tenth.
    [Theory]
    [InlineData(1, 0, 95.0)]
    [InlineData(30, 0, 9.6)]
    [InlineData(59, 0, 5.0)]
    [InlineData(5000, 0, 0.1)]
    [InlineData(30, 1, 14.9)]
    [InlineData(100, 5, 10.3)]
    [InlineData(5, 5, 100.0)]
    public void Bound_OfFailures_IsTheExactOne(int looked, int failed, double percent) => Assert.Equal((decimal)percent, FailureBound.UpperPercent(looked, failed));

    [Fact]
    public void Bound_OfNothing_IsNone() => Assert.Null(FailureBound.UpperPercent(0, 0));

    private static IEnumerable<Member> Orders(string kind, int count, string unit = "37030601", string handler = "1003", int first = 0) => Enumerable.Range(first, count)
        .Select(i => new Member($"GD-{unit}-202605-{i:00000}", unit, "电价电费", "", i) { Class = kind, Theme = i % 3 == 0 ? "DJ-01" : "JL-02", Handler = handler });
}
