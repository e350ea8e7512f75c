using CaseMgmt.DataGenerator.County;
using static CaseMgmt.Cases.Tests.Monitoring.Boundaries.Story;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>An account with several bills in a month: one for each price, one taken back and issued again. It is judged as one account, at its limit and beyond it.</summary>
public sealed class SeveralBillsStories
{
    private const string Light = "SY02";

    public static TheoryData<Story> Prices =>
    [
        new("CH-04", "two prices, each month split otherwise, the sum as ever", "202605", "", scene => Split(scene, (20_000m, 80_000m), (50_000m, 50_000m), (90_000m, 10_000m), (50_000m, 50_000m))),
        new("CH-04", "two prices, the sum exactly half as much again", "202605", "", scene => Split(scene, (30_000m, 120_000m), (50_000m, 50_000m), (90_000m, 10_000m), (50_000m, 50_000m))),
        new("CH-04", "two prices, the sum a hundredth beyond", "202605", "1", scene => Split(scene, (30_000.01m, 120_000m), (50_000m, 50_000m), (90_000m, 10_000m), (50_000m, 50_000m))),
        new("CH-04", "two prices now and a year ago, as much as then", "202605", "", scene =>
        {
            Split(scene, (30_000m, 130_000m), (50_000m, 50_000m), (50_000m, 50_000m), (50_000m, 50_000m));
            Priced(scene, 12, (100_000m, 0.6m), (60_000m, 0.5m));
        }),
        new("DJ-16", "lighting at twice the price, every month alike", "202605", "", scene => Weighted(scene, (90_000m, 10_000m), (90_000m, 10_000m))),
        new("DJ-16", "weights moved: the price of the month exactly a quarter up", "202605", "", scene => Weighted(scene, (75_000m, 25_000m), (100_000m, 0m))),
        new("DJ-16", "weights moved: a little beyond", "202605", "1", scene => Weighted(scene, (74_999m, 25_001m), (100_000m, 0m))),
        new("YJ-03", "two prices, one at nothing, the sum exactly half", "202605", "", scene => InALossyArea(scene, (0m, 500m))),
        new("YJ-03", "two prices, the sum a hundredth below half", "202605", "1", scene => InALossyArea(scene, (0m, 499.99m))),
        new("YJ-01", "valley of two prices exactly at the limit in two months", "202605", "", scene => Valleys(scene, 0m)),
        new("YJ-01", "valley of two prices a hundredth beyond", "202605", "1", scene => Valleys(scene, 0.01m)),
        new("DJ-01", "lighting at a single-part price beside the two-part one", "202605", "", scene =>
        {
            scene.Add("cons");
            scene.Add("bill");
            Lighting(scene);
        }),
        new("DJ-01", "both prices of one part, exactly 315 kVA", "202605", "1", scene =>
        {
            scene.Add("cons");
            scene.Add("bill", ("two_part", false), ("contract_cap", 315m));
            Lighting(scene, ("contract_cap", 315m));
        }),
        new("DJ-03", "two two-part prices, the fee on one of them", "202605", "", scene => Fees(scene, 24_000m)),
        new("DJ-03", "two two-part prices, the fee on none", "202605", "1", scene => Fees(scene, 0m)),
        new("DJ-04", "capacity billed in two halves is the whole", "202605", "", scene => Halves(scene, 500m)),
        new("DJ-04", "capacity billed in two halves, one too small", "202605", "1", scene => Halves(scene, 499.99m)),
        new("DJ-06", "two feeds, the demand billed on two bills", "202605", "", scene => Demands(scene, 297m)),
        new("DJ-06", "two feeds, two bills, more than one percent short", "202605", "1", scene => Demands(scene, 296.99m)),
        new("DJ-07", "fee on one of two bills, ten yuan short", "202605", "", scene => Owed(scene, Tariffs.Industry.Capacity * 1000m - 10m)),
        new("DJ-07", "fee on one of two bills, a cent more than ten yuan short", "202605", "1", scene => Owed(scene, Tariffs.Industry.Capacity * 1000m - 10.01m)),
        new("DJ-08", "lighting without a factor beside industry with its own", "202605", "", scene => Standards(scene, "3")),
        new("DJ-08", "lighting without a factor, industry with a wrong one", "202605", "1", scene => Standards(scene, "2")),
        new("DJ-09", "factor of the whole account on both its bills", "202605", "", scene => Factors(scene, 0.94m)),
        new("DJ-09", "factor of neither the bill nor the account", "202605", "1", scene => Factors(scene, 0.90m)),
        new("DJ-12", "household at two prices, 2,000 kWh together", "202605", "1", scene => Household(scene, 1200m, 800m)),
        new("DJ-12", "household at two prices, a hundredth less", "202605", "", scene => Household(scene, 1200m, 799.99m)),
        new("DJ-13", "irrigation at two prices, 500 kWh in winter", "202602", "", scene => Irrigation(scene, 200m, 300m)),
        new("DJ-13", "irrigation at two prices, a hundredth more", "202602", "1", scene => Irrigation(scene, 200m, 300.01m)),
        new("DJ-14", "loss charged on the first of two bills", "202605", "", scene => Loss(scene, 300m)),
        new("DJ-14", "loss on neither", "202605", "1", scene => Loss(scene, 0m)),
        new("DJ-19", "260 kWh per kVA with the lighting, the fee in full", "202605", "1", scene => Discounted(scene, 10_000m, 1m)),
        new("DJ-19", "a hundredth less, the fee in full", "202605", "", scene => Discounted(scene, 9999.99m, 1m)),
        new("DJ-19", "260 kWh per kVA with the lighting, nine tenths of the fee", "202605", "", scene => Discounted(scene, 10_000m, 0.9m)),
        new("CH-07", "a stopped plant, two bills of 100,000 yuan together", "202605", "", scene => StoppedPlant(scene, 40_000m)),
        new("CH-07", "a stopped plant, a cent more", "202605", "1", scene => StoppedPlant(scene, 40_000.01m)),
        new("CH-11", "two debts, the penalty of both booked on one", "202605", "", scene => Penalties(scene, 13m)),
        new("CH-11", "two debts, a cent more than one yuan missing", "202605", "1", scene => Penalties(scene, 10.99m)),
        new("SC-03", "homes on the account's own grid are no agency energy", "202605", "", scene =>
        {
            scene.Add("bill", ("market_mult", 1m));
            scene.Add("bill", ("market_mult", null), ("elec_type", "202"), ("prc_code", "JM01"));
            scene.Add("market_user", ("mode", "02"), ("join_date", Day("2022-01-01")));
        }),
    ];

