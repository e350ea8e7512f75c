using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>示数倒走飞走.</summary>
public sealed class Jl04 : ThemePlan
{
    public override string Theme => "JL-04";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Resident, "8 kVA, 288.01 kWh in a day", Wish.None, story => Collection.Day(story, 9)["pq_fwd"] = 288.01m),
        Hit(Archetype.Business, "runs back", Wish.None, story => Collection.Day(story, 9)["pq_fwd"] = -0.01m),
        Miss(Archetype.Resident, "8 kVA, exactly 288 kWh in a day", Wish.None, story => Collection.Day(story, 9)["pq_fwd"] = 288m),
        Miss(Archetype.Resident, "failed collection", Wish.None, story => Collection.Day(story, 9).With(("pq_fwd", 900m), ("succ", false))),
        Miss(Archetype.Resident, "in the month before", Wish.None, story => Before(story)["pq_fwd"] = 900m),
    ];

    private static Row Before(AccountStory story)
    {
        Collection.Ensure(story);
        return story.All("coll_day")[0];
    }
}
