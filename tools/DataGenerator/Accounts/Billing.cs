using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Accounts;

/// <summary>Monthly energy, bills, readings, receivables and payments of a normal account.</summary>
public static class Billing
{
    public static void Write(AccountStory story)
    {
        var usual = UsualEnergy(story);
        var reading = 1000m;
        for (var month = story.FirstMonth; month.Seq <= story.Month.Seq; month = month.Next)
        {
            var energy = Math.Round(usual * (decimal)(0.92 + (story.Random.NextDouble() * 0.16)) * Season(story.Archetype, month), 0);
            var bill = story.Add("bill", ("bill_id", story.NextId("bill")), ("ym", month.Ym));
            Parameters(story, bill, month);
            SetEnergy(story, bill, energy);
            reading = WriteRead(story, month, reading, energy);
            WriteMoney(story, bill, month);
            WriteDemand(story, bill);
        }
    }

    /// <summary>Sets the energy of a bill and everything computed from it.</summary>
    public static void SetEnergy(AccountStory story, Row bill, decimal energy)
    {
        bill["pq"] = energy;
        var timed = (bool)bill["tou_flag"]!;
        var (peak, sharp, valley) = timed ? (Math.Round(energy * 0.3m), Math.Round(energy * 0.05m), Math.Round(energy * 0.28m)) : (0m, 0m, 0m);
        bill.With(("pq_sharp", sharp), ("pq_peak", peak), ("pq_valley", valley), ("pq_flat", timed ? energy - peak - sharp - valley : 0m), ("rev_pq", 0m), ("ll_pq", 0m),
            ("tl_pq", story.Mp.Text("meas_mode") == "2" ? Math.Round(energy * 0.02m) : 0m));
        var demand = Math.Round(story.Capacity * 0.6m, 1);
        var billed = bill.Text("ba_mode") switch { "2" => (decimal)(story.Mp["contract_dmd"] ?? demand), "5" => demand, _ => 0m };
        bill.With(("max_dmd", demand), ("bill_dmd", billed));
        Reprice(bill);
    }

    /// <summary>Computes the amounts from energy, capacity, demand and price.</summary>
    public static void Reprice(Row bill)
    {
        var tariff = Tariffs.Of(bill.Text("prc_code"));
        bill["kwh_amt"] = Math.Round(bill.Number("pq") * tariff.Kwh, 2);
        bill["base_amt"] = Math.Round(bill.Text("ba_mode") switch
        {
            "1" => bill.Number("bill_cap") * tariff.Capacity,
            "2" or "5" => bill.Number("bill_dmd") * tariff.Demand,
            _ => 0m,
        }, 2);
        PowerFactor(bill);
        Total(bill);
    }

    public static void Total(Row bill)
    {
        bill["levy_amt"] = Math.Round(bill.Number("pq") * 0.0281m, 2);
        bill["total_amt"] = bill.Number("kwh_amt") + bill.Number("base_amt") + bill.Number("pf_amt") + bill.Number("levy_amt");
        bill["avg_price"] = bill.Number("pq") == 0 ? 0m : Math.Round(bill.Number("total_amt") / bill.Number("pq"), 6);
    }

    public static void PowerFactor(Row bill)
    {
        var energy = bill.Number("pq");
        bill["rq"] = Math.Round(energy * 0.35m);
        var (p, q) = ((double)energy, (double)bill.Number("rq"));
        var factor = energy == 0 ? 0.94m : Math.Round((decimal)(p / Math.Sqrt((p * p) + (q * q))), 2);
        var percent = Cases.Recovery.PowerFactor.Percent((string?)bill["pf_std"], factor);
        bill.With(("actual_pf", factor), ("pf_pct", percent), ("pf_amt", Math.Round((bill.Number("kwh_amt") + bill.Number("base_amt")) * percent / 100, 2)));
    }

