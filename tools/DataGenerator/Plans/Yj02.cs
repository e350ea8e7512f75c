using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>虚假报停.</summary>
public sealed class Yj02 : ThemePlan
{
    public override string Theme => "YJ-02";

    public override IEnumerable<AccountPlant> Accounts(Month month)
    {
        yield return Hit(Archetype.Industry, "half stopped, 525.01 kW on two days", new(1000m), story => Half(story, 525.01m, 2));
        yield return Hit(Archetype.Industry, "all stopped, 5.01 kWh on two days", new(400m), story => All(story, 5.01m, 2));
        yield return Hit(Archetype.Industry, "two stops of one transformer, load during both", new(1000m), story => Twice(story, within: 600m, between: 400m));
        yield return Hit(Archetype.Industry, "the stop written twice", new(1000m), story => story.Add(Half(story, 525.01m, 2).Copy().With(("sus_id", story.NextId("suspension")))));
        yield return Miss(Archetype.Industry, "half stopped, exactly 525 kW", new(1000m), story => Half(story, 525m, 31));
        yield return Miss(Archetype.Industry, "half stopped, 600 kW on one day", new(1000m), story => Half(story, 600m, 1));
        yield return Miss(Archetype.Industry, "all stopped, exactly 5 kWh", new(400m), story => All(story, 5m, 31));
        yield return Miss(Archetype.Industry, "two stops of one transformer, full load between them", new(1000m), story => Twice(story, within: 400m, between: 900m));
        yield return Miss(Archetype.Industry, "load on the first and last day of the stop", new(1000m), story => Twice(story, within: 400m, between: 400m, edges: 900m));
    }

    private static Row Half(AccountStory story, decimal load, int days)
    {
        var stop = Change.Suspend(story, story.The("transformer"), story.Month.Add(-1).Day(5), story.Month.Next.Last, null);
        Change.Load(story, load, days);
        return stop;
    }

    /// <summary>A plant of one transformer that needs a few kWh for its gate house.</summary>
    private static void All(AccountStory story, decimal energy, int days)
    {
        foreach (var bill in story.Bills)
        {
            Change.Energy(story, bill, 900m);
        }

        Change.Suspend(story, story.The("transformer"), story.Month.Add(-2).Day(5), story.Month.Next.Last, null);
        Change.Load(story, 0m);
        foreach (var (day, i) in story.All("coll_day").Where(day => (DateOnly)day["data_date"]! >= story.Month.First).Select((day, i) => (day, i)))
        {
            day.With(("pq_fwd", i < days ? energy : 1m), ("pq_valley", 0m));
        }
    }

    /// <summary>Stopped from the 3rd to the 10th and from the 20th to the last day.</summary>
    private static void Twice(AccountStory story, decimal within, decimal between, decimal? edges = null)
    {
        var transformer = story.The("transformer");
        var (first, second) = ((story.Month.Day(3), story.Month.Day(10)), (story.Month.Day(20), story.Month.Last));
        foreach (var (begin, end) in new[] { first, second })
        {
            Change.Suspend(story, transformer, begin, end, end);
        }

        foreach (var row in story.All("coll_day"))
        {
            var day = (DateOnly)row["data_date"]!;
            bool Edge((DateOnly, DateOnly) stop) => day == stop.Item1 || day == stop.Item2;
            bool Inside((DateOnly, DateOnly) stop) => day > stop.Item1 && day < stop.Item2;
            row["max_load_kw"] = Edge(first) || Edge(second) ? edges ?? within : Inside(first) || Inside(second) ? within : between;
        }
    }
}
