using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>力率执行标准异常.</summary>
public sealed class Dj08 : ThemePlan
{
    public override string Theme => "DJ-08";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Industry, "industry of 500 kVA on 0.85", new(500m), story => Assess(story, "2")),
        Hit(Archetype.HighVoltageBusiness, "commerce of 200 kVA without standard", new(200m), story => Assess(story, "0")),
        Hit(Archetype.Industry, "standard missing", new(400m), story => Assess(story, null)),
        Miss(Archetype.Industry, "industry of exactly 160 kVA on 0.85", new(160m), AsWished),
        Miss(Archetype.HighVoltageBusiness, "commerce of exactly 100 kVA on 0.85", new(100m), AsWished),
        Miss(Archetype.Industry, "wrong in a correction bill only", new(500m), story => Change.ExtraBill(story, story.Month, "0202")["pf_std"] = "2"),
    ];

    private static void Assess(AccountStory story, string? standard)
    {
        story.Bill["pf_std"] = standard;
        Billing.PowerFactor(story.Bill);
        Billing.Total(story.Bill);
    }
}
