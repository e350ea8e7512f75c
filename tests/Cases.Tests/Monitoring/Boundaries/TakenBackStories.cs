using static CaseMgmt.Cases.Tests.Monitoring.Boundaries.Story;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>A bill that was taken back and issued again: only what stands in the end is judged, whatever came before it.</summary>
public sealed class TakenBackStories
{
    private static readonly Case[] Cases =
    [
        new("DJ-01", Account, [("two_part", false)], []),
        new("DJ-02", Nothing, [("elec_type", "202"), ("base_amt", 5m)], [("elec_type", "202"), ("base_amt", 0m)]),
        new("DJ-03", Nothing, [("base_amt", 0m)], [("base_amt", 28_000m)]),
        new("DJ-04", OverdueStop, [("bill_cap", 500m), ("base_amt", 14_000m)], [("base_amt", 28_000m)]),
        new("DJ-06", TwoFeeds, [("ba_mode", "5"), ("bill_dmd", 300m)], [("ba_mode", "5"), ("bill_dmd", 500m)]),
        new("DJ-07", scene => scene.Add("transformer", ("capacity", 1000m)), [("base_amt", 14_000m)], [("base_amt", 28_000m)]),
        new("DJ-08", Account, [("pf_std", "2")], [("pf_std", "3")]),
        new("DJ-09", Nothing, Factor(0.90m), Factor(1m)),
        new("DJ-10", Nothing, [("tou_flag", false)], [("pq_flat", 100_000m)]),
        new("DJ-12", Nothing, Home(2000m), Home(1999.99m)),
        new("DJ-13", Nothing, Pump(15_000.01m), Pump(15_000m)),
        new("DJ-14", scene => scene.Add("mp", ("meas_mode", "1")), [("tl_pq", 0.01m)], [("tl_pq", 0m)]),
        new("DJ-16", scene => Before(scene, 3), [("avg_price", 0.9m)], [("avg_price", 0.8m)]),
        new("DJ-19", Nothing, [("ba_mode", "5"), ("bill_dmd", 600m), ("base_amt", 20_000m)], [("ba_mode", "5"), ("bill_dmd", 600m), ("base_amt", 25_200m)]),
        new("CH-04", scene => Before(scene, 3), [("pq", 160_000m)], [("pq", 150_000m)]),
        new("CH-07", scene => scene.Add("arrears_risk", ("produce_status", "2")), [("total_amt", 100_000.01m)], [("total_amt", 100_000m)]),
        new("YJ-01", LastValley, [("run_cap", 800m), ("pq_valley", 240_000m)], [("run_cap", 800m), ("pq_valley", 100_000m)]),
        new("YJ-03", LossyArea, [("pq", 49_000m)], [("pq", 50_000m)]),
        new("SC-03", scene => scene.Add("market_user", ("mode", "02"), ("join_date", Day("2022-01-01"))), [("market_mult", 1.5m)], [("market_mult", 1m)]),
    ];

    public static TheoryData<string> Themes => [.. Cases.Select(each => each.Theme)];

    [Theory, MemberData(nameof(Themes))]
    public void WrongBill_TakenBackAndIssuedRight_IsNotReported(string theme) => Assert.Equal("", Found(theme, each => each.Wrong, each => each.Right));

    [Theory, MemberData(nameof(Themes))]
    public void RightBill_TakenBackAndIssuedWrong_IsReported(string theme) => Assert.Equal("1", Found(theme, each => each.Right, each => each.Wrong));

    [Theory, MemberData(nameof(Themes))]
    public void WrongBill_TakenBackAndIssuedTheSameAgain_IsReported(string theme) => Assert.Equal("1", Found(theme, each => each.Wrong, each => each.Wrong));

    [Theory, MemberData(nameof(Themes))]
    public void WrongBill_TakenBackForGood_IsNotReported(string theme) => Assert.Equal("", Found(theme, each => each.Wrong, _ => null));

