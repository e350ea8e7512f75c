using CaseMgmt.DataGenerator.Accounts;
using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>售电均价波动.</summary>
public sealed class Dj16 : ThemePlan
{
    public override string Theme => "DJ-16";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [

        Hit(Archetype.Industry, "a quarter and a millionth up", new(500m), story => Price(story, 1.000001m)),
        Hit(Archetype.Industry, "a third down", new(500m), story => Price(story, 0.533333m)),
        Miss(Archetype.Industry, "exactly a quarter up", new(500m), story => Price(story, 1m)),
        Miss(Archetype.Industry, "exactly a quarter down", new(500m), story => Price(story, 0.6m)),
        Miss(Archetype.Business, "less than 1,000 kWh", new(10m), story => Price(story, 2m)),
        Miss(Archetype.Industry, "half the capacity stopped two months ago", new(800m), story =>
        {
            Change.Suspend(story, story.The("transformer"), story.Month.Add(-2).Day(5), story.Month.Next.Last, null);
            Price(story, 0.5m);
        }),
        Miss(Archetype.Industry, "resumed by an order of the month", new(500m), story =>
        {
            story.Add(Orders.Of($"X{story.Index}", "204", story.OrgNo, story.Month.First.ToDateTime(new TimeOnly(9, 0)), null, story.Month.Day(3).ToDateTime(new TimeOnly(9, 0)), story.Number));
            Price(story, 1.2m);
        }),
        Miss(Archetype.Industry, "a correction bill at another price", new(500m), story => Change.ExtraBill(story, story.Month, "0202")["avg_price"] = 3m),
    ];

    /// <summary>0.8 yuan in the six months before, another price now.</summary>
    private static void Price(AccountStory story, decimal now)
    {
        foreach (var bill in story.LastBills(7))
        {
            bill["avg_price"] = bill == story.Bill ? now : 0.8m;
        }
    }
}
