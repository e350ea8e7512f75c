using CaseMgmt.DataGenerator.Accounts;
using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>电量波动异常.</summary>
public sealed class Ch04 : ThemePlan
{
    public override string Theme => "CH-04";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [

        Hit(Archetype.HighVoltageBusiness, "half as much again and 0.01 kWh", new(200m, Energy: 40_000m), story => Swing(story, 40_000m, 60_000.01m, 40_000m)),
        Hit(Archetype.HighVoltageBusiness, "less than half", new(200m, Energy: 40_000m), story => Swing(story, 40_000m, 19_999.99m, 40_000m)),
        Hit(Archetype.Business, "low voltage, 1,000 to 499.99 kWh", new(10m, Energy: 1000m), story => Swing(story, 1000m, 499.99m, 1000m)),
        Miss(Archetype.HighVoltageBusiness, "exactly half as much again", new(200m, Energy: 40_000m), story => Swing(story, 40_000m, 60_000m, 40_000m)),
        Miss(Archetype.HighVoltageBusiness, "exactly half", new(200m, Energy: 40_000m), story => Swing(story, 40_000m, 20_000m, 40_000m)),
        Miss(Archetype.HighVoltageBusiness, "as much as in the same month last year", new(200m, Energy: 40_000m), story =>
        {
            if (HasLastYear(story))
            {
                Swing(story, 40_000m, 60_000.01m, 60_000m);
            }
        }),
        Miss(Archetype.HighVoltageBusiness, "high voltage below 10,000 kWh", new(200m, Energy: 9000m), story => Swing(story, 9000m, 2000m, 9000m)),
        Miss(Archetype.HighVoltageBusiness, "an order archived in the month", new(200m, Energy: 40_000m), story =>
        {
            Swing(story, 40_000m, 80_000m, 40_000m);
            story.Add(Orders.Of($"X{story.Index}", "215", story.OrgNo, story.Month.First.ToDateTime(new TimeOnly(9, 0)), null, story.Month.Last.ToDateTime(new TimeOnly(23, 59, 59)), story.Number));
        }),
        Miss(Archetype.Resident, "a household below 1,000 kWh", new(Energy: 200m), story => Swing(story, 200m, 900m, 200m)),
    ];

    private static bool HasLastYear(AccountStory story) => story.FirstMonth.Seq <= story.Month.Add(-12).Seq;

    private static void Swing(AccountStory story, decimal before, decimal now, decimal lastYear)
    {
        foreach (var back in new[] { 1, 2, 3 })
        {
            Change.Energy(story, story.BillOf(story.Month.Add(-back)), before);
        }

        if (HasLastYear(story))
        {
            Change.Energy(story, story.BillOf(story.Month.Add(-12)), lastYear);
        }

        Change.Energy(story, story.Bill, now);
    }
}
