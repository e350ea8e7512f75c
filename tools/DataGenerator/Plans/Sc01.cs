using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>光伏用户超容量发电.</summary>
public sealed class Sc01 : ThemePlan
{
    public override string Theme => "SC-01";

    public override IEnumerable<FreePlant> Free =>
    [
        new("three months above one and a half times", true, free => Plant(free, 3150.01m, 3150.01m, 3200m)),
        new("exactly one and a half times", false, free => Plant(free, 3150m, 3150m, 3150m)),
        new("two of three months", false, free => Plant(free, 3500m, 3500m, 3000m)),
    ];

    private static string Plant(FreeRows free, params decimal[] energies)
    {
        var number = $"G{free.Id}";
        free.Add("pv", ("gen_no", number), ("cons_no", $"N{free.Id}"), ("org_no", free.Station.OrgNo), ("type", "02"), ("mode", "03"), ("cap_kw", 20m),
            ("grid_date", new DateOnly(2023, 8, 1)), ("contract_ok", true));
        foreach (var (energy, back) in energies.Select((energy, back) => (energy, back)))
        {
            free.Add("pv_month", ("gen_no", number), ("ym", free.Month.Add(-back).Ym), ("gen_pq", energy), ("up_pq", energy), ("self_pq", 0m), ("subsidy", 0m), ("ref_hours", 105m));
        }

        return number;
    }
}
