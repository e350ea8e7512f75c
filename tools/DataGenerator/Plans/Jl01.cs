using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>表计拆除后仍有采集电量.</summary>
public sealed class Jl01 : ThemePlan
{
    public override string Theme => "JL-01";

    public override IEnumerable<AccountPlant> Accounts(Month month) => new[]
    {
        Hit(Archetype.Resident, "twelve days of energy after removal", Wish.None, story => Removed(story, 10, 12, 3.2m)),
        Hit(Archetype.Business, "one day, 1.01 kWh", new(10m), story => Removed(story, 20, 1, 1.01m)),
        Hit(Archetype.Resident, "moved between stations: 0.6 kWh under each", Wish.None, story => Removed(story, 15, 2, 0.6m)[^1]["org_no"] = Other(story)),
        Hit(Archetype.Resident, "removed last month, still collecting", Wish.None, story => Removed(story, -3, 4, 2m)),
        Miss(Archetype.Resident, "exactly 1.00 kWh after removal", Wish.None, story => Removed(story, 10, 1, 1.00m)),
        Miss(Archetype.Resident, "energy on the day of removal only", Wish.None, story => Removed(story, 12, 0, 0m)),
        Miss(Archetype.Resident, "values of failed collections", Wish.None, story => Array.ForEach(Removed(story, 10, 3, 2m), row => row["succ"] = false)),
        Miss(Archetype.Resident, "energy after removal in the month before only", Wish.None, story => Removed(story, -4, 3, 2m)),
    }.Select(plant => plant with { Key = story => story.All("meter")[^1].Text("asset_no") });

    /// <summary>Adds an old meter removed on a day of the month (counted back from its first day if negative) that is read for some days after.</summary>
    private static Row[] Removed(AccountStory story, int day, int daysAfter, decimal energy)
    {
        var removed = story.Month.First.AddDays(day < 0 ? day : day - 1);
        var old = story.Meter.Copy().With(("meter_id", story.NextId("meter")), ("asset_no", $"AS{story.NextId("asset"):00000000000}"), ("status", "015"),
            ("remove_date", removed), ("remove_read", 3521.5m));
        story.Meter["install_date"] = removed;
        story.Add(old);
        Write(story, old, removed, 3521.5m, 4m);
        return [.. Enumerable.Range(1, daysAfter).Select(i => Write(story, old, removed.AddDays(i), 3521.5m + (i * energy), energy))];
    }

    private static Row Write(AccountStory story, Row meter, DateOnly date, decimal reading, decimal energy) => story.Add("coll_day", ("meter_id", meter["meter_id"]),
        ("data_date", date), ("cons_no", story.Number), ("org_no", story.OrgNo), ("read_fwd", reading), ("read_rev", 0m), ("pq_fwd", energy), ("pq_rev", 0m), ("pq_valley", 0m),
        ("max_load_kw", 0.5m), ("succ", true));

    private static string Other(AccountStory story) => story.OrgNo == "37030601" ? "37030602" : "37030601";
}
