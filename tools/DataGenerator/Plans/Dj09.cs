using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>力调电费计算异常.</summary>
public sealed class Dj09 : ThemePlan
{
    public override string Theme => "DJ-09";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [

        Hit(Archetype.Industry, "percentage half a point off", new(500m), story => Adjust(story, 0.94m, -0.1m)),
        Hit(Archetype.Industry, "factor of 0.96 recorded for 0.94", new(500m), story => Adjust(story, 0.96m, -0.75m)),
        Hit(Archetype.Industry, "1.02 yuan off", new(500m), story => Adjust(story, 0.94m, -0.6m, 1.02m)),
        Hit(Archetype.Industry, "no percentage at all", new(500m), story => story.Bill["pf_pct"] = null),
        Hit(Archetype.Industry, "reactive energy missing", new(500m), story => story.Bill["rq"] = null),
        Miss(Archetype.Industry, "factor exactly 0.01 off, the rest right for it", new(500m), story => Adjust(story, 0.95m, -0.75m)),
        Miss(Archetype.Industry, "0.98 yuan off", new(500m), story => Adjust(story, 0.94m, -0.6m, 0.98m)),
        Miss(Archetype.Industry, "wrong in a correction bill only", new(500m), story => Change.ExtraBill(story, story.Month, "0202")["pf_pct"] = 9m),
        Miss(Archetype.HighVoltageBusiness, "not assessed", new(99m), story => story.Bill["pf_pct"] = 1m),
    ];

    private static void Adjust(AccountStory story, decimal factor, decimal percent, decimal off = 0)
    {
        var fees = story.Bill.Number("kwh_amt") + story.Bill.Number("base_amt");
        story.Bill.With(("actual_pf", factor), ("pf_pct", percent), ("pf_amt", Math.Round(fees * percent / 100, 2) + off));
        Billing.Total(story.Bill);
    }
}
