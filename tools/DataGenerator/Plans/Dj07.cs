using CaseMgmt.DataGenerator.Accounts;
using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>基本电费少计.</summary>
public sealed class Dj07 : ThemePlan
{
    public override string Theme => "DJ-07";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [

        Hit(Archetype.Industry, "800 of 1,000 kVA billed", new(1000m), story => Capacity(story, 800m)),
        Hit(Archetype.Industry, "demand of 800 on a contract of 700 billed at the contract", new(1000m, DemandMode: "2"), story => story.Bill["max_dmd"] = 800m),
        Hit(Archetype.Industry, "90 % of the demand price without the energy for it", new(1000m, DemandMode: "5"), story => Charge(story, story.Bill.Number("base_amt") * 0.9m)) with { Also = ["DJ-19"] },
        Hit(Archetype.Industry, "10.01 yuan too little", new(1000m), story => Charge(story, 27_989.99m)),
        Hit(Archetype.Industry, "sealed after the month's end, billed without it already", new(1000m), story => Capacity(SealedLater(story), 500m)),
        Hit(Archetype.Industry, "fee missing", new(1000m), story => Charge(story, null)) with { Also = ["DJ-03"] },
        Miss(Archetype.Industry, "exactly 10 yuan too little", new(1000m), story => Charge(story, 27_990m)),
        Miss(Archetype.Industry, "90 % of the demand price at exactly 260 kWh per kVA", new(1000m, DemandMode: "2", Energy: 260_000m), story =>
        {
            Change.Energy(story, story.Bill, 260_000m);
            Charge(story, 26_460m);
        }) with { Planted = Discount.IsUnknownIn(month) },
        Miss(Archetype.Industry, "reduction archived on the last second of the month", new(1000m), story =>
        {
            Capacity(story, 800m);
            story.Add(Orders.Of($"X{story.Index}", "201", story.OrgNo, story.Month.First.ToDateTime(new TimeOnly(9, 0)), null, story.Month.Last.ToDateTime(new TimeOnly(23, 59, 59)), story.Number));
        }),
        Miss(Archetype.Industry, "stopped on the tenth, no order recorded", new(1000m), story =>
        {
            Change.Suspend(story, story.The("transformer"), story.Month.Day(10), story.Month.Next.Last, null);
            Charge(story, 18_516.13m);
        }),
        Miss(Archetype.Industry, "sealed after the month's end, billed in full", new(1000m), story => SealedLater(story)),
    ];

    private static void Capacity(AccountStory story, decimal billed)
    {
        story.Bill["bill_cap"] = billed;
        Billing.Reprice(story.Bill);
    }

    private static void Charge(AccountStory story, decimal? fee)
    {
        story.Bill["base_amt"] = fee;
        Billing.PowerFactor(story.Bill);
        Billing.Total(story.Bill);
    }

    private static AccountStory SealedLater(AccountStory story)
    {
        story.The("transformer").With(("run_status", "02"), ("seal_date", story.Month.Next.Day(5)));
        return story;
    }
}
