using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>超容量用电: valley energy or daily load above what the declared capacity can deliver.</summary>
public sealed class Yj01 : ThemePlan
{
    private const decimal Capacity = 800m;
    private static readonly Wish Wish = new(Capacity, Energy: 620_000m);

    public override string Theme => "YJ-01";

    public override IEnumerable<AccountPlant> Accounts(Month month)
    {
        yield return Hit(Archetype.Industry, "valley energy 0.01 kWh over the limit in two of six months", Wish, story => Over(story, 0.01m, 0, 1));
        yield return Hit(Archetype.Industry, "valley energy over the limit in the first and last of six months", Wish, story => Over(story, 9000m, 0, 5));
        yield return Hit(Archetype.Industry, "load over 120 % on three days", new(Capacity), story => Change.Load(story, 960.01m, 3));
        yield return Hit(Archetype.Industry, "load of 1,100 kW on twenty days", new(Capacity), story => Change.Load(story, 1100m, 20));
        yield return Miss(Archetype.Industry, "valley energy exactly at the limit in six months", Wish, story => Over(story, 0m, 0, 1, 2, 3, 4, 5));
        yield return Miss(Archetype.Industry, "over the limit in one month only", Wish, story => Over(story, 9000m, 0));
        yield return Miss(Archetype.Industry, "the second month lies before the window", Wish, story => Over(story, 9000m, 0, 6));
        yield return Miss(Archetype.Industry, "the second one is a correction bill", Wish, story =>
        {
            Over(story, 9000m, 0);
            Change.Valley(Change.ExtraBill(story, month, "0202"), Limit(month) + 9000m);
        });
        yield return Miss(Archetype.Industry, "load over 120 % on two days", new(Capacity), story => Change.Load(story, 1000m, 2));
        yield return Miss(Archetype.Industry, "load exactly 120 % all month", new(Capacity), story => Change.Load(story, 960m));
    }

    private static void Over(AccountStory story, decimal by, params int[] back)
    {
        foreach (var month in back.Select(months => story.Month.Add(-months)))
        {
            Change.Valley(story.BillOf(month), Limit(month) + by);
        }
    }

    private static decimal Limit(Month month) => Capacity * 1.2m * 8 * month.Days;
}
