using static CaseMgmt.Cases.Tests.Monitoring.Boundaries.Story;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>Usage inspection and contracts at the edges.</summary>
public sealed class InspectionBoundaries
{
    public static TheoryData<Story> Stories =>
    [
        new("YJ-01", "exactly what 800 kVA delivers in April and a leap February", "202404", "", scene => Valley(scene, ("202404", 230_400m), ("202402", 222_720m))),
        new("YJ-01", "a hundredth more in both", "202404", "1", scene => Valley(scene, ("202404", 230_400.01m), ("202402", 222_720.01m))),
        new("YJ-01", "moved between stations between the two months", "202404", "1", scene => Valley(scene, ("202404", 250_000m), ("202403", 250_000m))),
        new("YJ-01", "one month billed twice", "202404", "", scene => Valley(scene, ("202404", 250_000m), ("202404", 250_000m))),
        new("YJ-02", "load never recorded", "202605", "", scene => Load(scene, null, null)),
        new("YJ-02", "two meters on one day are one day", "202605", "", scene => Load(scene, 600m, 600m, sameDay: true)),
        new("YJ-02", "two days", "202605", "1", scene => Load(scene, 600m, 600m)),
        new("YJ-03", "area without loss in the month before", "202605", "", scene =>
        {
            scene.Add("line_loss", ("obj_type", "02"), ("obj_id", 5), ("loss_rate", 9m));
            scene.Add("mp", ("tg_id", 5));
            scene.Add("bill", ("pq", 0m));
            scene.Add("bill", ("ym", "202604"), ("pq", 900m));
        }),
        new("YJ-04", "open for thirty days across the leap day", "202402", "", scene => scene.Add("violation", ("case_no", "V"), ("found_date", Day("2024-02-09")))),
        new("YJ-04", "open for 31 days", "202402", "V", scene => scene.Add("violation", ("case_no", "V"), ("found_date", Day("2024-02-08")))),
        new("YJ-05", "planned for the 29th of February, done the day after", "202402", "1", scene => scene.Add("inspect_task", ("plan_end", Day("2024-02-29")), ("done_date", Day("2024-03-01")))),
        new("YJ-05", "no planned day", "202402", "", scene => scene.Add("inspect_task", ("plan_end", null))),
        new("YJ-06", "neither planned day nor notice recorded", "202605", "1", scene => scene.Add("safety_hazard")),
        new("YJ-07", "checked 366 days ago across the leap day", "202402", "", scene => Fixed(scene, "2023-03-10")),
        new("YJ-07", "checked 367 days ago", "202402", "8", scene => Fixed(scene, "2023-03-09")),
        new("HT-01", "number of blanks", "202605", "1", scene => Phone(scene, "           ")),
        new("HT-01", "two contacts, the second without a number", "202605", "1", scene =>
        {
            Phone(scene, "13812345678");
            scene.Add("cons_contact", ("contact_type", "02"), ("mobile", null));
        }),
        new("HT-02", "ends in thirty days across the leap day", "202401", "1", scene => Contract(scene, "2024-03-11")),
        new("HT-02", "ends in 31 days", "202401", "", scene => Contract(scene, "2024-03-12")),
        new("HT-03", "every key field empty", "202605", "1", scene => scene.Add("cons", ("trade_code", null), ("volt_code", null))),
        new("HT-04", "transformers of no capacity recorded", "202605", "", scene =>
        {
            scene.Add("cons");
            scene.Add("transformer", ("capacity", null));
        }),
    ];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Rule_AtItsEdge_DecidesAsTold(Story story) => story.IsTold();

    private static void Valley(Scene scene, params (string Ym, decimal Energy)[] months)
    {
        scene.Add("cons");
        foreach (var ((month, energy), i) in months.Select((month, i) => (month, i)))
        {
            scene.Add("bill", ("ym", month), ("run_cap", 800m), ("pq_valley", energy), ("org_no", $"3703060{i + 1}"));
        }
    }

    private static void Load(Scene scene, decimal? first, decimal? second, bool sameDay = false)
    {
        scene.Add("cons");
        scene.Add("suspension", ("cap", 500m), ("tran_id", null), ("begin_date", Day("2026-04-01")));
        scene.Add("coll_day", ("meter_id", 1), ("data_date", Day("2026-05-05")), ("max_load_kw", first));
        scene.Add("coll_day", ("meter_id", 2), ("data_date", Day(sameDay ? "2026-05-05" : "2026-05-06")), ("max_load_kw", second));
    }

    private static void Fixed(Scene scene, string checkedOn)
    {
        scene.Add("cons");
        scene.Add("mp", ("mp_id", 8), ("pq_calc_mode", "2"), ("fixed_check_date", Day(checkedOn)));
    }

    private static void Phone(Scene scene, string number)
    {
        scene.Add("cons");
        scene.Add("cons_contact", ("contact_type", "02"), ("mobile", number));
    }

    private static void Contract(Scene scene, string end)
    {
        scene.Add("cons");
        scene.Add("contract", ("contract_no", "C"), ("end_date", Day(end)));
    }
}
