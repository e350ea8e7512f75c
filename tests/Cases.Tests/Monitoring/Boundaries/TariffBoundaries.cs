using static CaseMgmt.Cases.Tests.Monitoring.Boundaries.Story;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>Tariff and billing at the edges: leap years, part months, empty fields, bills written twice.</summary>
public sealed class TariffBoundaries
{
    public static TheoryData<Story> Stories =>
    [
        new("DJ-01", "two-part flag and temporary flag never recorded", "202605", "1", scene =>
        {
            scene.Add("cons", ("tmp_flag", null));
            scene.Add("bill", ("two_part", null), ("contract_cap", 315m));
        }),
        new("DJ-02", "one cent on a bill written twice", "202605", "1", scene =>
        {
            scene.Add("bill", ("elec_type", "202"), ("base_amt", 0.01m));
            scene.Add("bill", ("elec_type", "202"), ("base_amt", 0.01m));
        }),
        new("DJ-03", "stopped for all 29 days of a leap February", "202402", "", scene => Stopped(scene, "2024-02-01", "2024-02-29")),
        new("DJ-03", "in use on the 29th of February", "202402", "1", scene => Stopped(scene, "2024-02-01", "2024-02-28")),
        new("DJ-03", "stopped for all 28 days of a common February", "202302", "", scene => Stopped(scene, "2023-02-01", "2023-02-28")),
        new("DJ-03", "in use on the 30th of a month of thirty days", "202604", "1", scene => Stopped(scene, "2026-04-01", "2026-04-29")),
        new("DJ-04", "184 days of a leap year", "202408", "", scene => Suspended(scene, "2024-01-01", "2024-07-02")),
        new("DJ-04", "185 days of a leap year", "202408", "1", scene => Suspended(scene, "2024-01-01", "2024-07-03")),
        new("DJ-04", "the same days of a common year are 184", "202308", "", scene => Suspended(scene, "2023-01-01", "2023-07-03")),
        new("DJ-05", "connected 730 days before the 29th of February", "201602", "1", scene => Connected(scene, "2014-03-01")),
        new("DJ-05", "connected 731 days before it", "201602", "", scene => Connected(scene, "2014-02-28")),
        new("DJ-06", "demand of the bill never recorded", "202605", "1", scene =>
        {
            scene.Add("bill", ("ba_mode", "5"), ("bill_dmd", null));
            scene.Add("bill_demand", ("sp_id", 1), ("read_dmd", 300m));
            scene.Add("bill_demand", ("sp_id", 2), ("read_dmd", 200m));
        }),
        new("DJ-07", "transformer resumed after the month counts as stopped in it", "202605", "", scene =>
        {
            scene.Add("bill", ("base_amt", 14_000m));
            scene.Add("transformer", ("capacity", 500m));
            scene.Add("transformer", ("capacity", 500m), ("unseal_date", Day("2026-06-03")));
        }),
        new("DJ-07", "price rule of 260 kWh per kVA before it came into force", "202305", "", scene =>
        {
            scene.Add("bill", ("ba_mode", "5"), ("pq", 300_000m), ("max_dmd", 600m), ("base_amt", 25_200m));
            scene.Add("transformer", ("capacity", 1000m));
        }),
        new("DJ-08", "standard never recorded", "202605", "1", scene =>
        {
            scene.Add("cons", ("tmp_flag", null));
            scene.Add("bill", ("pf_std", null));
        }),
        new("DJ-09", "factor, percentage and amount right, reactive energy zero", "202605", "", scene => scene.Add("bill", ("rq", 0m), ("actual_pf", 1m), ("pf_pct", -0.75m), ("kwh_amt", 1000m), ("base_amt", 0m), ("pf_amt", -7.5m))),
        new("DJ-10", "all periods empty", "202605", "1", scene => scene.Add("bill")),
        new("DJ-10", "exactly two per thousand", "202605", "", scene => scene.Add("bill", ("pq_flat", 99_800m))),
        new("DJ-11", "trade never recorded", "202605", "", scene => scene.Add("cons", ("trade_code", null))),
        new("DJ-12", "2,000 kWh, the bill written twice", "202605", "1", scene =>
        {
            scene.Add("bill", ("elec_type", "202"), ("cons_type", "03"), ("pq", 2000m));
            scene.Add("bill", ("elec_type", "202"), ("cons_type", "03"), ("pq", 2000m));
        }),
        new("DJ-13", "500.01 kWh in a leap February", "202402", "1", scene => scene.Add("bill", ("elec_type", "301"), ("run_cap", 30m), ("pq", 500.01m))),
        new("DJ-13", "the same in March", "202403", "", scene => scene.Add("bill", ("elec_type", "301"), ("run_cap", 30m), ("pq", 500.01m))),
        new("DJ-14", "loss never recorded at low-voltage metering", "202605", "1", scene =>
        {
            scene.Add("bill", ("tl_pq", null));
            scene.Add("mp", ("meas_mode", "2"));
        }),
        new("DJ-15", "loss flag and rate never recorded on a public feeder", "202605", "", scene => Line(scene, "2")),
        new("DJ-15", "the same on a dedicated line", "202605", "1", scene => Line(scene, "1")),
        new("DJ-16", "only two months of history", "202605", "", scene => Prices(scene, 1m, 0.5m, 0.5m)),
        new("DJ-16", "three months of history, exactly a quarter up", "202605", "", scene => Prices(scene, 1m, 0.8m, 0.8m, 0.8m)),
        new("DJ-16", "three months with an endless mean, a quarter and a little up", "202605", "1", scene => Prices(scene, 0.416667m, 0.3m, 0.3m, 0.4m)),
        new("DJ-17", "changed in the last second of the 29th of February", "202402", "1", scene => scene.Add("param_change", ("chg_type", "02"), ("chg_time", At("2024-02-29 23:59:59")))),
        new("DJ-17", "changed in the first second of March", "202402", "", scene => scene.Add("param_change", ("chg_type", "02"), ("chg_time", At("2024-03-01 00:00:00")))),
        new("DJ-17", "the fourth change lies 365 days back across the leap day", "202402", "1", scene => Changed(scene, "2023-03-01 08:00:00")),
        new("DJ-17", "the fourth change lies 366 days back", "202402", "", scene => Changed(scene, "2023-02-28 08:00:00")),
        new("DJ-18", "account moved: 6,000 yuan under each of two stations", "202605", "1", scene =>
        {
            scene.Add("cons");
            scene.Add("rebill", ("rs_type", "0202"), ("amt", -6000m), ("org_no", "37030602"));
            scene.Add("rebill", ("rs_type", "0202"), ("amt", -6000m));
        }),
        new("DJ-19", "no contract capacity", "202605", "", scene => scene.Add("bill", ("ba_mode", "2"), ("contract_cap", 0m), ("bill_dmd", 100m), ("base_amt", 1m))),
    ];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Rule_AtItsEdge_DecidesAsTold(Story story) => story.IsTold();

