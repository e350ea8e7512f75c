using CaseMgmt.DataGenerator.County;
using static CaseMgmt.Cases.Tests.Monitoring.Boundaries.Story;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>A limit that no row of the sample county lies on: a scene with one row exactly on it, and what the theme finds there.</summary>
/// <param name="Others">Parameters that must stand elsewhere for this one to count.</param>
public sealed record LimitScene(string Theme, string Parameter, string Ym, string Found, Action<Scene> Set, params (string Name, decimal Value)[] Others)
{
    public static readonly IReadOnlyList<LimitScene> All =
    [
        new("CH-04", "min_hv", "202605", "1", scene => Bills(scene, 10_000m, 1000m)),
        new("CH-06", "max_days", "202605", "1", scene => scene.Add("cons", ("poweron_date", Day("2026-05-31").AddDays(-9999)))),
        new("CH-07", "big", "202605", "", scene =>
        {
            scene.Add("arrears_risk", ("produce_status", "2"));
            scene.Add("bill", ("total_amt", 100_000m));
        }),
        new("DJ-04", "max_days", "202408", "", scene =>
        {
            scene.Add("cons");
            scene.Add("bill", ("bill_cap", 500m));
            scene.Add("suspension", ("cap", 500m), ("begin_date", Day("2024-01-01")), ("plan_end", Day("2024-07-02")), ("actual_end", Day("2024-07-02")));
        }),
        new("DJ-05", "half", "201602", "", scene => Connected(scene, 100, 50m)),
        new("DJ-05", "window", "201602", "1", scene => Connected(scene, 730, 0m)),
        new("DJ-06", "free", "202605", "", scene =>
        {
            scene.Add("bill", ("ba_mode", "2"), ("bill_dmd", 693m));
            scene.Add("bill_demand", ("sp_id", 1), ("read_dmd", 367.5m), ("contract_dmd", 350m));
            scene.Add("bill_demand", ("sp_id", 2), ("read_dmd", 367.5m), ("contract_dmd", 350m));
        }),
        new("DJ-07", "disc", "202605", "", scene =>
        {
            scene.Add("bill", ("ba_mode", "5"), ("pq", 300_000m), ("max_dmd", 600m), ("base_amt", (600m * Tariffs.Industry.Demand * 0.9m) - 10m));
            scene.Add("transformer", ("capacity", 1000m));
        }),
        new("DJ-09", "tol_amt", "202605", "", scene => scene.Add("bill", ("rq", 0m), ("actual_pf", 1m), ("pf_pct", -0.75m), ("kwh_amt", 1000m), ("base_amt", 0m), ("pf_amt", -8.5m))),
        new("DJ-13", "winter_kwh", "202602", "", scene => scene.Add("bill", ("elec_type", "301"), ("run_cap", 30m), ("pq", 500m))),
        new("DJ-16", "min_kwh", "202605", "1", scene => Bills(scene, 1000m, 1000m, 0.5m, 0.8m)),
        new("DJ-18", "city_amt", "202605", "", scene =>
        {
            scene.Add("cons");
            scene.Add("rebill", ("rs_type", "0202"), ("amt", -50_000m), ("approve_level", "2"));
        }, ("max_amt", 90_000m)),
        new("DJ-19", "mid", "202605", "", scene => scene.Add("bill", ("ba_mode", "5"), ("pq", 300_000m), ("bill_dmd", 600m), ("base_amt", 600m * Tariffs.Industry.Demand * 0.95m))),
        new("JL-07", "d_2", "202605", "", scene =>
        {
            scene.Add("cons");
            scene.Add("mp", ("mp_id", 6), ("md_class", "2"));
            scene.Add("meter", ("asset_no", "A"), ("mp_id", 6), ("install_date", Day("2010-01-01")), ("last_check_date", scene.Today.AddDays(-183)));
        }),
        new("KF-01", "answer_days", "202605", "", scene => scene.Add("ticket", ("ticket_no", "T"), ("biz_type", "02"), ("accept_time", At("2026-05-11 09:00:00")),
            ("contact_time", At("2026-05-11 10:00:00")), ("finish_time", At("2026-05-18 17:00:00")), ("deadline", null))),
        new("XS-02", "lo", "202605", "", scene => Losses(scene, -1m, 96m)),
        new("XS-02", "cover", "202605", "7", scene => Losses(scene, 8m, 95m)),
        new("YK-07", "term_days", "202605", "", scene => scene.Add("cons", ("tmp_flag", "01"), ("poweron_date", scene.Today.AddDays(-183)))),
    ];

    /// <summary>Limits of the days and of what the rule itself holds, where a theme has no number to set; told elsewhere.</summary>
    public static readonly IReadOnlyList<LimitScene> OfDays =
    [
        new("JL-06", "today", "202605", "", scene =>
        {
            scene.Add("cons");
            scene.Add("meter", ("asset_no", "A"), ("verify_due", scene.Today));
        }),
        new("SC-04", "today", "202605", "1", scene =>
        {
            scene.Add("cons");
            scene.Add("market_user", ("contract_signed", true), ("exit_date", scene.Today));
        }),
        new("YJ-05", "done_date", "202605", "", scene => scene.Add("inspect_task", ("plan_end", Day("2026-05-20")), ("done_date", Day("2026-05-20")))),
        new("YJ-06", "today", "202605", "", scene => scene.Add("safety_hazard", ("plan_date", scene.Today), ("notify_flag", true))),
        new("YK-02", "end_time", "202605", "", scene =>
        {
            scene.Add("biz_app", ("app_no", "A"));
            scene.Add("biz_step", ("app_no", "A"), ("step", "A45"), ("end_time", At("2026-05-20 09:00:00")));
            scene.Add("biz_step", ("app_no", "A"), ("step", "A16"), ("end_time", At("2026-05-20 09:00:00")));
        }),
        new("YK-08", "0.01", "202605", "", scene => scene.Add("biz_app", ("app_no", "A"), ("arc_time", At("2026-05-20 09:00:00")), ("std_fee", 100m), ("rcved_fee", 100.01m))),
        new("SC-03", "d1", "202605", "", scene =>
        {
            scene.Add("bill", ("market_mult", 1m));
            scene.Add("market_user", ("mode", "02"), ("join_date", Day("2022-01-01")), ("exit_date", Day("2026-05-01")));
        }),
    ];

    public override string ToString() => $"{Theme} {Parameter}";

    private static void Bills(Scene scene, decimal now, decimal before, decimal price = 0.6m, decimal priceBefore = 0.6m)
    {
        scene.Add("bill", ("pq", now), ("avg_price", price));
        foreach (var back in new[] { 1, 2, 3 })
        {
            scene.Add("bill", ("ym", scene.Month.Add(-back).Ym), ("pq", before), ("avg_price", priceBefore));
        }
    }

    private static void Connected(Scene scene, int days, decimal percent)
    {
        scene.Add("cons");
        scene.Add("biz_app", ("app_no", "A"), ("biz_type", "104"), ("poweron_time", At("2016-02-29 15:00:00").AddDays(-days)));
        scene.Add("suspension", ("cap", 500m), ("begin_date", Day("2016-02-29")), ("bill_pct", percent));
    }

    private static void Losses(Scene scene, decimal rate, decimal cover)
    {
        foreach (var back in new[] { 0, 1 })
        {
            scene.Add("line_loss", ("obj_type", "02"), ("obj_id", 7), ("ym", scene.Month.Add(-back).Ym), ("loss_rate", rate), ("cover_rate", cover));
        }
    }
}
