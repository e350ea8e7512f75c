using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>三类容量不一致.</summary>
public sealed class Ht04 : ThemePlan
{
    private static readonly string[] Underbilled = ["DJ-07"];

    public override string Theme => "HT-04";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Industry, "1.000001 kVA too much", new(400m), story => Grow(story, 1.000001m)) with { Also = Underbilled },
        Hit(Archetype.Industry, "630 kVA on a contract of 500", new(500m), story => Grow(story, 130m)) with { Also = Underbilled },
        Hit(Archetype.HighVoltageBusiness, "50 kVA too little", new(250m), story => Grow(story, -50m)),
        Miss(Archetype.Industry, "exactly 1 kVA too much", new(400m), story => Grow(story, 1m)) with { Also = Underbilled },
        Miss(Archetype.Industry, "a second transformer was taken down", new(400m), story => story.Add(story.The("transformer").Copy().With(("tran_id", story.NextId("transformer")), ("run_status", "03")))),
    ];

    private static void Grow(AccountStory story, decimal by) => story.The("transformer")["capacity"] = story.Capacity + by;
}