    private static void Stopped(Scene scene, string begin, string end)
    {
        scene.Add("bill", ("ba_mode", "0"), ("base_amt", 0m));
        scene.Add("suspension", ("cap", 1000m), ("begin_date", Day(begin)), ("actual_end", Day(end)));
    }

    private static void Suspended(Scene scene, string begin, string end)
    {
        scene.Add("cons");
        scene.Add("bill", ("bill_cap", 500m));
        scene.Add("suspension", ("cap", 500m), ("begin_date", Day(begin)), ("plan_end", Day(end)), ("actual_end", Day(end)));
    }

    private static void Connected(Scene scene, string powered)
    {
        scene.Add("cons");
        scene.Add("biz_app", ("app_no", "A"), ("biz_type", "104"), ("poweron_time", At(powered + " 15:00:00")));
        scene.Add("suspension", ("cap", 500m), ("begin_date", Day("2016-02-29")), ("bill_pct", null));
    }

    private static void Line(Scene scene, string type)
    {
        scene.Add("cons");
        scene.Add("line", ("line_id", 5), ("line_type", type));
        scene.Add("supply_point", ("sp_id", 6), ("line_id", 5));
        scene.Add("mp", ("sp_id", 6), ("meas_mode", "2"));
    }

    private static void Prices(Scene scene, decimal now, params decimal[] before)
    {
        scene.Add("bill", ("avg_price", now));
        foreach (var (price, back) in before.Select((price, i) => (price, i + 1)))
        {
            scene.Add("bill", ("ym", scene.Month.Add(-back).Ym), ("avg_price", price));
        }
    }

    private static void Changed(Scene scene, string first)
    {
        foreach (var time in new[] { first, "2023-06-01 08:00:00", "2023-09-01 08:00:00", "2024-01-05 08:00:00" })
        {
            scene.Add("param_change", ("chg_type", "01"), ("chg_time", At(time)), ("app_no", "A"));
        }
    }
}
