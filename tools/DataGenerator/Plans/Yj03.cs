using CaseMgmt.DataGenerator.Accounts;
using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>疑似窃电.</summary>
public sealed class Yj03 : ThemePlan
{
    public override string Theme => "YJ-03";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [

        Hit(Archetype.Business, "less than half while the loss rises 2.1 points", Shop, story => Falls(story, 299.99m, 8.5m, 6.4m)),
        Hit(Archetype.Business, "nothing at all while the loss rises", Shop, story => Falls(story, 0m, 8.01m, 5.9m)),
        Miss(Archetype.Business, "exactly half", Shop, story => Falls(story, 300m, 8.5m, 6.4m)),
        Miss(Archetype.Business, "loss exactly 8 %", Shop, story => Falls(story, 100m, 8m, 5.5m)),
        Miss(Archetype.Business, "loss exactly 2 points up", Shop, story => Falls(story, 100m, 8.5m, 6.5m)),
        Miss(Archetype.Business, "200 kWh a month before", Shop, story => Falls(story, 50m, 8.5m, 6.4m, 200m)),
        Miss(Archetype.Business, "mean raised by a correction bill only", Shop, story =>
        {
            Falls(story, 310m, 8.5m, 6.4m);
            Change.ExtraBill(story, month.Add(-2), "0202")["pq"] = 9000m;
        }),
    ];

    private static readonly Wish Shop = new(10m, Energy: 600m);

    private static void Falls(AccountStory story, decimal now, decimal loss, decimal before, decimal usual = 600m)
    {
        foreach (var bill in story.LastBills(7))
        {
            Change.Energy(story, bill, bill == story.Bill ? now : usual);
        }

        var area = new LossStory("02", 500_000_000_000L + story.NextId("area"), story.Station, story.Options);
        foreach (var (rate, back) in new[] { (loss, 0), (before, 1), (before - 0.2m, 2), (before - 0.3m, 3) })
        {
            area.SetRate(back, rate);
        }

        foreach (var row in County.Grid.Object(area))
        {
            story.Add(row);
        }

        story.Mp["tg_id"] = area.Id;
        story.The("supply_point")["tg_id"] = area.Id;
    }
}
