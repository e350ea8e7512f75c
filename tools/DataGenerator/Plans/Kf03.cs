using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>抢修到达超时.</summary>
public sealed class Kf03 : ThemePlan
{
    public override string Theme => "KF-03";

    public override IEnumerable<FreePlant> Free =>
    [

        new("town, 45 minutes and a second", true, free => Repair(free, true, 45, 1)),
        new("country, 91 minutes", true, free => Repair(free, false, 91)),
        new("no arrival, finished after three hours", true, free => Repair(free, false, null)),
        new("neither arrived nor finished", true, free => Repair(free, true, null, open: true)),
        new("town, exactly 45 minutes", false, free => Repair(free, true, 45)),
        new("country, exactly 90 minutes", false, free => Repair(free, false, 90)),
        new("a question, answered after two hours", false, free => Repair(free, true, 120, type: "01")),
    ];

    private static string Repair(FreeRows free, bool town, int? minutes, int seconds = 0, bool open = false, string type = "05")
    {
        var accepted = free.At(8, 20, 0, 30);
        return free.Add("ticket", ("ticket_no", $"T{free.Id}"), ("biz_type", type), ("org_no", free.Station.OrgNo), ("is_urban", town), ("accept_time", accepted), ("contact_time", accepted.AddMinutes(2)),
            ("arrive_time", minutes is { } late ? accepted.AddMinutes(late).AddSeconds(seconds) : null), ("finish_time", open ? null : accepted.AddHours(3)), ("deadline", accepted.AddDays(1)),
            ("satisfied", 5), ("callback_ok", true), ("is_true", true)).Text("ticket_no");
    }
}
