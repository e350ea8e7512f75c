using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>供售电量人工调整异常.</summary>
public sealed class Xs04 : ThemePlan
{
    public override string Theme => "XS-04";

    public override IEnumerable<GridPlant> Grid =>
    [
        new("02", "1,000.01 kWh on 100,000", true, area => area.Back(0)["adj_pq"] = 1000.01m),
        new("01", "9,000.01 kWh taken off 900,000", true, line => line.Back(0)["adj_pq"] = -9000.01m),
        new("02", "exactly 1,000 kWh on 90,000", false, area => area.Back(0).With(("supply_pq", 90_000m), ("adj_pq", 1000m))),
        new("02", "exactly one percent", false, area => area.Back(0)["adj_pq"] = 1000m),
        new("01", "exactly one percent of a line", false, line => line.Back(0)["adj_pq"] = -9000m),
        new("01", "last month only", false, line => line.Back(1)["adj_pq"] = 50_000m),
    ];
}
