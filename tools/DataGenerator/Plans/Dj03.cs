using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>执行大工业电价但不计基本电费.</summary>
public sealed class Dj03 : ThemePlan
{
    public override string Theme => "DJ-03";

    public override IEnumerable<AccountPlant> Accounts(Month month)
    {
        yield return Hit(Archetype.Industry, "mode 0, no basic fee", new(500m), story => NoFee(story, "0"));
        yield return Hit(Archetype.Industry, "mode 0, no basic fee, 1,250 kVA", new(1250m), story => NoFee(story, "0"));
        yield return Hit(Archetype.Industry, "sealed from the second day: the fee of one day is due", new(400m), story => Sealed(story, month.Day(2), null));
        yield return Hit(Archetype.Industry, "one of two transformers sealed, no fee for the other", new(1000m), story =>
        {
            Change.Suspend(story, story.The("transformer"), month.Add(-2).Day(1), month.Next.Last, null);
            NoFee(story, "0");
        });
        yield return Miss(Archetype.Industry, "sealed for the whole month", new(400m), story => Sealed(story, month.First, null));
        yield return Miss(Archetype.Industry, "sealed until the last day of the month", new(400m), story => Sealed(story, month.Add(-1).Day(10), month.Last));
        yield return Miss(Archetype.Industry, "no energy, no fee", new(400m), story =>
        {
            foreach (var bill in story.Bills)
            {
                Change.Energy(story, bill, story.Month.Ym == bill.Text("ym") ? 0m : 40m);
            }

            NoFee(story, "0");
        });
        yield return Miss(Archetype.Industry, "basic fee charged", new(500m), AsWished);
    }

    /// <summary>In all months, so that the average price does not jump.</summary>
    private static void NoFee(AccountStory story, string mode)
    {
        foreach (var bill in story.Bills)
        {
            bill["ba_mode"] = mode;
            Billing.Reprice(bill);
        }
    }

    private static void Sealed(AccountStory story, DateOnly from, DateOnly? until)
    {
        foreach (var transformer in story.All("transformer"))
        {
            Change.Suspend(story, transformer, from, story.Month.Next.Last, until);
        }

        Quiet(story, from);
        NoFee(story, "0");
    }

    /// <summary>A few kWh of station use: a sealed plant uses no more.</summary>
    private static void Quiet(AccountStory story, DateOnly from)
    {
        foreach (var bill in story.Bills)
        {
            Change.Energy(story, bill, 900m);
        }

        Collection.Rewrite(story);
        foreach (var day in story.All("coll_day"))
        {
            day.With(("pq_fwd", (DateOnly)day["data_date"]! < from ? 4m : 1m), ("pq_valley", 0.5m), ("max_load_kw", 0m));
        }
    }
}
