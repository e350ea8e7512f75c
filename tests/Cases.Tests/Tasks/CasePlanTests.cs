using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Tasks;

namespace CaseMgmt.Cases.Tests.Tasks;

/// <summary>How anomalies become work orders.</summary>
public sealed class CasePlanTests
{
    private const string Station1 = "/37/3703/370306/37030601/";
    private const string Station2 = "/37/3703/370306/37030602/";

    private static readonly Anomaly[] Found =
    [
        Anomaly(1, "DJ-01", "tariff", Station1, "1"), Anomaly(2, "DJ-02", "tariff", Station1, "2"), Anomaly(3, "JL-01", "metering", Station1, "special"),
        Anomaly(4, "DJ-01", "tariff", Station2, "1"), Anomaly(5, "DJ-01", "tariff", Station2, "1"),
    ];

    [Theory]
    [InlineData("unit,specialty,theme", 4)]
    [InlineData("unit,specialty", 3)]
    [InlineData("unit", 2)]
    [InlineData("theme", 3)]
    [InlineData("", 1)]
    public void Make_ByGrouping_GivesOneOrderPerGroup(string grouping, int orders) => Assert.Equal(orders, Make(grouping, 200).Count);

    [Fact]
    public void Make_MoreThanMaxItems_SplitsTheGroup() =>
        Assert.Equal([2, 1, 2], Make("unit", 2).Select(plan => plan.Anomalies.Count));

    [Theory]
    [InlineData(0, "")]
    [InlineData(199, "199")]
    [InlineData(200, "200")]
    [InlineData(201, "200,1")]
    [InlineData(401, "200,200,1")]
    public void Make_AroundTwoHundredItems_NoOrderHasMore(int found, string orders) => Assert.Equal(orders, string.Join(',', CasePlan.Make(
        Enumerable.Range(1, found).Select(id => Anomaly(id, "DJ-01", "tariff", Station1, "1")), "unit,specialty,theme".Split(',').ToHashSet(), 200).Select(plan => plan.Anomalies.Count)));

    [Fact]
    public void Make_AcrossStations_BelongsToTheirCounty()
    {
        var plan = Assert.Single(Make("", 200));
        Assert.Equal(("/37/3703/370306/", "370306"), (plan.OrgPath, plan.OrgNo));
    }

    [Fact]
    public void Leading_OfSeveralThemes_IsTheMostSevere() => Assert.Equal("JL-01", Make("unit", 200)[0].Leading.ThemeCode);

    [Fact]
    public void Make_SameAnomaliesInOtherOrder_GivesTheSamePlan() => Assert.Equal(
        Make("unit,theme", 1).Select(plan => plan.Anomalies[0].Id),
        CasePlan.Make(Found.Reverse(), "unit,theme".Split(',').ToHashSet(), 1).Select(plan => plan.Anomalies[0].Id));

    [Theory]
    [InlineData("special", 0, "critical")]
    [InlineData("1", 0, "urgent")]
    [InlineData("2", 0, "normal")]
    [InlineData("2", 49999.99, "normal")]
    [InlineData("2", 50000, "urgent")]
    [InlineData("1", 50000, "critical")]
    [InlineData("special", 50000, "critical")]
    public void Urgency_FromLevelAndMoney_RisesOneStepAtFiftyThousand(string level, decimal money, string expected) =>
        Assert.Equal(expected, Urgencies.Default(level, money));

    [Theory]
    [InlineData("case-unit", Station1)]
    [InlineData("county", "/37/3703/370306/")]
    [InlineData("city", "/37/3703/")]
    public void OrgRule_FromAStation_GoesUpToItsLevel(string rule, string expected) => Assert.Equal(expected, OrgRules.Apply(rule, Station1));

    [Fact]
    public void Admission_ByThemes_LetsTheOthersAndTheIgnoredGo()
    {
        var ignored = new Anomaly { Id = 6, ThemeCode = "DJ-01", OrgPath = Station1, State = AnomalyStates.Ignored };
        var admission = Admission.Of([.. Found, ignored], new HashSet<string> { "DJ-01" }, decision: null);
        Assert.Equal([1, 4, 5], admission.Staying.Select(anomaly => anomaly.Id));
        Assert.Equal([2, 3, 6], admission.Leaving.Select(anomaly => anomaly.Id));
        Assert.Empty(admission.Judged);
    }

    [Theory]
    [InlineData("to-handle", new long[] { 6 }, new long[] { 7 })]
    [InlineData("ignored", new long[0], new long[] { 6, 7 })]
    public void Admission_WithADecision_JudgesWhatNobodyHasJudged(string decision, long[] staying, long[] leaving)
    {
        var fresh = new Anomaly { Id = 6, ThemeCode = "DJ-01", OrgPath = Station1, State = AnomalyStates.New };
        var foreign = new Anomaly { Id = 7, ThemeCode = "JL-01", OrgPath = Station1, State = AnomalyStates.New };
        var admission = Admission.Of([fresh, foreign], new HashSet<string> { "DJ-01" }, decision);
        Assert.Equal([6, 7], admission.Judged.Select(anomaly => anomaly.Id));
        Assert.Equal(staying, admission.Staying.Select(anomaly => anomaly.Id));
        Assert.Equal(leaving, admission.Leaving.Select(anomaly => anomaly.Id));
    }

    private static IReadOnlyList<PlannedCase> Make(string grouping, int maxItems) => CasePlan.Make(Found, grouping.Split(',').ToHashSet(), maxItems);

    private static Anomaly Anomaly(long id, string theme, string specialty, string orgPath, string level) =>
        new() { Id = id, ThemeCode = theme, Specialty = specialty, OrgPath = orgPath, Level = level, State = AnomalyStates.InTask };
}
