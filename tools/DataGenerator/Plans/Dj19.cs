using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>需量电价 90% 优惠执行异常.</summary>
public sealed class Dj19 : ThemePlan
{
    public override string Theme => "DJ-19";

    public override string From => Discount.Since;

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [

        Hit(Archetype.Industry, "exactly 260 kWh per kVA at the full price", Demand, story => Bill(story, 260_000m, 1m)),
        Hit(Archetype.Industry, "259.99 kWh per kVA at 90 %", Demand, story => Bill(story, 259_999.99m, 0.9m)) with { Also = ["DJ-07"] },
        Miss(Archetype.Industry, "exactly 260 kWh per kVA at 90 %", Demand, story => Bill(story, 260_000m, 0.9m)) with { Also = Discount.IsUnknownIn(month) ? ["DJ-07"] : [] },
        Miss(Archetype.Industry, "259.99 kWh per kVA at the full price", Demand, story => Bill(story, 259_999.99m, 1m)),
        Miss(Archetype.Industry, "a correction bill at half the price", Demand, story => Change.ExtraBill(Right(story), story.Month, "0202")["base_amt"] = 100m),
        Miss(Archetype.Industry, "capacity mode", new(1000m, Energy: 300_000m), AsWished),
    ];

    private static readonly Wish Demand = new(1000m, DemandMode: "2", Energy: 260_000m);

    private static AccountStory Right(AccountStory story)
    {
        Bill(story, 255_000m, 1m);
        return story;
    }

    private static void Bill(AccountStory story, decimal energy, decimal share)
    {
        Change.Energy(story, story.Bill, energy);
        story.Bill["base_amt"] = Math.Round(story.Bill.Number("base_amt") * share, 2);
        Billing.PowerFactor(story.Bill);
        Billing.Total(story.Bill);
    }
}
