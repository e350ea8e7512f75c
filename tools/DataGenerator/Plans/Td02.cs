using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>频繁停电.</summary>
public sealed class Td02 : ThemePlan
{
    public override string Theme => "TD-02";

    public override IEnumerable<FreePlant> Free =>
    [
        new("three outages in sixty days", true, free => Outages(free, ("02", 1), ("02", 20), ("02", 60))),
        new("one lies sixty-one days back", false, free => Outages(free, ("02", 1), ("02", 20), ("02", 61))),
        new("one was a cut for arrears", false, free => Outages(free, ("02", 1), ("02", 20), ("05", 30))),
        new("two outages", false, free => Outages(free, ("02", 3), ("02", 9))),
    ];

    private static string Outages(FreeRows free, params (string Type, int DaysBack)[] outages)
    {
        free.Add("tg", ("tg_id", free.Id), ("tg_name", $"{free.Id}台区"), ("line_id", free.Station.Lines[0]), ("org_no", free.Station.OrgNo), ("capacity", 315m));
        foreach (var ((type, back), i) in outages.Select((outage, i) => (outage, i)))
        {
            var start = free.Month.Last.AddDays(-back).ToDateTime(new TimeOnly(13, 0));
            free.Add("outage", ("outage_id", free.Id + i), ("org_no", free.Station.OrgNo), ("line_id", free.Station.Lines[0]), ("tg_id", free.Id), ("stop_type", type),
                ("start_time", start), ("end_time", start.AddHours(2)), ("cust_cnt", 70));
        }

        return $"{free.Id}";
    }
}
