using static CaseMgmt.Cases.Tests.Monitoring.Boundaries.Story;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>Reading, billing operations and collection at the edges.</summary>
public sealed class ReadingBoundaries
{
    public static TheoryData<Story> Stories =>
    [
        new("CH-01", "two days off across the leap day", "202402", "7", scene => scene.Add("mr_plan", ("mr_sect_no", "7"), ("plan_date", Day("2024-02-28")), ("upload_time", At("2024-03-01 00:00:00")))),
        new("CH-01", "one day off in a common year", "202302", "", scene => scene.Add("mr_plan", ("mr_sect_no", "7"), ("plan_date", Day("2023-02-28")), ("upload_time", At("2023-03-01 23:59:59")))),
        new("CH-02", "nothing equipped", "202605", "", scene => scene.Add("mr_plan", ("coll_cnt", 0), ("auto_cnt", null))),
        new("CH-02", "exactly 98 percent over two sections", "202605", "", scene =>
        {
            scene.Add("mr_plan", ("coll_cnt", 51), ("auto_cnt", 50));
            scene.Add("mr_plan", ("coll_cnt", 49), ("auto_cnt", 48));
        }),
        new("CH-03", "moved between stations in the three months", "202605", "1", scene => Zero(scene, "37030601", "37030602", "37030603")),
        new("CH-03", "two months, one billed twice", "202605", "", scene =>
        {
            Zero(scene, "37030601", "37030601");
            scene.Add("bill", ("pq", 0m));
        }),
        new("CH-04", "no bill last year, exactly half as much again", "202605", "", scene => Energies(scene, 30_000m, 20_000m, 20_000m, 20_000m)),
        new("CH-04", "an endless mean, one hundredth beyond half as much again", "202605", "1", scene => Energies(scene, 30_000.01m, 20_000m, 20_000m, 20_000m)),
        new("CH-05", "energy of the month never read, twice", "202605", "1", scene =>
        {
            scene.Add("cons");
            scene.Add("mr_read", ("mr_status", "01"));
            scene.Add("mr_read", ("mr_status", "01"));
        }),
        new("CH-05", "readings never recorded", "202605", "", scene =>
        {
            scene.Add("cons");
            scene.Add("mr_read", ("last_read", null), ("this_read", null));
        }),
        new("CH-06", "31 days to the end of a leap February", "202402", "1", scene => scene.Add("cons", ("poweron_date", Day("2024-01-29")))),
        new("CH-06", "30 days to the end of a common February", "202302", "", scene => scene.Add("cons", ("poweron_date", Day("2023-01-29")))),
        new("CH-07", "two months of debt under two stations", "202605", "1", scene =>
        {
            scene.Add("cons");
            scene.Add("receivable", ("ym", "202604"), ("owe", 1m), ("due_date", Day("2026-05-20")), ("org_no", "37030602"));
            scene.Add("receivable", ("owe", 1m), ("due_date", Day("2026-06-10")));
        }),
        new("CH-07", "one month of debt written twice", "202605", "", scene =>
        {
            scene.Add("cons");
            scene.Add("receivable", ("owe", 1m), ("due_date", Day("2026-06-10")));
            scene.Add("receivable", ("owe", 1m), ("due_date", Day("2026-06-10")));
        }),
        new("CH-08", "90 days across the leap day", "202402", "", scene => Debt(scene, "2023-12-11")),
        new("CH-08", "91 days across the leap day", "202402", "1", scene => Debt(scene, "2023-12-10")),
        new("CH-09", "no clerk, eleven reversals", "202605", "", scene => Enumerable.Range(0, 11).ToList().ForEach(_ => scene.Add("payment", ("amt", 1m), ("reversed", true), ("pay_time", At("2026-05-31 23:59:59"))))),
        new("CH-10", "account of the payment unknown", "202605", "9", scene => scene.Add("payment", ("pay_id", 9), ("cons_no", null), ("amt", 1m), ("settle_mode", "01"), ("pay_time", At("2026-06-08 23:59:59")))),
        new("CH-11", "neither penalty recorded", "202605", "", scene => scene.Add("receivable", ("settled_date", Day("2026-07-01")), ("due_date", Day("2026-06-20")))),
        new("CH-12", "730 days across the leap day", "202402", "", scene => scene.Add("mr_section", ("mr_sect_no", "7"), ("mr_mode", "101"), ("reader_since", Day("2022-03-11")))),
        new("CH-12", "731 days across the leap day", "202402", "7", scene => scene.Add("mr_section", ("mr_sect_no", "7"), ("mr_mode", "101"), ("reader_since", Day("2022-03-10")))),
        new("CH-13", "issued on the third day across the leap day", "202402", "", scene => scene.Add("mr_plan", ("mr_sect_no", "7"), ("upload_time", At("2024-02-27 00:00:01")), ("release_time", At("2024-03-01 23:59:59")))),
        new("CH-13", "issued on the fourth day", "202402", "7", scene => scene.Add("mr_plan", ("mr_sect_no", "7"), ("upload_time", At("2024-02-27 23:59:59")), ("release_time", At("2024-03-02 00:00:00")))),
    ];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Rule_AtItsEdge_DecidesAsTold(Story story) => story.IsTold();

    private static void Zero(Scene scene, params string[] stations)
    {
        scene.Add("cons");
        foreach (var (station, back) in stations.Select((station, back) => (station, back)))
        {
            scene.Add("bill", ("ym", scene.Month.Add(-back).Ym), ("pq", 0m), ("org_no", station));
        }
    }

    private static void Energies(Scene scene, decimal now, params decimal[] before)
    {
        scene.Add("bill", ("pq", now));
        foreach (var (energy, back) in before.Select((energy, i) => (energy, i + 1)))
        {
            scene.Add("bill", ("ym", scene.Month.Add(-back).Ym), ("pq", energy));
        }
    }

    private static void Debt(Scene scene, string due)
    {
        scene.Add("cons");
        scene.Add("receivable", ("owe", 1m), ("due_date", Day(due)));
    }
}