    public static TheoryData<Story> Points =>
    [
        new("DJ-10", "a lighting meter that cannot, beside one that can", "202605", "", scene => Meters(scene, lightingTimed: false)),
        new("DJ-10", "the same where lighting is billed by periods too", "202605", "1", scene => Meters(scene, lightingTimed: true)),
        new("DJ-17", "one order changes two points at one moment: three times in a year", "202605", "", scene => Changed(scene, 3)),
        new("DJ-17", "four times in a year", "202605", "1", scene => Changed(scene, 4)),
        new("DJ-18", "two orders, each of two prices", "202605", "", scene => Refunds(scene, "A", "A", "B", "B")),
        new("DJ-18", "three orders", "202605", "1", scene => Refunds(scene, "A", "B", "C")),
        new("DJ-18", "three refunds of one content, no order recorded: refunded three times", "202605", "1", scene => Refunds(scene, null, null, null)),
        new("DJ-01", "a village and a pumping station of 400 kVA", "202605", "", scene =>
        {
            scene.Add("cons", ("poweron_date", Day("2024-03-01")));
            scene.Add("bill", ("two_part", false), ("elec_type", "201"), ("contract_cap", 400m));
            scene.Add("bill", ("two_part", false), ("elec_type", "301"), ("contract_cap", 400m));
        }),
        new("CH-09", "eleven reversals of one content by one clerk", "202605", "E", scene =>
            Enumerable.Range(0, 11).ToList().ForEach(_ => scene.Add("payment", ("amt", 1m), ("reversed", true), ("emp_no", "E"), ("pay_time", At("2026-05-20 10:00:00"))))),
        new("YK-01", "two late steps of one order", "202605", "A", scene =>
        {
            scene.Add("biz_app", ("app_no", "A"), ("biz_type", "102"), ("volt_class", "L"), ("ps_num", "1"));
            scene.Add("biz_step", ("app_no", "A"), ("step", "A05"), ("begin_time", At("2026-05-01 09:00:00")), ("end_time", At("2026-05-25 09:00:00")));
            scene.Add("biz_step", ("app_no", "A"), ("step", "A45"), ("begin_time", At("2026-05-01 09:00:00")), ("end_time", At("2026-05-28 09:00:00")));
        }),
        new("XS-05", "a line and an area of one number, both changed", "202605", "01-7 02-7", scene =>
        {
            foreach (var (kind, rate, back) in new[] { ("01", 9m, 0), ("01", 3m, 1), ("02", 9m, 0), ("02", 3m, 1) })
            {
                scene.Add("line_loss", ("obj_type", kind), ("obj_id", 7), ("ym", scene.Month.Add(-back).Ym), ("loss_rate", rate));
            }
        }),
    ];

