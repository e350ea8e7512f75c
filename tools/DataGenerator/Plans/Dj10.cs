using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>分时电价执行异常.</summary>
public sealed class Dj10 : ThemePlan
{
    public override string Theme => "DJ-10";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [

        Hit(Archetype.HighVoltageBusiness, "commerce of 200 kVA without time of use", new(200m), story => story.Bill["tou_flag"] = false),
        Hit(Archetype.HighVoltageBusiness, "exactly 100 kVA without time of use", new(100m), story => story.Bill["tou_flag"] = false),
        Hit(Archetype.Irrigation, "irrigation with time of use", Wish.None, story => story.Bill.With(("tou_flag", true), ("pq_flat", story.Bill["pq"]))),
        Hit(Archetype.HighVoltageBusiness, "meter in service cannot", new(200m), story => story.Meter["tou_capable"] = false),
        Hit(Archetype.Industry, "one period not recorded", new(500m), story => story.Bill["pq_sharp"] = null),
        Hit(Archetype.Industry, "0.01 kWh more than two per thousand missing", new(500m), story => Missing(story, 180.01m)),
        Miss(Archetype.Industry, "exactly two per thousand missing", new(500m), story => Missing(story, 180m)),
        Miss(Archetype.HighVoltageBusiness, "electrified rail without time of use", new(200m), story =>
        {
            story.Cons["trade_code"] = "5320";
            story.Bill.With(("trade_code", "5320"), ("tou_flag", false));
        }),
        Miss(Archetype.Business, "99.99 kVA without time of use", new(99.99m), AsWished),
        Miss(Archetype.HighVoltageBusiness, "correction bill without time of use", new(200m), story => Change.ExtraBill(story, story.Month, "0202")["tou_flag"] = false),
        Miss(Archetype.HighVoltageBusiness, "removed meter could not", new(200m), story => story.Add(story.Meter.Copy().With(("meter_id", story.NextId("meter")),
            ("asset_no", $"AS{story.NextId("asset"):00000000000}"), ("status", "015"), ("remove_date", story.Month.Add(-6).Day(3)), ("tou_capable", false)))),
    ];

    /// <summary>A bill of 90,000 kWh whose periods fall short of it.</summary>
    private static void Missing(AccountStory story, decimal energy)
    {
        Change.Energy(story, story.Bill, 90_000m);
        story.Bill["pq_flat"] = story.Bill.Number("pq_flat") - energy;
    }
}
