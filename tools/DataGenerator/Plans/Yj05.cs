using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>用电检查计划未完成.</summary>
public sealed class Yj05 : ThemePlan
{
    public override string Theme => "YJ-05";

    public override IEnumerable<FreePlant> Free =>
    [
        new("done a day late", true, free => Task(free, free.Month.Day(21))),
        new("not done", true, free => Task(free, null)),
        new("done on the last day", false, free => Task(free, free.Month.Day(20))),
    ];

    private static string Task(FreeRows free, DateOnly? done) => free.Add("inspect_task", ("id", free.Id), ("ym", free.Month.Ym), ("cons_no", $"I{free.Id}"),
        ("org_no", free.Station.OrgNo), ("chk_type", "100"), ("plan_end", free.Month.Day(20)), ("done_date", done)).Text("cons_no");
}