    [Theory, MemberData(nameof(Points))]
    public void Account_OfSeveralRows_CountsWhatHappened(Story story) => story.IsTold();

    [Theory, MemberData(nameof(Prices))]
    public void Account_BilledAtTwoPrices_IsJudgedAsOne(Story story) => story.IsTold();

    private static void Lighting(Scene scene, params (string, object?)[] cells) =>
        scene.Add("bill", [("prc_code", Light), ("elec_type", "405"), ("two_part", false), ("ba_mode", "0"), ("base_amt", 0m), ("pq", 3000m), .. cells]);

    private static void Priced(Scene scene, int back, params (decimal Energy, decimal Price)[] bills)
    {
        foreach (var ((energy, price), code) in bills.Zip([null, Light]))
        {
            scene.Add("bill", ("ym", scene.Month.Add(-back).Ym), ("pq", energy), ("avg_price", price), ("prc_code", code ?? "DG01"));
        }
    }

    private static void Split(Scene scene, params (decimal Main, decimal Light)[] months)
    {
        foreach (var (month, back) in months.Select((month, back) => (month, back)))
        {
            Priced(scene, back, (month.Main, 0.6m), (month.Light, 0.5m));
        }
    }

    /// <summary>Industry at 0.4 yuan, lighting at 0.8.</summary>
    private static void Weighted(Scene scene, (decimal Main, decimal Light) now, (decimal Main, decimal Light) before)
    {
        foreach (var back in Enumerable.Range(0, 4))
        {
            var (main, light) = back == 0 ? now : before;
            Priced(scene, back, (main, 0.4m), (light, 0.8m));
        }
    }

    private static void InALossyArea(Scene scene, (decimal, decimal) now)
    {
        scene.Add("line_loss", ("obj_type", "02"), ("obj_id", 5), ("loss_rate", 9m));
        scene.Add("line_loss", ("obj_type", "02"), ("obj_id", 5), ("ym", scene.Month.Previous.Ym), ("loss_rate", 6m));
        scene.Add("mp", ("tg_id", 5));
        scene.Add("mp", ("tg_id", 5));
        Split(scene, now, (300m, 700m), (700m, 300m), (500m, 500m));
    }

    private static void Valleys(Scene scene, decimal beyond)
    {
        scene.Add("cons");
        foreach (var (month, days) in new[] { ("202605", 31), ("202604", 30) })
        {
            scene.Add("bill", ("ym", month), ("run_cap", 800m), ("pq_valley", 100_000m));
            scene.Add("bill", ("ym", month), ("run_cap", 800m), ("prc_code", Light), ("pq_valley", (800m * 1.2m * 8 * days) - 100_000m + beyond));
        }
    }

    private static void Fees(Scene scene, decimal fee)
    {
        scene.Add("bill", ("base_amt", fee));
        scene.Add("bill", ("base_amt", 0m), ("prc_code", "SY03"), ("pq", 5000m));
    }

    private static void Halves(Scene scene, decimal second)
    {
        scene.Add("cons");
        scene.Add("bill", ("bill_cap", 500m), ("base_amt", 12_000m));
        scene.Add("bill", ("bill_cap", second), ("base_amt", 12_000m), ("prc_code", "SY03"));
        scene.Add("suspension", ("cap", 500m), ("begin_date", Day("2026-01-01")), ("plan_end", Day("2026-04-30")));
    }

    private static void Demands(Scene scene, decimal second)
    {
        scene.Add("bill", ("ba_mode", "5"), ("bill_dmd", 198m), ("base_amt", 1m));
        scene.Add("bill", ("ba_mode", "5"), ("bill_dmd", second), ("base_amt", 1m), ("prc_code", "SY03"));
        scene.Add("bill_demand", ("sp_id", 1), ("read_dmd", 200m));
        scene.Add("bill_demand", ("sp_id", 2), ("read_dmd", 300m));
    }

