using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>投诉处理超时限.</summary>
public sealed class Kf01 : ThemePlan
{
    public override string Theme => "KF-01";

    public override IEnumerable<FreePlant> Free =>
    [

        new("contacted a day and a second later", true, free => Complaint(free, Pair(free).At(9), Pair(free).At(33).AddSeconds(1))),
        new("never contacted", true, free => Complaint(free, Pair(free).At(9), null)),
        new("finished a minute after the deadline", true, free => Complaint(free, Pair(free).At(9), Pair(free).At(10), finished: Pair(free).At((24 * 7) + 9).AddMinutes(1))),
        new("open past the deadline", true, free => Complaint(free, free.At(2, 9), free.At(2, 10), open: true)),
        new("accepted on a day off, contacted on the second working day", true, free => Complaint(free, DayOff(free).At(10), Working(DayOff(free), 2).At(9))),
        new("contacted exactly a day later", false, free => Complaint(free, Pair(free).At(9), Pair(free).At(33))),
        new("accepted before days off, contacted on the next working day", false, free => Complaint(free, Eve(free).At(18), Working(Eve(free), 1).At(9))),
        new("accepted on a day off, contacted on the first working day", false, free => Complaint(free, DayOff(free).At(10), Working(DayOff(free), 1).At(17))),
        new("finished at the deadline", false, free => Complaint(free, Pair(free).At(9), Pair(free).At(10), finished: Pair(free).At((24 * 7) + 9))),
        new("an opinion, never contacted", false, free => Complaint(free, Pair(free).At(9), null, type: "04")),
    ];

    private readonly record struct Start(DateOnly Day)
    {
        public DateTime At(int hours) => Day.ToDateTime(TimeOnly.MinValue).AddHours(hours);
    }

    /// <summary>A working day followed by another one.</summary>
    private static Start Pair(FreeRows free) => First(free, day => Calendar.IsWorkday(day) && Calendar.IsWorkday(day.AddDays(1)));

    private static Start Eve(FreeRows free) => First(free, day => Calendar.IsWorkday(day) && !Calendar.IsWorkday(day.AddDays(1)));

    private static Start DayOff(FreeRows free) => First(free, day => !Calendar.IsWorkday(day));

    private static Start First(FreeRows free, Func<DateOnly, bool> fits) => new(Enumerable.Range(2, 16).Select(free.Month.Day).First(fits));

    private static Start Working(Start from, int count)
    {
        var day = from.Day;
        for (; count > 0; count -= Calendar.IsWorkday(day) ? 1 : 0)
        {
            day = day.AddDays(1);
        }

        return new Start(day);
    }

    private static string Complaint(FreeRows free, DateTime accepted, DateTime? contacted, DateTime? finished = null, bool open = false, string type = "02") => free.Add("ticket",
        ("ticket_no", $"T{free.Id}"), ("biz_type", type), ("sub_type", "0204"), ("org_no", free.Station.OrgNo), ("is_urban", true), ("accept_time", accepted), ("contact_time", contacted),
        ("finish_time", open ? null : finished ?? accepted.AddDays(5)), ("deadline", accepted.AddDays(7)), ("satisfied", 5), ("callback_ok", true), ("is_true", true)).Text("ticket_no");
}