    /// <summary>A bill at another price in the month of a bill: its energy has one period, no fee and no factor.</summary>
    public static void Beside(AccountStory story, Row main, Tariff tariff, string kind, decimal energy)
    {
        var bill = main.Copy().With(("bill_id", story.NextId("bill")), ("prc_code", tariff.Code), ("elec_type", kind), ("two_part", false), ("tou_flag", false), ("ba_mode", "0"), ("bill_cap", 0m), ("pf_std", "0"),
            ("market_mult", kind.StartsWith('2') ? null : 1m));
        SetEnergy(story, bill, energy);
        bill.With(("tl_pq", 0m), ("max_dmd", null));
        story.Add(bill);
        WriteMoney(story, bill, Month.Parse(bill.Text("ym")));
    }

    private static decimal UsualEnergy(AccountStory story) => story.Wish.Energy ?? story.Archetype switch
    {
        Archetype.Resident => story.Vary(90, 420),
        Archetype.Irrigation => 300,
        Archetype.Business => story.Capacity * story.Vary(40, 70),
        _ => story.Capacity * story.Vary(150, 220),
    };

    private static decimal Season(Archetype archetype, Month month) =>
        archetype != Archetype.Irrigation ? 1m : month.IsWinter ? 0.1m : 1m;

    private static void Parameters(AccountStory story, Row bill, Month month)
    {
        var tariff = Tariffs.Of(story.Mp.Text("prc_code"));
        foreach (var column in new[] { "cons_no", "org_no", "cons_type", "elec_type", "trade_code", "contract_cap", "run_cap" })
        {
            bill[column] = story.Cons[column];
        }

        bill.With(("prc_code", tariff.Code), ("two_part", tariff.TwoPart), ("tou_flag", story.Mp["tou_flag"]), ("ba_mode", story.Mp["ba_mode"]),
            ("bill_cap", tariff.TwoPart ? story.Cons["run_cap"] : 0m), ("pf_std", story.Mp["pf_std"]), ("market_mult", 1m), ("release_date", month.Next.Day(3)),
            ("amt_type", "01"), ("calc_emp", story.OrgNo + "03"));
    }

    private static decimal WriteRead(AccountStory story, Month month, decimal last, decimal energy)
    {
        var rate = story.Meter.Number("rate");
        var reading = last + Math.Round(energy / rate, 4);
        story.Add("mr_read", ("read_id", story.NextId("mr_read")), ("ym", month.Ym), ("cons_no", story.Number), ("mp_id", story.Mp["mp_id"]), ("meter_id", story.Meter["meter_id"]),
            ("rd_type", "11"), ("last_read", last), ("this_read", reading), ("rate", rate), ("pq", energy), ("mr_date", month.Next.Day(1)), ("mr_status", "02"),
            ("abn_type", "01"), ("data_src", "01"));
        return reading;
    }

    private static void WriteDemand(AccountStory story, Row bill)
    {
        if (bill.Text("ba_mode") is "2" or "5")
        {
            story.Add("bill_demand", ("id", story.NextId("bill_demand")), ("ym", bill["ym"]), ("cons_no", story.Number), ("mp_id", story.Mp["mp_id"]),
                ("sp_id", story.Mp["sp_id"]), ("read_dmd", bill["max_dmd"]), ("contract_dmd", story.Mp["contract_dmd"]), ("billed_dmd", bill["bill_dmd"]));
        }
    }

    private static void WriteMoney(AccountStory story, Row bill, Month month)
    {
        var (due, paid) = (month.Next.Day(20), month.Next.Day(story.Vary(4, 10)));
        var amount = bill.Number("total_amt");
        story.Add("receivable", ("rcvbl_id", story.NextId("receivable")), ("ym", month.Ym), ("cons_no", story.Number), ("org_no", story.OrgNo), ("amt", amount), ("rcved", amount),
            ("owe", 0m), ("due_date", due), ("settled_date", paid), ("penalty_due", 0m), ("penalty_rcved", 0m));
        var at = paid.ToDateTime(new TimeOnly(10, story.Vary(0, 59)));
        story.Add("payment", ("pay_id", story.NextId("payment")), ("cons_no", story.Number), ("org_no", story.OrgNo), ("amt", amount), ("pay_time", at), ("pay_mode", "01"),
            ("settle_mode", "05"), ("emp_no", null), ("reversed", false), ("cashchk_time", null), ("arrive_time", at.AddHours(3)));
    }
}
