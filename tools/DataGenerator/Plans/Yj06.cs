using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>客户安全隐患整改超期.</summary>
public sealed class Yj06 : ThemePlan
{
    public override string Theme => "YJ-06";

    public override IEnumerable<FreePlant> Free =>
    [
        new("planned for yesterday", true, free => Hazard(free, -1, null, true)),
        new("customer not notified", true, free => Hazard(free, 30, null, false)),
        new("planned for today", false, free => Hazard(free, 0, null, true)),
        new("late but removed", false, free => Hazard(free, -20, free.Today.AddDays(-2), true)),
    ];

    private static string Hazard(FreeRows free, int plan, DateOnly? done, bool notified) => free.Add("safety_hazard", ("id", free.Id), ("cons_no", $"Z{free.Id}"),
        ("org_no", free.Station.OrgNo), ("found_date", free.Today.AddDays(-60)), ("plan_date", free.Today.AddDays(plan)), ("done_date", done), ("notify_flag", notified),
        ("importance", "03")).Text("cons_no");
}
