using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>自动化抄表结算率低: each plant is a team of a station with one reading section.</summary>
public sealed class Ch02 : ThemePlan
{
    public override string Theme => "CH-02";

    public override IEnumerable<FreePlant> Free =>
    [

        new("979 of 1,000 settled automatically", true, free => Team(free, 979, 1000)),
        new("not recorded how many", true, free => Team(free, null, 50)),
        new("exactly 98 percent", false, free => Team(free, 980, 1000)),
        new("nobody has remote collection", false, free => Team(free, 0, 0)),
    ];

    private static string Team(FreeRows free, int? settled, int equipped)
    {
        free.OrgNo = $"{free.Station.OrgNo}{free.Id / 100 % 100:00}";
        var path = $"/37/3703/{free.Station.OrgNo[..6]}/{free.Station.OrgNo}/{free.OrgNo}/";
        free.Add("org", ("org_no", free.OrgNo), ("org_name", $"{free.Station.Name[..2]}抄表{free.Id / 100 % 100}班"), ("short_name", "抄表班"), ("org_type", "06"), ("org_level", 5),
            ("parent_org_no", free.Station.OrgNo), ("org_path", path), ("busi_area", "01"), ("is_urban", free.Station.Urban), ("valid_from", new DateOnly(2000, 1, 1)));
        free.Add("mr_section", ("mr_sect_no", $"{free.Id}"), ("org_no", free.OrgNo), ("mr_mode", "301"), ("cycle", "1"), ("plan_day", 3), ("reader_no", free.Station.OrgNo + "02"),
            ("reader_since", free.Today.AddDays(-100)));
        free.Add("mr_plan", ("plan_id", free.Id), ("ym", free.Month.Ym), ("mr_sect_no", $"{free.Id}"), ("org_no", free.OrgNo), ("plan_date", free.Month.Day(10)), ("upload_time", free.At(10, 16)),
            ("calc_done_time", free.At(11, 9)), ("release_time", free.At(12, 9)), ("status", "08"), ("should_cnt", 1000), ("read_cnt", 1000), ("auto_cnt", settled), ("coll_cnt", equipped));
        return free.OrgNo;
    }
}
