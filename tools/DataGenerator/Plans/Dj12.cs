using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>居民大电量.</summary>
public sealed class Dj12 : ThemePlan
{
    public override string Theme => "DJ-12";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Resident, "exactly 2,000 kWh", new(Energy: 1900m), story => Change.Energy(story, story.Bill, 2000m)),
        Hit(Archetype.Resident, "3,600 kWh", new(Energy: 3600m), AsWished),
        Miss(Archetype.Resident, "1,999.99 kWh", new(Energy: 1900m), story => Change.Energy(story, story.Bill, 1999.99m)),
        Miss(Archetype.Business, "a shop", new(45m, Energy: 2600m), AsWished),
        Miss(Archetype.Resident, "large correction bill", Wish.None, story => Change.ExtraBill(story, story.Month, "0202")["pq"] = 5000m),
    ];
}
