using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>停电超时.</summary>
public sealed class Td03 : ThemePlan
{
    public override string Theme => "TD-03";

    public override IEnumerable<FreePlant> Free =>
    [

        new("planned outage, 30 minutes and a second over", true, free => Outage(free, "01", free.At(20, 12, 30, 1))),
        new("temporary outage, an hour over", true, free => Outage(free, "07", free.At(20, 13))),
        new("not restored", true, free => Outage(free, "01", null)),
        new("exactly 30 minutes over", false, free => Outage(free, "01", free.At(20, 12, 30))),
        new("a fault", false, free => Outage(free, "02", free.At(20, 22))),
    ];

    private static string Outage(FreeRows free, string type, DateTime? end) => $"{free.Add("outage", ("outage_id", free.Id), ("org_no", free.Station.OrgNo), ("line_id", free.Station.Lines[0]),
        ("tg_id", null), ("stop_type", type), ("plan_start", free.At(20, 8)), ("plan_end", free.At(20, 12)), ("start_time", free.At(20, 8)), ("end_time", end), ("issue_time", free.At(10, 8)),
        ("cust_cnt", 50))["outage_id"]}";
}
