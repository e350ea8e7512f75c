using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>反向有功电量异常.</summary>
public sealed class Jl03 : ThemePlan
{
    public override string Theme => "JL-03";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Resident, "household, 10.01 kWh", Wish.None, story => Reverse(story, 10.01m)),
        Hit(Archetype.Industry, "high voltage, 100.01 kWh", Wish.None, story => Reverse(story, 100.01m)),
        Miss(Archetype.Resident, "household, exactly 10 kWh", Wish.None, story => Reverse(story, 10m)),
        Miss(Archetype.Industry, "high voltage, exactly 100 kWh", Wish.None, story => Reverse(story, 100m)),
        Miss(Archetype.Resident, "has a solar plant", Wish.None, story => Solar(story, Reverse(story, 90m))),
    ];

    private static Row Reverse(AccountStory story, decimal energy)
    {
        Collection.Day(story, 4)["pq_rev"] = energy - 5m;
        return Collection.Day(story, 5).With(("pq_rev", 5m));
    }

    private static void Solar(AccountStory story, Row day) => story.Add("pv", ("gen_no", "G" + story.Number), ("cons_no", day["cons_no"]), ("org_no", story.OrgNo), ("type", "02"),
        ("mode", "03"), ("cap_kw", 10m), ("grid_date", story.Month.Add(-9).First), ("contract_ok", true));
}
