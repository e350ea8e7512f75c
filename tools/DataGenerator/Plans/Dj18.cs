using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>电量电费退补超阈值.</summary>
public sealed class Dj18 : ThemePlan
{
    public override string Theme => "DJ-18";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Industry, "10,000.01 yuan", Wish.None, story => Refund(story, "0202", -10_000.01m)),
        Hit(Archetype.Business, "three refunds in a month", Wish.None, story => Refund(story, "0203", -10m, 20m, -30m)),
        Hit(Archetype.Industry, "two refunds of 6,000 yuan, opposite signs", Wish.None, story => Refund(story, "0202", -6000m, 6000m)),
        Miss(Archetype.Industry, "exactly 10,000 yuan", Wish.None, story => Refund(story, "0202", -10_000m)),
        Miss(Archetype.Business, "two small refunds", Wish.None, story => Refund(story, "0203", -10m, 20m)),
        Miss(Archetype.Industry, "policy refund of 60,000 yuan", Wish.None, story => Refund(story, "0201", -60_000m)),
    ];

    private static void Refund(AccountStory story, string type, params decimal[] amounts)
    {
        foreach (var (amount, order) in amounts.Select((amount, order) => (amount, order)))
        {
            story.Add("rebill", ("rs_id", story.NextId("rebill")), ("app_no", $"R{story.Index}-{order}"), ("cons_no", story.Number), ("org_no", story.OrgNo), ("ym", story.Month.Ym),
                ("rs_type", type), ("err_date", story.Month.Previous.Day(3)), ("rs_date", story.Month.Day(16)), ("pq", 0m), ("amt", amount), ("to_nonbiz", false), ("approve_level", "2"));
        }
    }
}
