using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>供用电合同签订异常.</summary>
public sealed class Ht02 : ThemePlan
{
    public override string Theme => "HT-02";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Business, "contract void", Wish.None, story => Contract(story)["status"] = "4"),
        Hit(Archetype.Industry, "ended yesterday", Wish.None, story => Contract(story)["end_date"] = story.Options.Today.AddDays(-1)),
        Hit(Archetype.Business, "ends in thirty days, no renewal", Wish.None, story => Contract(story)["end_date"] = story.Options.Today.AddDays(30)),
        Miss(Archetype.Business, "ends in thirty-one days", Wish.None, story => Contract(story)["end_date"] = story.Options.Today.AddDays(31)),
        Miss(Archetype.Business, "ends in ten days, renewal signed", Wish.None, Renewed),
        Miss(Archetype.Business, "no end", Wish.None, story => Contract(story)["end_date"] = null),
        Miss(Archetype.Resident, "household", Wish.None, story => Contract(story)["status"] = "4"),
    ];

    private static Row Contract(AccountStory story) => story.The("contract");

    private static void Renewed(AccountStory story)
    {
        var end = story.Options.Today.AddDays(10);
        Contract(story)["end_date"] = end;
        story.Add(Contract(story).Copy().With(("contract_no", "HX" + story.Number), ("begin_date", end.AddDays(1)), ("end_date", end.AddYears(3))));
    }
}
