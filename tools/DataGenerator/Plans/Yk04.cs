using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>高压业扩工单抽查: the frame of the monthly sample.</summary>
public sealed class Yk04 : ThemePlan
{
    public override string Theme => "YK-04";

    public override IEnumerable<FreePlant> Free =>
    [

        new("connection archived in the last second of the month", true, free => Archived(free, "104", free.Month.Last.ToDateTime(new TimeOnly(23, 59, 59)))),
        new("enlargement archived in the first second", true, free => Archived(free, "111", free.Month.First.ToDateTime(TimeOnly.MinValue))),
        new("archived in the first second of the next month", false, free => Archived(free, "104", free.Month.Next.First.ToDateTime(TimeOnly.MinValue))),
        new("low voltage", false, free => Archived(free, "102", free.At(20, 9))),
        new("a reduction", false, free => Archived(free, "201", free.At(20, 9))),
    ];

    private static string Archived(FreeRows free, string type, DateTime archived)
    {
        var order = Orders.Of($"B{free.Id}", type, free.Station.OrgNo, archived.AddDays(-60), archived.AddDays(-5), archived);
        free.Add(order);
        return order.Text("app_no");
    }
}
