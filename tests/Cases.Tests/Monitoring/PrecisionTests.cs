using CaseMgmt.Cases.Monitoring.Precision;
using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>What the figures of the loop's own quality mean, without a database.</summary>
public sealed class PrecisionTests
{
    private static readonly ThemeLibrary Themes = ThemeLibrary.Shipped();

    [Theory]
    [InlineData("closed", "confirmed-customer", Verdict.Confirmed)]
    [InlineData("closed", "cannot-fix-now", Verdict.Confirmed)]
    [InlineData("closed", "not-confirmed", Verdict.Unfounded)]
    [InlineData("closed", "normal", Verdict.Unfounded)]
    [InlineData("recheck", "confirmed-customer", Verdict.Open)]
    [InlineData("closed", null, Verdict.Open)]
    public void Verdict_OfAConclusion_IsWhatTheThemeEarned(string state, string? conclusion, string verdict) => Assert.Equal(verdict, Verdict.Of(state, conclusion));

    [Fact]
    public void Share_OfThreeInThree_DoesNotPretendToBeCertain()
    {
        var share = Share.Of(3, 3)!;
        Assert.Equal((1m, 0.4385m, 1m), (share.Value, share.Low, share.High));
        Assert.Null(Share.Of(0, 0));
    }

    [Fact]
    public void Lines_ByUnit_AreTheUnitsDirectlyBelowTheOneLookedAt()
    {
        CountedItems[] items = [new("DJ-01", 1, "/37/3703/370306/37030601/", Verdict.Confirmed, 3), new("DJ-01", 2, "/37/3703/370306/37030602/", Verdict.Unfounded, 1), new("DJ-02", 1, "/37/3703/", Verdict.Open, 5)];
        Assert.Equal(["/37/3703/", "/37/3703/370306/"], PrecisionTally.Lines(PrecisionTally.ByUnit, "/37/3703/", items, []).Select(line => line.Key));
        var stations = PrecisionTally.Lines(PrecisionTally.ByUnit, "/37/3703/370306/", items.Where(item => item.OrgPath.Length > 9), []);
        Assert.Equal([(3, 0), (0, 1)], stations.Select(line => (line.Confirmed, line.Unfounded)));
    }

    [Fact]
    public void Recall_ProblemsFoundByHand_CountOnlyOnceConfirmed()
    {
        CountedItems[] items = [new("DJ-01", 1, "/37/", Verdict.Confirmed, 8), new("DJ-01", 2, "/37/", Verdict.Confirmed, 1)];
        CountedMiss[] misses = [new("DJ-01", "/37/", Verdict.Confirmed), new("DJ-01", "/37/", Verdict.Open), new("DJ-01", "/37/", Verdict.Unfounded)];
        var line = Assert.Single(PrecisionTally.Lines(PrecisionTally.ByTheme, "/37/", items, misses));
        Assert.Equal((0.9m, 1, 1), (line.Recall!.Value, line.Missed!.Value, line.Suspected));
        Assert.All(PrecisionTally.Lines(PrecisionTally.ByVersion, "/37/", items, misses), version => Assert.Null(version.Recall));
    }

    [Theory]
    [InlineData("CH-06", "min_days", false, true, false)]
    [InlineData("DJ-12", "max_kwh", false, true, false)]
    public void ThresholdRule_ThatComparesWhatItReturns_IsReadWithItsDirection(string code, string parameter, bool scaled, bool above, bool strict) =>
        Assert.Equal(new ThresholdRule(parameter, scaled, above, strict, Certain: true), ThresholdRule.Of(Themes.Find(code)!));

    [Theory]
    [InlineData("DJ-01", "min_cap", false)]
    [InlineData("JL-04", "k", true)]
    public void ThresholdRule_ThatComparesSomethingElse_LeavesTheDirectionToWhatItFound(string code, string parameter, bool scaled) =>
        Assert.Equal(new ThresholdRule(parameter, scaled, null, Strict: false, Certain: false), ThresholdRule.Of(Themes.Find(code)!));

    [Fact]
    public void ThresholdRule_WhereNoNumberDecides_IsNone()
    {
        Assert.Null(ThresholdRule.Of(Themes.Find("DJ-03")!));
        Assert.Null(ThresholdRule.Of(Themes.Find("CH-03")!));
    }

    [Fact]
    public void Steps_TighterValues_TellWhatEachKeepsAndDrops()
    {
        Weighed[] items = [new(100, false), new(110, false), new(120, true), new(150, true)];
        var steps = ThresholdTable.Steps(100, items, above: true, strict: false, null, null);
        Assert.Equal([100m, 110m, 120m, 150m], steps.Select(step => step.Value));
        Assert.Equal(new ThresholdStep(120, 2, 0, 0, 2), steps[2]);
        Assert.Equal(new ThresholdStep(150, 1, 1, 0, 2), steps[3]);
        Assert.Equal(120, ThresholdTable.Suggest(steps)!.Value);
    }

    [Fact]
    public void Steps_OfAThemeThatFiresBelowItsLimit_GoDownward()
    {
        Weighed[] items = [new(90, false), new(80, true)];
        var steps = ThresholdTable.Steps(98, items, above: false, strict: true, null, null);
        Assert.Equal([98m, 90m, 80m], steps.Select(step => step.Value));
        Assert.Equal(new ThresholdStep(90, 1, 0, 0, 1), steps[1]);
    }

    [Fact]
    public void Steps_EveryValue_AccountsForEveryItem()
    {
        var random = new Random(7);
        Weighed[] items = [.. Enumerable.Range(0, 500).Select(_ => new Weighed(random.Next(100, 200), random.Next(3) == 0))];
        var steps = ThresholdTable.Steps(100, items, above: true, strict: true, 100, 180);
        Assert.All(steps, step => Assert.Equal(500, step.ConfirmedKept + step.ConfirmedLost + step.UnfoundedKept + step.UnfoundedDropped));
        Assert.Equal(steps.Select(step => step.ConfirmedKept).OrderDescending(), steps.Select(step => step.ConfirmedKept));
        Assert.True(steps.Count <= ThresholdTable.MostSteps + 1 && steps.All(step => step.Value <= 180));
    }

    [Fact]
    public void BreaksAt_LimitThatGrowsWithTheObject_IsTheParameterThatWouldHaveHadToHold()
    {
        Assert.Equal(0.02m, ThresholdTable.BreaksAt(200, 100, 0.01m, scaled: true));
        Assert.Equal(200m, ThresholdTable.BreaksAt(200, 100, 100, scaled: false));
        Assert.Null(ThresholdTable.BreaksAt(200, 0, 0.01m, scaled: true));
    }

    [Fact]
    public void Backtest_ObjectsWhoseDataWasPutRight_AreNotHeldAgainstTheVersion()
    {
        var judged = new Dictionary<string, bool> { ["kept"] = true, ["lost"] = true, ["mended"] = true, ["dropped"] = false };
        var month = BacktestTally.Month("202605", new HashSet<string> { "kept", "new" }, new HashSet<string> { "kept", "lost", "dropped" }, judged);
        Assert.Equal(new BacktestMonth("202605", 2, 1, 1, 0, 1, 1, 1), month);
        Assert.Equal(["202512", "202601", "202602"], Backtest.MonthsBefore("202602", 3));
    }
}
