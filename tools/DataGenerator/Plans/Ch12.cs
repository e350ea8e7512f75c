using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>抄表员轮换超期.</summary>
public sealed class Ch12 : ThemePlan
{
    public override string Theme => "CH-12";

    public override IEnumerable<FreePlant> Free =>
    [
        new("731 days", true, free => Section(free, section => section["reader_since"] = free.Today.AddDays(-731))),
        new("exactly 730 days", false, free => Section(free, section => section["reader_since"] = free.Today.AddDays(-730))),
        new("read from afar", false, free => Section(free, section => section.With(("reader_since", free.Today.AddDays(-2000)), ("mr_mode", "301")))),
    ];

    private static string Section(FreeRows free, Action<Row>? change = null)
    {
        var number = $"{free.Id}";
        var section = free.Add("mr_section", ("mr_sect_no", number), ("org_no", free.Station.OrgNo), ("mr_mode", "101"), ("cycle", "1"), ("plan_day", 3),
            ("reader_no", free.Station.OrgNo + "02"), ("reader_since", free.Today.AddDays(-100)));
        change?.Invoke(section);
        return number;
    }
}
