using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>变损电量计收异常.</summary>
public sealed class Dj14 : ThemePlan
{
    public override string Theme => "DJ-14";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Industry, "high-voltage metering charged loss", new(800m), story => story.Bill["tl_pq"] = 0.01m),
        Hit(Archetype.HighVoltageBusiness, "low-voltage metering without loss", new(200m), story => story.Bill["tl_pq"] = 0m),
        Hit(Archetype.HighVoltageBusiness, "loss missing", new(250m), story => story.Bill["tl_pq"] = null),
        Hit(Archetype.HighVoltageBusiness, "loss of 200.01 kWh without energy", new(200m), story => NoEnergy(story, 200.01m)),
        Miss(Archetype.HighVoltageBusiness, "iron loss of 200 kWh without energy", new(200m), story => NoEnergy(story, 200m)),
        Miss(Archetype.Industry, "high-voltage metering, loss in a correction bill", new(800m), story => Change.ExtraBill(story, story.Month, "0202")["tl_pq"] = 10m),
    ];

    private static void NoEnergy(AccountStory story, decimal loss)
    {
        foreach (var bill in story.Bills)
        {
            Change.Energy(story, bill, bill == story.Bill ? 0m : 40m);
        }

        story.Bill["tl_pq"] = loss;
    }
}
