using CaseMgmt.Cases.Monitoring.Indicators;
using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>A county is the sum of its stations, never the mean of their means; nothing to divide by is no value; exactly at a limit keeps the limit.</summary>
public sealed class IndicatorMathTests
{
    private static readonly Dictionary<string, string> Paths = new() { ["C"] = "/P/C/", ["S1"] = "/P/C/S1/", ["S2"] = "/P/C/S2/", ["D"] = "/P/D/", ["P"] = "/P/" };
    private static readonly HashSet<string> Loaded = ["S1", "S2"];

    [Fact]
    public void RollUp_TwoStationsOfDifferentSize_IsTheRatioOfTheirSums()
    {
        var ratio = Indicator(Cases.Monitoring.Indicators.Indicator.Ratio);
        var sums = IndicatorMath.RollUp(ratio, new Dictionary<string, UnitSums> { ["S1"] = new(1, 1, 1), ["S2"] = new(0, 99, 99) }, Paths, Loaded);
        Assert.Equal(1m, IndicatorMath.Value(ratio, sums["C"]));
        Assert.Equal((100m, 0m), (IndicatorMath.Value(ratio, sums["S1"]), IndicatorMath.Value(ratio, sums["S2"])));
        Assert.Equal(sums["C"], sums["P"]);
        Assert.False(sums.ContainsKey("D"));
    }

    [Fact]
    public void RollUp_RowsOfTheCountyItself_CountThereAndAbove()
    {
        var ratio = Indicator(Cases.Monitoring.Indicators.Indicator.Ratio);
        var sums = IndicatorMath.RollUp(ratio, new Dictionary<string, UnitSums> { ["C"] = new(3, 4, 4), ["S1"] = new(1, 4, 4) }, Paths, Loaded);
        Assert.Equal(50m, IndicatorMath.Value(ratio, sums["C"]));
        Assert.Equal(25m, IndicatorMath.Value(ratio, sums["S1"]));
    }

    [Fact]
    public void Ratio_WithoutADenominator_HasNoValueAndNoLevel()
    {
        var ratio = Indicator(Cases.Monitoring.Indicators.Indicator.Ratio);
        Assert.Null(IndicatorMath.Value(ratio, new UnitSums(5, 0, 1)));
        Assert.Null(IndicatorMath.Value(ratio, new UnitSums(5, null, 1)));
        Assert.Equal(IndicatorLevels.None, IndicatorMath.Level(ratio, null));
        Assert.Empty(IndicatorMath.RollUp(ratio, new Dictionary<string, UnitSums>(), Paths, Loaded));
    }

    [Fact]
    public void Total_WithoutRows_IsZeroWhereTheMonthIsLoadedAndUnknownElsewhere()
    {
        var total = Indicator(Cases.Monitoring.Indicators.Indicator.Sum);
        var sums = IndicatorMath.RollUp(total, new Dictionary<string, UnitSums>(), Paths, Loaded);
        Assert.Equal(0m, IndicatorMath.Value(total, sums["C"]));
        Assert.False(sums.ContainsKey("D"));
    }

    [Theory]
    [InlineData("high", 95, "good")]
    [InlineData("high", 94.999999, "warn")]
    [InlineData("high", 90, "warn")]
    [InlineData("high", 89.999999, "alarm")]
    [InlineData("low", 90, "good")]
    [InlineData("low", 90.000001, "warn")]
    [InlineData("low", 95, "warn")]
    [InlineData("low", 95.000001, "alarm")]
    [InlineData("none", 0, "none")]
    public void Level_AtAndBesideTheLimits_KeepsOrBreaksThem(string better, double value, string level)
    {
        var indicator = Indicator(Cases.Monitoring.Indicators.Indicator.Ratio) with { Better = better, Warn = better == "low" ? 90 : 95, Alarm = better == "low" ? 95 : 90 };
        Assert.Equal(level, IndicatorMath.Level(indicator, (decimal)value));
    }

    private static Indicator Indicator(string kind) => new()
    {
        Code = "T-Z01", Version = 1, NameZh = "试", NameEn = "Test", Specialty = "", Kind = kind, Factor = kind == Cases.Monitoring.Indicators.Indicator.Ratio ? 100 : 1, Unit = new TwoLanguages("%", "%"),
        Better = "high", Warn = 95, Alarm = 90, Calibre = "", CalibreEn = "", Object = new TwoLanguages("", ""), Rows = [], Basis = "", BasisEn = "",
    };
}
