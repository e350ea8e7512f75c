namespace CaseMgmt.DataGenerator.Accounts;

/// <summary>Daily frozen data of the audited month and the four days before it: every high-voltage account, one in ten of the others.</summary>
public static class Collection
{
    public static void Write(AccountStory story)
    {
        if (story.Archetype is Archetype.Industry or Archetype.HighVoltageBusiness || story.Index % 10 == 3)
        {
            WriteDays(story);
        }
    }

    /// <summary>Writes the days if the account has none yet: plans that need daily data call it.</summary>
    public static void Ensure(AccountStory story)
    {
        if (!story.All("coll_day").Any())
        {
            WriteDays(story);
        }
    }

    /// <summary>The day's row of the account's first meter.</summary>
    public static Row Day(AccountStory story, int day)
    {
        Ensure(story);
        var date = story.Month.Day(day);
        return story.All("coll_day").First(row => (DateOnly)row["data_date"]! == date);
    }

    /// <summary>Makes the days again after the bill of the month was changed.</summary>
    public static void Rewrite(AccountStory story)
    {
        story.RemoveAll("coll_day");
        WriteDays(story);
    }

    private static void WriteDays(AccountStory story)
    {
        var usual = story.Bill.Number("pq") / story.Month.Days;
        var reading = 900m;
        for (var date = story.Month.First.AddDays(-4); date <= story.Month.Last; date = date.AddDays(1))
        {
            var energy = Math.Round(usual * (decimal)(0.9 + (story.Random.NextDouble() * 0.2)), 2);
            reading += Math.Round(energy / story.Meter.Number("rate"), 4);
            story.Add("coll_day", ("meter_id", story.Meter["meter_id"]), ("data_date", date), ("cons_no", story.Number), ("org_no", story.OrgNo), ("read_fwd", reading),
                ("read_rev", 0m), ("pq_fwd", energy), ("pq_rev", 0m), ("pq_valley", Math.Round(energy * 0.28m, 2)), ("max_load_kw", Math.Round(story.Capacity * 0.6m, 2)),
                ("succ", true));
        }
    }
}
