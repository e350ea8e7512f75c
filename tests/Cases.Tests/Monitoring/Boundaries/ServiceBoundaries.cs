using static CaseMgmt.Cases.Tests.Monitoring.Boundaries.Story;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>Service and outages at the edges: seconds, holidays that were moved, leap days.</summary>
public sealed class ServiceBoundaries
{
    public static TheoryData<Story> Stories =>
    [
        new("KF-01", "accepted on a Saturday of work before the festival, contacted on the first day after it", "202602", "", scene => Complaint(scene, "2026-02-14 18:00:00", "2026-02-24 09:00:00")),
        new("KF-01", "a second more than 24 hours without the days off", "202602", "T", scene => Complaint(scene, "2026-02-14 18:00:00", "2026-02-24 18:00:01")),
        new("KF-01", "accepted in the festival, contacted on the first working day", "202602", "", scene => Complaint(scene, "2026-02-17 10:00:00", "2026-02-24 17:00:00")),
        new("KF-01", "accepted in the festival, contacted on the second", "202602", "T", scene => Complaint(scene, "2026-02-17 10:00:00", "2026-02-25 08:00:00")),
        new("KF-02", "the first complaint lies 90 days back across the leap day", "202402", "1", scene => Complaints(scene, "2023-12-01 09:00:00")),
        new("KF-02", "the first complaint lies 91 days back", "202402", "", scene => Complaints(scene, "2023-11-30 09:00:00")),
        new("KF-03", "45 minutes, town never recorded", "202605", "", scene => scene.Add("ticket", ("ticket_no", "T"), ("biz_type", "05"), ("is_urban", null), ("accept_time", At("2026-05-31 23:50:00")), ("arrive_time", At("2026-06-01 00:35:00")))),
        new("KF-03", "90 minutes and a second over midnight", "202605", "T", scene => scene.Add("ticket", ("ticket_no", "T"), ("biz_type", "05"), ("is_urban", false), ("accept_time", At("2026-05-31 23:50:00")), ("arrive_time", At("2026-06-01 01:20:01")))),
        new("KF-04", "finished in the last second of the 29th of February", "202402", "T", scene => scene.Add("ticket", ("ticket_no", "T"), ("finish_time", At("2024-02-29 23:59:59")), ("satisfied", 2))),
        new("KF-04", "neither score nor call-back", "202402", "", scene => scene.Add("ticket", ("ticket_no", "T"), ("finish_time", At("2024-02-29 23:59:59")))),
        new("KF-05", "a finding on the 29th of February, written twice", "202402", "H", scene =>
        {
            scene.Add("hall_check", ("hall_no", "H"), ("check_date", Day("2024-02-29")), ("abn_type", "02"));
            scene.Add("hall_check", ("hall_no", "H"), ("check_date", Day("2024-02-29")), ("abn_type", "02"));
        }),
        new("TD-01", "exactly seven days across the leap day", "202403", "", scene => Planned(scene, "2024-02-23 08:00:00", "2024-03-01 08:00:00")),
        new("TD-01", "a second short of seven days", "202403", "9", scene => Planned(scene, "2024-02-23 08:00:01", "2024-03-01 08:00:00")),
        new("TD-02", "the first of three lies sixty days back across the leap day", "202402", "5", scene => Outages(scene, "2023-12-31 23:59:59")),
        new("TD-02", "the first lies 61 days back", "202402", "", scene => Outages(scene, "2023-12-30 23:59:59")),
        new("TD-03", "30 minutes over, plan never recorded", "202605", "", scene => scene.Add("outage", ("stop_type", "01"), ("start_time", At("2026-05-20 08:00:00")), ("end_time", At("2026-05-20 12:30:00")))),
        new("TD-03", "not restored, planned until the last minute of the month", "202605", "9", scene => scene.Add("outage", ("outage_id", 9), ("stop_type", "07"), ("start_time", At("2026-05-31 23:00:00")), ("plan_end", At("2026-05-31 23:59:00")))),
        new("TD-04", "household, seven days of notice across the leap day", "202403", "", scene => Cut(scene, "2024-02-26 23:00:00", "2024-03-04 01:00:00")),
        new("TD-04", "household, six days in a common year", "202303", "9", scene => Cut(scene, "2023-02-26 23:00:00", "2023-03-04 01:00:00")),
    ];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Rule_AtItsEdge_DecidesAsTold(Story story) => story.IsTold();

    private static void Complaint(Scene scene, string accepted, string contacted) => scene.Add("ticket", ("ticket_no", "T"), ("biz_type", "02"), ("accept_time", At(accepted)),
        ("contact_time", At(contacted)), ("finish_time", At(accepted).AddDays(1)), ("deadline", At(accepted).AddDays(9)));

    private static void Complaints(Scene scene, string first)
    {
        scene.Add("cons");
        scene.Add("ticket", ("ticket_no", "T1"), ("biz_type", "02"), ("accept_time", At(first)), ("org_no", "37030602"));
        scene.Add("ticket", ("ticket_no", "T2"), ("biz_type", "04"), ("accept_time", At("2024-02-29 23:59:59")));
    }

    private static void Planned(Scene scene, string issued, string start) =>
        scene.Add("outage", ("outage_id", 9), ("stop_type", "01"), ("issue_time", At(issued)), ("plan_start", At(start)));

    private static void Outages(Scene scene, string first)
    {
        scene.Add("tg", ("tg_id", 5));
        foreach (var (start, station) in new[] { (first, "37030602"), ("2024-01-15 08:00:00", "37030601"), ("2024-02-29 08:00:00", "37030601") })
        {
            scene.Add("outage", ("tg_id", 5), ("stop_type", "02"), ("start_time", At(start)), ("org_no", station));
        }
    }

    private static void Cut(Scene scene, string notice, string cut)
    {
        scene.Add("cons", ("cons_type", "03"));
        scene.Add("arrears_cut", ("cut_id", 9), ("notice_time", At(notice)), ("cut_time", At(cut)));
    }
}