    [Fact]
    public void Month_TakenBackAndIssuedWithoutEnergy_IsAZeroMonth()
    {
        var scene = new Scene("202605");
        Account(scene);
        foreach (var back in new[] { 0, 1, 2 })
        {
            scene.Add("bill", ("ym", scene.Month.Add(-back).Ym), ("pq", 0m));
        }

        scene.Add("bill", ("pq", 700m), ("total_amt", 420m));
        scene.Add("bill", ("pq", -700m), ("total_amt", -420m));
        Assert.Equal("1", scene.Find("CH-03"));
    }

    [Fact]
    public void Reading_TakenBack_IsNeitherEstimatedNorBackwards()
    {
        var scene = new Scene("202605");
        Account(scene);
        scene.Add("mr_read", ("mr_status", "03"), ("data_src", "04"));
        scene.Add("mr_read", ("last_read", 10m), ("this_read", 20m), ("data_src", "01"));
        Assert.Equal("", scene.Find("CH-05"));
    }

    private static string Found(string theme, Func<Case, (string, object?)[]> first, Func<Case, (string, object?)[]?> again)
    {
        var (scene, told) = (new Scene("202605"), Cases.Single(each => each.Theme == theme));
        told.Around(scene);
        Issue(scene, first(told), 1);
        Issue(scene, first(told), -1);
        if (again(told) is { } cells)
        {
            Issue(scene, cells, 1);
        }

        return scene.Find(theme);
    }

    /// <summary>A bill, or with -1 the same with every quantity and amount turned about.</summary>
    private static void Issue(Scene scene, (string, object?)[] cells, int sign)
    {
        var row = scene.Add("bill", [("total_amt", 60_000m), .. cells]);
        foreach (var column in new[] { "pq", "rq", "pq_flat", "pq_valley", "tl_pq", "kwh_amt", "base_amt", "pf_amt", "total_amt" })
        {
            row[column] = row[column] is decimal value ? value * sign : null;
        }
    }

    private static void Nothing(Scene scene) => ArgumentNullException.ThrowIfNull(scene);

    private static void Account(Scene scene) => scene.Add("cons");

    private static void OverdueStop(Scene scene)
    {
        Account(scene);
        scene.Add("suspension", ("cap", 500m), ("begin_date", Day("2026-01-01")), ("plan_end", Day("2026-04-30")));
    }

    private static void TwoFeeds(Scene scene)
    {
        scene.Add("bill_demand", ("sp_id", 1), ("read_dmd", 300m));
        scene.Add("bill_demand", ("sp_id", 2), ("read_dmd", 200m));
    }

    private static (string, object?)[] Factor(decimal recorded) =>
        [("rq", 0m), ("actual_pf", recorded), ("pf_pct", recorded == 1m ? -0.75m : 0m), ("kwh_amt", 1000m), ("base_amt", 0m), ("pf_amt", recorded == 1m ? -7.5m : 0m)];

    private static (string, object?)[] Home(decimal energy) => [("elec_type", "202"), ("cons_type", "03"), ("pq", energy)];

    private static (string, object?)[] Pump(decimal energy) => [("elec_type", "301"), ("run_cap", 30m), ("pq", energy)];

    private static void Before(Scene scene, int months)
    {
        foreach (var back in Enumerable.Range(1, months))
        {
            scene.Add("bill", ("ym", scene.Month.Add(-back).Ym), ("avg_price", 0.64m));
        }
    }

    private static void LastValley(Scene scene)
    {
        Account(scene);
        scene.Add("bill", ("ym", scene.Month.Previous.Ym), ("run_cap", 800m), ("pq_valley", 240_000m));
    }

    private static void LossyArea(Scene scene)
    {
        scene.Add("line_loss", ("obj_type", "02"), ("obj_id", 5), ("loss_rate", 9m));
        scene.Add("line_loss", ("obj_type", "02"), ("obj_id", 5), ("ym", scene.Month.Previous.Ym), ("loss_rate", 6m));
        scene.Add("mp", ("tg_id", 5));
        Before(scene, 3);
    }

    /// <summary>What surrounds the bill of a theme, and the cells of a wrong one and of a right one.</summary>
    private sealed record Case(string Theme, Action<Scene> Around, (string, object?)[] Wrong, (string, object?)[] Right);
}
