using CaseMgmt.Cases.Monitoring.Model;

namespace CaseMgmt.DataGenerator.County;

/// <summary>Feeders and areas with their losses, reading sections with their plans, and the staff of a station.</summary>
public static class Grid
{
    private static readonly string[] Posts = ["所长", "抄表员", "核算员", "用电检查员", "台区经理", "台区经理"];

    public static IEnumerable<Row> Rows(Station station, GeneratorOptions options) =>
        Staff(station).Concat(Lines(station, options)).Concat(Areas(station, options)).Concat(Sections(station, options));

    public static IEnumerable<Row> Object(LossStory story)
    {
        var names = story.Type == "02" ? Area(story.Station, story.Id, story.Station.Lines[0]) : Line(story.Station, story.Id, story.Type == "03");
        return story.Rows.Prepend(names);
    }

    private static IEnumerable<Row> Staff(Station station) => Posts.Select((post, i) => new Row(MarketingModel.Current["staff"]).With(
        ("emp_no", $"{station.OrgNo}{i + 1:00}"), ("emp_name", Accounts.Names.Person(new Random(station.Index * 100 + i))), ("org_no", station.OrgNo), ("dept_name", "营销班"),
        ("specialty", $"{(i % 7) + 1:00}"), ("position", post), ("tech_level", "03"), ("mobile", $"139{station.Index:0000}{i:0000}"), ("active", true)));

    private static IEnumerable<Row> Lines(Station station, GeneratorOptions options) =>
        station.Lines.SelectMany(id => Object(new LossStory("01", id, station, options)));

    private static IEnumerable<Row> Areas(Station station, GeneratorOptions options)
    {
        for (var i = 0; i < station.Areas.Count; i++)
        {
            yield return Area(station, station.Areas[i], station.LineOfArea(i));
            yield return new Row(MarketingModel.Current["transformer"]).With(("tran_id", station.Areas[i] + 800_000_000_000L), ("tg_id", station.Areas[i]), ("pub_priv", "01"),
                ("capacity", 315m), ("ms_flag", "01"), ("run_status", "01"), ("install_date", new DateOnly(2015, 5, 1)));
            foreach (var row in new LossStory("02", station.Areas[i], station, options).Rows)
            {
                yield return row;
            }
        }
    }

    private static Row Line(Station station, long id, bool dedicated) => new Row(MarketingModel.Current["line"]).With(("line_id", id),
        ("line_name", $"10kV{station.Name[..2]}{id % 1000:000}{(dedicated ? "专线" : "线")}"), ("volt_code", "AC00101"), ("org_no", station.OrgNo), ("line_type", dedicated ? "1" : "2"));

    private static Row Area(Station station, long id, long line) => new Row(MarketingModel.Current["tg"]).With(("tg_id", id), ("tg_name", $"{station.Name[..2]}{id % 10_000:0000}台区"),
        ("line_id", line), ("org_no", station.OrgNo), ("capacity", 315m), ("manager_emp", station.OrgNo + "05"));

    private static IEnumerable<Row> Sections(Station station, GeneratorOptions options)
    {
        var last = Month.Parse(options.Ym);
        for (var i = 0; i < station.Areas.Count; i++)
        {
            var day = (i % 5) + 1;
            yield return new Row(MarketingModel.Current["mr_section"]).With(("mr_sect_no", station.Section(i)), ("org_no", station.OrgNo), ("mr_mode", "301"), ("cycle", "1"),
                ("plan_day", day), ("reader_no", station.OrgNo + "02"), ("reader_since", last.Add(-6).First));
            for (var month = last.Add(1 - options.Months); month.Seq <= last.Seq; month = month.Next)
            {
                yield return Plan(station, i, month, day);
            }
        }
    }

    private static Row Plan(Station station, int section, Month month, int day)
    {
        var planned = month.Day(day);
        return new Row(MarketingModel.Current["mr_plan"]).With(("plan_id", (station.Areas[section] * 10_000) + (month.Seq % 10_000)), ("ym", month.Ym),
            ("mr_sect_no", station.Section(section)), ("org_no", station.OrgNo), ("plan_date", planned), ("upload_time", planned.ToDateTime(new TimeOnly(16, 5))),
            ("calc_done_time", planned.AddDays(1).ToDateTime(new TimeOnly(9, 0))), ("release_time", planned.AddDays(2).ToDateTime(new TimeOnly(9, 30))), ("status", "08"),
            ("should_cnt", 80), ("read_cnt", 80), ("auto_cnt", 80), ("coll_cnt", 80));
    }
}
