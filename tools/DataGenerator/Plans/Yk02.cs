using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>业扩环节倒置.</summary>
public sealed class Yk02 : ThemePlan
{
    public override string Theme => "YK-02";

    public override IEnumerable<FreePlant> Free =>
    [

        new("contract the day after energising", true, free => Steps(free, "A16", free.At(12, 15), free.At(13, 9))),
        new("completion test one second after energising", true, free => Steps(free, "A15", free.At(12, 15), free.At(12, 15, 0, 1))),
        new("contract never finished", true, free => Steps(free, "A16", free.At(12, 15), null)),
        new("energised last month, contract added this month", true, free => Steps(free, "A16", free.At(12, 15).AddMonths(-1), free.At(3, 9))),
        new("both in the same second", false, free => Steps(free, "A16", free.At(12, 15), free.At(12, 15))),
        new("contract the day before", false, free => Steps(free, "A16", free.At(12, 15), free.At(11, 9))),
        new("reversed last month", false, free => Steps(free, "A16", free.At(12, 15).AddMonths(-1), free.At(13, 9).AddMonths(-1))),
    ];

    private static string Steps(FreeRows free, string step, DateTime powered, DateTime? done)
    {
        var order = Orders.Of($"B{free.Id}", "102", free.Station.OrgNo, free.At(1, 9).AddMonths(-2), powered, null);
        free.Add(order);
        foreach (var (name, end, i) in new[] { ("A45", (DateTime?)powered, 1), (step, done, 2) })
        {
            free.Add("biz_step", ("id", free.Id + i), ("app_no", order["app_no"]), ("step", name), ("begin_time", (end ?? powered).AddHours(-2)), ("end_time", end), ("workdays", 0m),
                ("emp_no", free.Station.OrgNo + "04"));
        }

        return order.Text("app_no");
    }
}
