using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>拆表示数与末次采集示数不符.</summary>
public sealed class Jl02 : ThemePlan
{
    public override string Theme => "JL-02";

    public override IEnumerable<AccountPlant> Accounts(Month month) => new[]
    {
        Hit(Archetype.Resident, "10.01 kWh more collected than removed with", Wish.None, story => Removed(story, 10.01m)),
        Hit(Archetype.Resident, "removed with 50 kWh more than collected", Wish.None, story => Removed(story, -50m)),
        Hit(Archetype.Business, "0.6 on the dial of a meter times twenty", Wish.None, story => Removed(story, 0.6m, rate: 20m)),
        Hit(Archetype.Resident, "last collected three days before", Wish.None, story => Removed(story, 30m, gap: 3)),
        Miss(Archetype.Resident, "exactly 10 kWh", Wish.None, story => Removed(story, 10m)),
        Miss(Archetype.Resident, "last collected four days before", Wish.None, story => Removed(story, 30m, gap: 4)),
        Miss(Archetype.Resident, "a failed collection differs", Wish.None, story =>
        {
            Removed(story, 0m, gap: 1);
            Day(story, story.All("meter")[^1], story.Month.Day(15), 9000m)["succ"] = false;
        }),
        Miss(Archetype.Resident, "removed in the month before", Wish.None, story => Removed(story, 80m, removed: story.Month.First.AddDays(-2))),
    }.Select(plant => plant with { Key = story => story.All("meter")[^1].Text("asset_no") });

    private static void Removed(AccountStory story, decimal over, int gap = 0, decimal rate = 1, DateOnly? removed = null)
    {
        var day = removed ?? story.Month.Day(15);
        var old = story.Meter.Copy().With(("meter_id", story.NextId("meter")), ("asset_no", $"AS{story.NextId("asset"):00000000000}"), ("status", "015"), ("remove_date", day),
            ("remove_read", 3000m), ("ct_ratio", rate), ("rate", rate));
        story.Add(old);
        Day(story, old, day.AddDays(-gap), 3000m + over);
    }

    private static Row Day(AccountStory story, Row meter, DateOnly date, decimal reading) => story.Add("coll_day", ("meter_id", meter["meter_id"]), ("data_date", date), ("cons_no", story.Number),
        ("org_no", story.OrgNo), ("read_fwd", reading), ("read_rev", 0m), ("pq_fwd", 4m), ("pq_rev", 0m), ("pq_valley", 0m), ("max_load_kw", 0.5m), ("succ", true));
}
