using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>同一用户多需量.</summary>
public sealed class Dj06 : ThemePlan
{
    public override string Theme => "DJ-06";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [

        Hit(Archetype.Industry, "contract demand of one feed billed for two", Contract, story => Feeds(story, (300m, 400m), (450m, 500m))),
        Hit(Archetype.Industry, "110 % read on one of two feeds, only the contract billed", Contract, story => Feeds(story, (385m, 350m), (300m, 350m))),
        Hit(Archetype.Industry, "actual demand of one feed billed for two", Actual, story => Feeds(story, (500m, null), (400m, null))),
        Miss(Archetype.Industry, "both feeds read at exactly 105 % of the contract", Contract, story => Feeds(story, (367.5m, 350m), (367.5m, 350m))),
        Miss(Archetype.Industry, "one percent below the sum", Contract, AlmostRight),
        Miss(Archetype.Industry, "actual demands add up", Actual, story => Feeds(story, (350m, null), (250m, null))),
        Miss(Archetype.Industry, "the row of one feed written twice", Contract, Twice),
        Miss(Archetype.Industry, "one feed", Contract, AsWished),
    ];

    private static readonly Wish Contract = new(1000m, DemandMode: "2");
    private static readonly Wish Actual = new(1000m, DemandMode: "5");

    private static Row Only(AccountStory story) => story.All("bill_demand").First(row => row.Text("ym") == story.Month.Ym);

    private static void Feeds(AccountStory story, (decimal Read, decimal? Contract) first, (decimal Read, decimal? Contract) second)
    {
        var one = Only(story).With(("read_dmd", first.Read), ("contract_dmd", first.Contract));
        story.Add(one.Copy().With(("id", story.NextId("bill_demand")), ("sp_id", story.NextId("supply_point")), ("read_dmd", second.Read), ("contract_dmd", second.Contract)));
    }

    private static void AlmostRight(AccountStory story)
    {
        Feeds(story, (300m, 500m), (300m, 500m));
        story.Mp["contract_dmd"] = 990m;
        story.Bill["bill_dmd"] = 990m;
        Billing.Reprice(story.Bill);
    }

    private static void Twice(AccountStory story) => story.Add(Only(story).Copy().With(("id", story.NextId("bill_demand"))));
}
