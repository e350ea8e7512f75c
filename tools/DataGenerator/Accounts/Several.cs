using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Accounts;

/// <summary>
/// Normal accounts that are more than one row a month: lighting at a price of its own beside industry, a home above a shop, a second meter in a household, a bill taken back and issued again.
/// Nothing is wrong with them, so to every theme they are near misses.
/// </summary>
public static class Several
{
    public static void Write(AccountStory story)
    {
        switch (story.Archetype)
        {
            case Archetype.Industry or Archetype.HighVoltageBusiness when story.Index % 2 == 0:
                SecondPrice(story, Tariffs.Business, "401");
                break;
            case Archetype.Business when story.Index % 10 == 7:
                SecondPrice(story, Tariffs.Residential, "202");
                break;
            case Archetype.Resident when story.Index % 25 == 4:
                SecondPoint(story, story.Mp.Text("prc_code"), _ => 0m);
                break;
            case Archetype.Resident when story.Index % 25 == 9:
                IssueAgain(story);
                break;
            default:
                break;
        }
    }

    private static void SecondPrice(AccountStory story, Tariff tariff, string kind)
    {
        var bills = story.Bills;
        foreach (var bill in bills)
        {
            Billing.Beside(story, bill, tariff, kind, Energy(bill));
        }

        SecondPoint(story, tariff.Code, month => Energy(bills.First(bill => bill.Text("ym") == month)));
    }

    /// <summary>A twentieth of what the main price takes.</summary>
    private static decimal Energy(Row bill) => Math.Round(bill.Number("pq") / 20);

    private static void SecondPoint(AccountStory story, string price, Func<string, decimal> energy)
    {
        var point = story.Mp.Copy().With(("mp_id", story.NextId("mp")), ("md_class", "5"), ("prc_code", price), ("tou_flag", false), ("pf_std", "0"), ("pf_eval_mode", "0"), ("ba_mode", "0"), ("contract_dmd", null), ("tl_mode", "0"));
        var meter = story.Meter.Copy().With(("meter_id", story.NextId("meter")), ("asset_no", $"AS{story.NextId("asset"):00000000000}"), ("bar_code", $"BD{story.Index:0000000000}"), ("mp_id", point["mp_id"]),
            ("tou_capable", false), ("ct_ratio", 1m), ("pt_ratio", 1m), ("rate", 1m));
        var reading = 50m;
        foreach (var read in story.All("mr_read"))
        {
            var used = energy(read.Text("ym"));
            story.Add(read.Copy().With(("read_id", story.NextId("mr_read")), ("mp_id", point["mp_id"]), ("meter_id", meter["meter_id"]), ("rate", 1m), ("last_read", reading), ("this_read", reading + used), ("pq", used)));
            reading += used;
        }

        foreach (var day in story.All("coll_day"))
        {
            story.Add(day.Copy().With(("meter_id", meter["meter_id"]), ("read_fwd", 50m), ("pq_fwd", 0m), ("pq_valley", 0m), ("max_load_kw", 0m)));
        }

        story.Add(point);
        story.Add(meter);
    }

    private static void IssueAgain(AccountStory story)
    {
        var back = Change.ExtraBill(story, story.Month, "01");
        foreach (var column in new[] { "pq", "rq", "kwh_amt", "base_amt", "pf_amt", "levy_amt", "total_amt" })
        {
            back[column] = -back.Number(column);
        }

        Change.ExtraBill(story, story.Month, "01");
    }
}
