using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>抄表准时率.</summary>
public sealed class Ch01 : ThemePlan
{
    public override string Theme => "CH-01";

    public override IEnumerable<FreePlant> Free =>
    [
        new("two days late", true, free => Section(free, null, plan => plan.With(("upload_time", free.At(12, 0, 1)), ("release_time", free.At(13, 9))))),
        new("two days early", true, free => Section(free, null, plan => plan.With(("upload_time", free.At(8, 23)), ("release_time", free.At(10, 9))))),
        new("never uploaded", true, free => Section(free, null, plan => plan.With(("upload_time", null), ("release_time", null)))),
        new("one day late at night", false, free => Section(free, null, plan => plan["upload_time"] = free.At(11, 23, 59))),
        new("one day early", false, free => Section(free, null, plan => plan["upload_time"] = free.At(9, 0, 1))),
    ];

    private static string Section(FreeRows free, Action<Row>? change = null, Action<Row>? plan = null)
    {
        var number = $"{free.Id}";
        var section = free.Add("mr_section", ("mr_sect_no", number), ("org_no", free.Station.OrgNo), ("mr_mode", "101"), ("cycle", "1"), ("plan_day", 3),
            ("reader_no", free.Station.OrgNo + "02"), ("reader_since", free.Today.AddDays(-100)));
        change?.Invoke(section);
        if (plan is not null)
        {
            plan(free.Add("mr_plan", ("plan_id", free.Id), ("ym", free.Month.Ym), ("mr_sect_no", number), ("org_no", free.Station.OrgNo), ("plan_date", free.Month.Day(10)),
                ("upload_time", free.At(10, 16)), ("calc_done_time", free.At(11, 9)), ("release_time", free.At(12, 9)), ("status", "08"), ("should_cnt", 80), ("read_cnt", 80),
                ("auto_cnt", 80), ("coll_cnt", 80)));
        }

        return number;
    }
}
