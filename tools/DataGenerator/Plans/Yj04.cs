using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>违约窃电处理不规范.</summary>
public sealed class Yj04 : ThemePlan
{
    public override string Theme => "YJ-04";

    public override IEnumerable<FreePlant> Free =>
    [

        new("old rules, a cent below 99 % of three times", true, free => Case(free, new DateOnly(2024, 5, 31), free.Month.Day(20), 2969.99m)),
        new("old rules, nothing collected", true, free => Case(free, new DateOnly(2024, 5, 20), free.Month.Day(20), null)),
        new("terminated this month", true, free => Case(free, free.Month.Day(2), free.Month.Last, 3000m, terminated: true)),
        new("open for 31 days", true, free => Case(free, free.Today.AddDays(-31), null, null)),
        new("old rules, exactly 99 % of three times", false, free => Case(free, new DateOnly(2024, 5, 31), free.Month.Day(20), 2970m)),
        new("new rules: three times is an upper bound", false, free => Case(free, new DateOnly(2024, 6, 1), free.Month.Day(20), 1000m)),
        new("terminated in the month before", false, free => Case(free, free.Month.Previous.Day(2), free.Month.Previous.Last, 3000m, terminated: true)),
        new("open for 30 days", false, free => Case(free, free.Today.AddDays(-30), null, null)),
    ];

    private static string Case(FreeRows free, DateOnly found, DateOnly? closed, decimal? penalty, bool terminated = false) => free.Add("violation", ("case_no", $"V{free.Id}"),
        ("cons_no", $"N{free.Id}"), ("org_no", free.Station.OrgNo), ("attr", "01"), ("type", "02"), ("found_date", found), ("finish_date", closed), ("cap", 50m), ("months", 3m), ("rs_pq", 0m),
        ("rs_amt", 1000m), ("penalty", penalty), ("std_mult", 3m), ("terminated", terminated)).Text("case_no");
}
