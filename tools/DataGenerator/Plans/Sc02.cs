using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>光伏长期零发电、全额上网户自用.</summary>
public sealed class Sc02 : ThemePlan
{
    public override string Theme => "SC-02";

    public override IEnumerable<FreePlant> Free =>
    [
        new("exactly five hours in both months", true, free => Plant(free, "03", Long(free), 100m, 0m)),
        new("sells everything, yet uses some itself", true, free => Plant(free, "02", Long(free), 2000m, 100.01m)),
        new("a little more than five hours", false, free => Plant(free, "03", Long(free), 100.01m, 0m)),
        new("connected this month", false, free => Plant(free, "03", free.Month.Day(3), 0m, 0m)),
        new("sells everything, uses exactly five percent", false, free => Plant(free, "02", Long(free), 2000m, 100m)),
    ];

    /// <summary>Connected years before the window.</summary>
    private static DateOnly Long(FreeRows free) => free.Month.Add(-33).First;

    private static string Plant(FreeRows free, string mode, DateOnly connected, decimal energy, decimal own)
    {
        var number = $"G{free.Id}";
        free.Add("pv", ("gen_no", number), ("cons_no", $"N{free.Id}"), ("org_no", free.Station.OrgNo), ("type", "02"), ("mode", mode), ("cap_kw", 20m), ("grid_date", connected),
            ("contract_ok", true));
        for (var back = 0; back < 2; back++)
        {
            free.Add("pv_month", ("gen_no", number), ("ym", free.Month.Add(-back).Ym), ("gen_pq", energy), ("up_pq", energy - own), ("self_pq", own), ("subsidy", 0m), ("ref_hours", 105m));
        }

        return number;
    }
}
