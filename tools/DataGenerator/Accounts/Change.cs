namespace CaseMgmt.DataGenerator.Accounts;

/// <summary>Changes that plans make to a finished account, each leaving the data consistent.</summary>
public static class Change
{
    /// <summary>Energy of one bill, and its month's reading.</summary>
    public static void Energy(AccountStory story, Row bill, decimal energy)
    {
        Billing.SetEnergy(story, bill, energy);
        var read = story.All("mr_read").First(row => row.Text("ym") == bill.Text("ym"));
        var used = Math.Round(energy / story.Meter.Number("rate"), 4);
        read.With(("pq", energy), ("this_read", read.Number("last_read") + used));
    }

    public static void ZeroMonths(AccountStory story, params int[] back)
    {
        foreach (var months in back)
        {
            Energy(story, story.BillOf(story.Month.Add(-months)), 0m);
        }

        foreach (var day in story.All("coll_day").Where(_ => back.Contains(0)))
        {
            day.With(("pq_fwd", 0m), ("pq_valley", 0m), ("max_load_kw", 0m));
        }
    }

    /// <summary>Moves energy of a bill into the valley; the total stays.</summary>
    public static void Valley(Row bill, decimal valley) => bill.With(("pq_valley", valley),
        ("pq_flat", bill.Number("pq") - bill.Number("pq_sharp") - bill.Number("pq_peak") - valley));

    /// <summary>A bill beside the normal one of the month.</summary>
    public static Row ExtraBill(AccountStory story, Month month, string type)
    {
        var bill = story.BillOf(month).Copy().With(("bill_id", story.NextId("bill")), ("amt_type", type));
        story.Add(bill);
        return bill;
    }

    /// <summary>Suspends one transformer; bills of the months that begin inside the stop run on the rest.</summary>
    public static Row Suspend(AccountStory story, Row transformer, DateOnly begin, DateOnly planEnd, DateOnly? actualEnd, string type = "203")
    {
        var cap = transformer.Number("capacity");
        foreach (var bill in story.Bills.Where(bill => Month.Parse(bill.Text("ym")).First is var first && first >= begin && (actualEnd is null || first <= actualEnd)))
        {
            bill.With(("run_cap", bill.Number("run_cap") - cap), ("bill_cap", bill.Number("bill_cap") - cap));
            Billing.Reprice(bill);
        }

        if (actualEnd is null || actualEnd > story.Month.Last)
        {
            transformer.With(("run_status", "02"), ("seal_date", begin));
            story.Cons["run_cap"] = story.Cons.Number("run_cap") - cap;
            Load(story, story.Cons.Number("run_cap") * 0.5m);
        }

        return story.Add("suspension", ("sus_id", story.NextId("suspension")), ("app_no", $"S{story.NextId("stop")}"), ("cons_no", story.Number), ("tran_id", transformer["tran_id"]),
            ("sus_type", type), ("permanent", false), ("cap", cap), ("begin_date", begin), ("plan_end", planEnd), ("actual_end", actualEnd), ("bill_pct", 0m));
    }

    /// <summary>Highest load of all days of the month, or of the first <paramref name="days"/>.</summary>
    public static void Load(AccountStory story, decimal kilowatts, int days = 31)
    {
        foreach (var row in story.All("coll_day").Where(row => (DateOnly)row["data_date"]! >= story.Month.First).Take(days))
        {
            row["max_load_kw"] = kilowatts;
        }
    }
}
