using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>农排大电量、反季节用电.</summary>
public sealed class Dj13 : ThemePlan
{
    public override string Theme => "DJ-13";

    public override IEnumerable<AccountPlant> Accounts(Month month) => month.IsWinter ? Winter() : Summer();

    private static IEnumerable<AccountPlant> Winter() =>
    [
        Hit(Archetype.Irrigation, "500.01 kWh in winter", Wish.None, story => Change.Energy(story, story.Bill, 500.01m)),
        Miss(Archetype.Irrigation, "exactly 500 kWh in winter", Wish.None, story => Change.Energy(story, story.Bill, 500m)),
    ];

    private static IEnumerable<AccountPlant> Summer() =>
    [
        Hit(Archetype.Irrigation, "30 kVA, 15,000.01 kWh", new(Energy: 15_000m), story => Change.Energy(story, story.Bill, 15_000.01m)),
        Miss(Archetype.Irrigation, "30 kVA, exactly 15,000 kWh", new(Energy: 15_000m), story => Change.Energy(story, story.Bill, 15_000m)),
        Miss(Archetype.Irrigation, "600 kWh outside winter", Wish.None, story => Change.Energy(story, story.Bill, 600m)),
    ];
}
