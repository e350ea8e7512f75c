using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>回访不满意.</summary>
public sealed class Kf04 : ThemePlan
{
    public override string Theme => "KF-04";

    public override IEnumerable<FreePlant> Free =>
    [

        new("score of two", true, free => Ticket(free, 2, true)),
        new("call-back failed", true, free => Ticket(free, null, false)),
        new("finished in the last second of the month, score of one", true, free => Ticket(free, 1, true, free.Month.Last.ToDateTime(new TimeOnly(23, 59, 59)))),
        new("score of three", false, free => Ticket(free, 3, true)),
        new("not called back yet", false, free => Ticket(free, null, null)),
        new("finished in the month before", false, free => Ticket(free, 1, true, free.Month.Previous.Last.ToDateTime(new TimeOnly(23, 59, 59)))),
    ];

    private static string Ticket(FreeRows free, int? score, bool? reached, DateTime? finished = null) => free.Add("ticket", ("ticket_no", $"T{free.Id}"), ("biz_type", "01"),
        ("org_no", free.Station.OrgNo), ("is_urban", true), ("accept_time", (finished ?? free.At(9, 9)).AddHours(-5)), ("contact_time", (finished ?? free.At(9, 9)).AddHours(-4)),
        ("finish_time", finished ?? free.At(9, 9)), ("deadline", free.At(20, 9)), ("satisfied", score), ("callback_ok", reached), ("is_true", true)).Text("ticket_no");
}
