using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>长期欠费.</summary>
public sealed class Ch08 : ThemePlan
{
    public override string Theme => "CH-08";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Business, "owing for 91 days", Wish.None, story => Owe(story, 91)),
        Hit(Archetype.Industry, "owing for half a year", Wish.None, story => Owe(story, 180)),
        Miss(Archetype.Business, "owing for exactly 90 days", Wish.None, story => Owe(story, 90)),
        Miss(Archetype.Resident, "old and paid", Wish.None, story => Owe(story, 200)["owe"] = 0m),
    ];

    private static Row Owe(AccountStory story, int days) => story.All("receivable")[0].With(("owe", 120.5m), ("settled_date", null), ("due_date", story.Options.Today.AddDays(-days)));
}
