using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>业扩流程超时限.</summary>
public sealed class Yk01 : ThemePlan
{
    public override string Theme => "YK-01";

    public override IEnumerable<FreePlant> Free =>
    [

        new("high voltage, answered after 16 working days", true, free => Step(free, "104", "A05", 16)) { Also = Running },
        new("3 days recorded, 16 by the calendar", true, free => Step(free, "104", "A05", 16, recorded: 3m)) { Also = Running },
        new("household, answered after 4 working days", true, free => Step(free, "101", "A05", 4)),
        new("not energised yet after 6 working days", true, free => Step(free, "102", "A45", 6, open: true)),
        new("high voltage, answered after exactly 15 working days", false, free => Step(free, "104", "A05", 15)) { Also = Running },
        new("30 days recorded, 10 by the calendar", false, free => Step(free, "104", "A05", 10, recorded: 30m)) { Also = Running },
        new("household, answered after 3 working days", false, free => Step(free, "101", "A05", 3)),
        new("low-voltage business, answered after 7 working days", false, free => Step(free, "102", "A05", 7)),
        new("late in the month before", false, free => Step(free, "102", "A05", 20, months: 1)),
    ];

    private static readonly string[] Running = ["YK-05"];

    private static string Step(FreeRows free, string type, string step, int days, decimal? recorded = null, bool open = false, int months = 0)
    {
        var end = open ? free.Today : Calendar.WorkdaysBefore(free.Month.Add(-months).Last, 1);
        while (!open && !Calendar.IsWorkday(end))
        {
            end = end.AddDays(-1);
        }

        var begin = Calendar.WorkdaysBefore(end, days);
        var order = Orders.Of($"B{free.Id}", type, free.Station.OrgNo, begin.ToDateTime(new TimeOnly(9, 0)), null, null);
        free.Add(order);
        free.Add("biz_step", ("id", free.Id), ("app_no", order["app_no"]), ("step", step), ("begin_time", begin.ToDateTime(new TimeOnly(16, 0))),
            ("end_time", open ? null : end.ToDateTime(new TimeOnly(9, 0))), ("workdays", recorded ?? days), ("emp_no", free.Station.OrgNo + "04"));
        return order.Text("app_no");
    }
}
