using static CaseMgmt.Cases.Tests.Monitoring.Boundaries.Story;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>Metering at the edges.</summary>
public sealed class MeteringBoundaries
{
    public static TheoryData<Story> Stories =>
    [
        new("JL-01", "moved: 0.6 kWh under each of two stations after removal", "202605", "A", scene =>
        {
            scene.Add("cons");
            scene.Add("meter", ("meter_id", 5), ("asset_no", "A"), ("remove_date", Day("2026-05-30")));
            scene.Add("coll_day", ("meter_id", 5), ("data_date", Day("2026-05-31")), ("pq_fwd", 1.2m), ("org_no", "37030602"));
        }),
        new("JL-01", "removed on the last day of a month of thirty", "202604", "", scene =>
        {
            scene.Add("cons");
            scene.Add("meter", ("meter_id", 5), ("asset_no", "A"), ("remove_date", Day("2026-04-30")));
            scene.Add("coll_day", ("meter_id", 5), ("data_date", Day("2026-05-01")), ("pq_fwd", 9m));
        }),
        new("JL-02", "removed on the 29th of February, collected three days before", "202402", "A", scene => Removed(scene, "2024-02-29", "2024-02-26")),
        new("JL-02", "removal reading never recorded", "202402", "", scene => Removed(scene, "2024-02-29", "2024-02-26", null)),
        new("JL-03", "moved: 60 and 40.01 kWh under two stations", "202605", "1", scene => Reverse(scene, 60m, 40.01m)),
        new("JL-03", "exactly 100 kWh, one day empty", "202605", "", scene => Reverse(scene, 100m, null)),
        new("JL-04", "no running capacity", "202605", "", scene => Day5(scene, ("pq_fwd", 1_000_000m), 0m)),
        new("JL-04", "less than nothing", "202605", "1", scene => Day5(scene, ("pq_fwd", -0.01m), 0m)),
        new("JL-05", "multiplier never recorded", "202605", "A", scene =>
        {
            scene.Add("cons");
            scene.Add("meter", ("asset_no", "A"), ("rate", null), ("ct_ratio", 10m), ("pt_ratio", 100m));
        }),
        new("JL-06", "due on the day of the data", "202605", "", scene => Meter(scene, ("verify_due", Day("2026-06-10")))),
        new("JL-06", "no due date", "202605", "A", scene => Meter(scene, ("verify_due", null))),
        new("JL-07", "first test on the 31st day across the leap day", "202402", "", scene => Tested(scene, "2024-02-01", "2024-03-03", "2024-03-03")),
        new("JL-07", "first test on the 32nd day", "202402", "A", scene => Tested(scene, "2024-02-01", "2024-03-04", "2024-03-04")),
        new("JL-07", "class III tested 366 days ago across the leap day", "202402", "", scene => Tested(scene, "2010-01-01", null, "2023-03-10")),
        new("JL-08", "found on the 29th of February, open for ten days", "202402", "", scene => Fault(scene, "2024-02-29")),
        new("JL-08", "open for eleven days", "202402", "9", scene => Fault(scene, "2024-02-28")),
        new("JL-09", "seven days to the 29th of February", "202402", "1", scene => Fail(scene, "2024-02-23", 7)),
        new("JL-09", "six days of the month and one of the next", "202402", "", scene => Fail(scene, "2024-02-24", 7)),
    ];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Rule_AtItsEdge_DecidesAsTold(Story story) => story.IsTold();

    private static void Removed(Scene scene, string removed, string collected, decimal? reading = 100m)
    {
        scene.Add("cons");
        scene.Add("meter", ("meter_id", 5), ("asset_no", "A"), ("remove_date", Day(removed)), ("remove_read", reading));
        scene.Add("coll_day", ("meter_id", 5), ("data_date", Day(collected)), ("read_fwd", 120m));
    }

    private static void Reverse(Scene scene, decimal? first, decimal? second)
    {
        scene.Add("cons");
        scene.Add("coll_day", ("meter_id", 5), ("data_date", Day("2026-05-01")), ("pq_rev", first), ("org_no", "37030602"));
        scene.Add("coll_day", ("meter_id", 5), ("data_date", Day("2026-05-31")), ("pq_rev", second));
    }

    private static void Day5(Scene scene, (string, object?) cell, decimal capacity)
    {
        scene.Add("cons", ("run_cap", capacity));
        scene.Add("coll_day", ("meter_id", 5), ("data_date", Day("2026-05-05")), cell);
    }

    private static void Meter(Scene scene, (string, object?) cell)
    {
        scene.Add("cons");
        scene.Add("meter", ("asset_no", "A"), cell);
    }

    private static void Tested(Scene scene, string installed, string? first, string? last)
    {
        scene.Add("cons");
        scene.Add("mp", ("mp_id", 6), ("md_class", "3"));
        scene.Add("meter", ("asset_no", "A"), ("mp_id", 6), ("install_date", Day(installed)), ("first_check_date", first is null ? null : Day(first)), ("last_check_date", last is null ? null : Day(last)));
    }

    private static void Fault(Scene scene, string found)
    {
        scene.Add("cons");
        scene.Add("meter_fault", ("fault_id", 9), ("found_date", Day(found)));
    }

    private static void Fail(Scene scene, string first, int days)
    {
        scene.Add("cons");
        foreach (var i in Enumerable.Range(0, days))
        {
            scene.Add("coll_day", ("meter_id", 5), ("data_date", Day(first).AddDays(i)), ("succ", false));
        }
    }
}
