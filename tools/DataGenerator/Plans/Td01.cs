using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>计划停电发布不及时.</summary>
public sealed class Td01 : ThemePlan
{
    public override string Theme => "TD-01";

    public override IEnumerable<FreePlant> Free =>
    [
        new("planned outage, one minute short of seven days", true, free => Outage(free, "01", free.At(13, 8, 1))),
        new("temporary outage, 23 hours before", true, free => Outage(free, "07", free.At(19, 9))),
        new("never announced", true, free => Outage(free, "01", null)),
        new("exactly seven days before", false, free => Outage(free, "01", free.At(13, 8))),
        new("temporary outage, exactly a day before", false, free => Outage(free, "07", free.At(19, 8))),
        new("a fault is not announced", false, free => Outage(free, "02", null)),
    ];

    private static string Outage(FreeRows free, string type, DateTime? issued) => $"{free.Add("outage", ("outage_id", free.Id), ("org_no", free.Station.OrgNo),
        ("line_id", free.Station.Lines[0]), ("tg_id", null), ("stop_type", type), ("plan_start", free.At(20, 8)), ("plan_end", free.At(20, 12)), ("start_time", free.At(20, 8)),
        ("end_time", free.At(20, 11)), ("issue_time", issued), ("cust_cnt", 50))["outage_id"]}";
}
