using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>暂停期满未恢复计费, and from July on 暂停累计超六个月.</summary>
public sealed class Dj04 : ThemePlan
{
    private static readonly string[] Underbilled = ["DJ-07"];

    public override string Theme => "DJ-04";

    public override IEnumerable<AccountPlant> Accounts(Month month)
    {
        yield return Hit(Archetype.Industry, "term ended last month, still stopped", new(800m), story => Stop(story, month.Add(-3).Day(10), month.Add(-1).Day(15), null));
        yield return Hit(Archetype.Industry, "term ended on the last day of the month before", new(1000m), story => Stop(story, month.Add(-3).Day(1), month.Previous.Last, null));
        yield return Hit(Archetype.Industry, "resumed only after the month", new(1600m), story => Stop(story, month.Add(-3).Day(1), month.Add(-1).Day(1), month.Next.Day(4)));
        yield return Miss(Archetype.Industry, "term ends on the first day of the month", new(800m), story => Stop(story, month.Add(-3).Day(10), month.First, null));
        yield return Miss(Archetype.Industry, "resumed in time and billed in full", new(800m), story => Stop(story, month.Add(-3).Day(10), month.Add(-1).Day(15), month.Add(-1).Day(15)));
        yield return Miss(Archetype.Industry, "a reduction, not a suspension", new(800m), story => Stop(story, month.Add(-3).Day(10), month.Add(-1).Day(15), null, "201"));
        yield return Miss(Archetype.Industry, "not resumed, but billed in full again", new(800m), story =>
        {
            Stop(story, month.Add(-3).Day(10), month.Add(-1).Day(15), null);
            story.Bill["bill_cap"] = story.Capacity;
            Billing.Reprice(story.Bill);
        });
        if (month.Number >= 8)
        {
            yield return Hit(Archetype.Industry, "185 days of the year in two stops of two transformers", new(800m), story => TwoStops(story, 185)) with { Also = Underbilled };
            yield return Miss(Archetype.Industry, "184 days of the year", new(800m), story => TwoStops(story, 184)) with { Also = Underbilled };
        }
    }

    private static void Stop(AccountStory story, DateOnly begin, DateOnly planned, DateOnly? ended, string type = "203") =>
        Change.Suspend(story, story.The("transformer"), begin, planned, ended, type);

    /// <summary>The second stop begins where the first still runs: a day counts once per user.</summary>
    private static void TwoStops(AccountStory story, int days)
    {
        var first = new DateOnly(story.Month.Year, 1, 1);
        var last = first.AddDays(days - 1);
        var transformers = story.All("transformer");
        Change.Suspend(story, transformers[0], first, first.AddDays(100), first.AddDays(100));
        Change.Suspend(story, transformers[1], first.AddDays(90), last, last);
        story.Bill["bill_cap"] = story.Capacity / 2;
        Billing.Reprice(story.Bill);
    }
}
