using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>营业厅服务规范异常.</summary>
public sealed class Kf05 : ThemePlan
{
    public override string Theme => "KF-05";

    public override IEnumerable<FreePlant> Free =>
    [

        new("nobody on duty", true, free => Hall(free, ("04", true, 5))),
        new("no morning meeting", true, free => Hall(free, ("00", false, 5))),
        new("two findings in a month", true, free => Hall(free, ("02", true, 1), ("01", true, 28))),
        new("all well, kind not recorded", false, free => Hall(free, ("00", true, 5), (null, true, 6))),
        new("a finding in the month before", false, free => Hall(free, ("06", true, -3))),
    ];

    private static string Hall(FreeRows free, params (string? Kind, bool Met, int Day)[] checks)
    {
        foreach (var ((kind, met, day), i) in checks.Select((check, i) => (check, i)))
        {
            free.Add("hall_check", ("id", free.Id + i), ("hall_no", $"H{free.Id}"), ("org_no", free.Station.OrgNo), ("check_date", free.Month.First.AddDays(day - 1)), ("abn_type", kind),
                ("morning_meeting", met));
        }

        return $"H{free.Id}";
    }
}
