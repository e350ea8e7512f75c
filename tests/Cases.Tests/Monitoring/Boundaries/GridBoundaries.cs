using static CaseMgmt.Cases.Tests.Monitoring.Boundaries.Story;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>Line loss, market and generation at the edges.</summary>
public sealed class GridBoundaries
{
    public static TheoryData<Story> Stories =>
    [
        new("XS-01", "target never recorded, above six percent twice", "202605", "7", scene => Loss(scene, "01", 6.0001m, 6.0001m)),
        new("XS-01", "January and the December before", "202601", "7", scene => Loss(scene, "01", -1.01m, 7m)),
        new("XS-02", "cover never recorded", "202605", "", scene => Loss(scene, "02", 8m, 8m)),
        new("XS-03", "rate never recorded", "202605", "", scene => scene.Add("line_loss", ("obj_type", "03"), ("obj_id", 7))),
        new("XS-04", "a line and an area of one number", "202605", "01-7 02-7", scene =>
        {
            scene.Add("line_loss", ("obj_type", "01"), ("obj_id", 7), ("supply_pq", 1000m), ("adj_pq", -1000.01m));
            scene.Add("line_loss", ("obj_type", "02"), ("obj_id", 7), ("supply_pq", 1000m), ("adj_pq", 1000.01m));
        }),
        new("XS-04", "exactly 1,000 kWh", "202605", "", scene => scene.Add("line_loss", ("obj_type", "01"), ("obj_id", 7), ("supply_pq", 1000m), ("adj_pq", 1000m))),
        new("XS-05", "an endless mean, just short of three points", "202605", "", scene => Loss(scene, "01", 4.3333m, 1m, 1m, 2m)),
        new("XS-05", "an endless mean, just over three points", "202605", "7", scene => Loss(scene, "01", 4.3334m, 1m, 1m, 2m)),
        new("SC-01", "exactly half as much again", "202605", "", scene => Generated(scene, 3150m, 3150m, 3150m)),
        new("SC-01", "a hundredth more in three months", "202605", "G", scene => Generated(scene, 3150.01m, 3150.01m, 3150.01m)),
        new("SC-01", "a month without regional hours", "202605", "", scene => Generated(scene, 9000m, 9000m, null)),
        new("SC-02", "connected the day before the window", "202603", "G", scene => Idle(scene, "2026-01-31")),
        new("SC-02", "connected on the first day of the window", "202603", "", scene => Idle(scene, "2026-02-01")),
        new("SC-02", "day of connection never recorded", "202603", "G", scene => Idle(scene, null)),
        new("SC-03", "left on the last day of the month before", "202603", "1", scene => Market(scene, "2026-02-28")),
        new("SC-03", "left on the first day of the month", "202603", "", scene => Market(scene, "2026-03-01")),
        new("SC-04", "signature never recorded", "202605", "1", scene =>
        {
            scene.Add("cons");
            scene.Add("market_user", ("mode", "02"));
        }),
        new("SC-05", "two market records, one flagged", "202605", "", scene =>
        {
            scene.Add("cons", ("hec_code", "103"));
            scene.Add("bill");
            scene.Add("market_user", ("hec_flag", null));
            scene.Add("market_user", ("hec_flag", true));
        }),
    ];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Rule_AtItsEdge_DecidesAsTold(Story story) => story.IsTold();

    private static void Loss(Scene scene, string type, params decimal[] rates)
    {
        foreach (var (rate, back) in rates.Select((rate, back) => (rate, back)))
        {
            scene.Add("line_loss", ("obj_type", type), ("obj_id", 7), ("ym", scene.Month.Add(-back).Ym), ("loss_rate", rate));
        }
    }

    private static void Generated(Scene scene, params decimal?[] months)
    {
        scene.Add("pv", ("gen_no", "G"), ("type", "02"), ("cap_kw", 20m));
        foreach (var (energy, back) in months.Select((energy, back) => (energy, back)))
        {
            scene.Add("pv_month", ("gen_no", "G"), ("ym", scene.Month.Add(-back).Ym), ("gen_pq", energy ?? 9000m), ("ref_hours", energy is null ? null : 105m));
        }
    }

    private static void Idle(Scene scene, string? connected)
    {
        scene.Add("pv", ("gen_no", "G"), ("type", "02"), ("cap_kw", 20m), ("grid_date", connected is null ? null : Day(connected)));
        scene.Add("pv_month", ("gen_no", "G"), ("gen_pq", 100m));
        scene.Add("pv_month", ("gen_no", "G"), ("ym", scene.Month.Previous.Ym), ("gen_pq", 0m));
    }

    private static void Market(Scene scene, string exit)
    {
        scene.Add("bill", ("market_mult", 1m));
        scene.Add("market_user", ("mode", "02"), ("join_date", Day("2022-01-01")), ("exit_date", Day(exit)));
    }
}
