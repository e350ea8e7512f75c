using CaseMgmt.DataGenerator.Accounts;
using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>新装增容、减容期满两年内暂停未按 50% 计收: a rule of before July 2016; later the same stops are near misses.</summary>
public sealed class Dj05 : ThemePlan
{
    public override string Theme => "DJ-05";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [

        Plant(month, "stopped 730 days after connection, nothing charged", story => Stop(story, 0m, connected: 730)),
        Plant(month, "stopped two years after a reduction ended, 49.99 % charged", story => Reduced(story, Stop(story, 49.99m))),
        Plant(month, "stopped half a year after an enlargement, share not recorded", story => Stop(story, null, connected: 180)),
        Miss(Archetype.Industry, "stopped 731 days after connection", new(800m), story => Stop(story, 0m, connected: 731)),
        Miss(Archetype.Industry, "half the fee charged", new(800m), story => Stop(story, 50m, connected: 100)),
        Miss(Archetype.Industry, "an old user", new(800m), story => Stop(story, 0m)),
    ];

    private static AccountPlant Plant(Month month, string note, Action<AccountStory> change) =>
        new(Archetype.Industry, note, month.Seq <= new Month(2016, 6).Seq, new Wish(800m), change);

    private static Row Stop(AccountStory story, decimal? share, int? connected = null)
    {
        var begin = story.Month.Day(10);
        if (connected is { } days)
        {
            var powered = begin.AddDays(-days).ToDateTime(new TimeOnly(15, 0));
            story.Add(Orders.Of($"X{story.Index}", days == 180 ? "111" : "104", story.OrgNo, powered.AddDays(-40), powered, powered.AddDays(2), story.Number));
        }

        return Change.Suspend(story, story.The("transformer"), begin, story.Month.Next.Last, null).With(("bill_pct", share));
    }

    private static void Reduced(AccountStory story, Row stop)
    {
        var ended = ((DateOnly)stop["begin_date"]!).AddDays(-730);
        story.Add(stop.Copy().With(("sus_id", story.NextId("suspension")), ("sus_type", "201"), ("begin_date", ended.AddDays(-200)), ("plan_end", ended), ("actual_end", ended)));
    }
}