    private static void Owed(Scene scene, decimal fee)
    {
        scene.Add("bill", ("base_amt", fee));
        scene.Add("bill", ("base_amt", 0m), ("pq", 5000m));
        scene.Add("transformer", ("capacity", 1000m));
    }

    private static void Standards(Scene scene, string industry)
    {
        scene.Add("cons");
        scene.Add("bill", ("pf_std", industry));
        Lighting(scene, ("pf_std", "0"));
    }

    /// <summary>The reactive meter hangs on the first bill: alone its factor would be 0.92, with the energy of the second it is 0.94.</summary>
    private static void Factors(Scene scene, decimal recorded)
    {
        var percent = Tariffs.Rows().First(row => row.Table.Name == "pf_table" && row.Text("pf_std") == "3" && row.Number("pf") == recorded).Number("pct");
        foreach (var (code, energy, reactive) in new[] { ("DG01", 80_000m, 35_000m), ("SY03", 20_000m, 0m) })
        {
            scene.Add("bill", ("prc_code", code), ("pq", energy), ("rq", reactive), ("actual_pf", recorded), ("pf_pct", percent), ("kwh_amt", 0m), ("base_amt", 0m), ("pf_amt", 0m));
        }
    }

    private static void Household(Scene scene, params decimal[] energies)
    {
        foreach (var (energy, code) in energies.Zip(["JM01", "CD01"]))
        {
            scene.Add("bill", ("elec_type", "202"), ("cons_type", "03"), ("prc_code", code), ("pq", energy));
        }
    }

    private static void Irrigation(Scene scene, params decimal[] energies)
    {
        foreach (var (energy, code) in energies.Zip(["NP01", "NP02"]))
        {
            scene.Add("bill", ("elec_type", "301"), ("run_cap", 30m), ("prc_code", code), ("pq", energy));
        }
    }

    private static void Loss(Scene scene, decimal loss)
    {
        scene.Add("bill", ("tl_pq", loss));
        Lighting(scene, ("tl_pq", 0m));
        scene.Add("mp", ("meas_mode", "2"));
        scene.Add("mp", ("meas_mode", "1"));
    }

    private static void Discounted(Scene scene, decimal light, decimal share)
    {
        scene.Add("bill", ("ba_mode", "5"), ("pq", 250_000m), ("bill_dmd", 600m), ("base_amt", Math.Round(600m * Tariffs.Industry.Demand * share, 2)));
        Lighting(scene, ("pq", light));
    }

    private static void StoppedPlant(Scene scene, decimal second)
    {
        scene.Add("arrears_risk", ("produce_status", "2"));
        scene.Add("bill", ("total_amt", 60_000m));
        scene.Add("bill", ("total_amt", second), ("prc_code", Light));
    }

    private static void Penalties(Scene scene, decimal received)
    {
        scene.Add("receivable", ("due_date", Day("2026-06-20")), ("settled_date", Day("2026-06-25")), ("penalty_due", 6m), ("penalty_rcved", 0m));
        scene.Add("receivable", ("due_date", Day("2026-06-20")), ("settled_date", Day("2026-06-25")), ("penalty_due", 6m), ("penalty_rcved", received));
    }

    private static void Meters(Scene scene, bool lightingTimed)
    {
        scene.Add("bill", ("pq_flat", 100_000m));
        scene.Add("mp", ("mp_id", 6), ("tou_flag", true), ("prc_code", "DG01"));
        scene.Add("meter", ("mp_id", 6), ("tou_capable", true));
        scene.Add("mp", ("mp_id", 7), ("tou_flag", lightingTimed), ("prc_code", Light));
        scene.Add("meter", ("mp_id", 7), ("tou_capable", false));
    }

    private static void Changed(Scene scene, int times)
    {
        scene.Add("cons");
        foreach (var (back, point) in Enumerable.Range(0, times).SelectMany(back => new[] { (back, "1"), (back, "2") }))
        {
            scene.Add("param_change", ("chg_type", "01"), ("new_value", point), ("chg_time", At("2026-05-12 10:00:00").AddMonths(-back)), ("app_no", $"A{back}"));
        }
    }

    private static void Refunds(Scene scene, params string?[] orders)
    {
        scene.Add("cons");
        foreach (var order in orders)
        {
            scene.Add("rebill", ("rs_type", "0202"), ("amt", -10m), ("app_no", order));
        }
    }
}
