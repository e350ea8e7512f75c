using static CaseMgmt.Cases.Tests.Monitoring.Boundaries.Story;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>Mended rules once more: cells that are empty, hours and seconds, correction bills, months that were told again and again.</summary>
public sealed class DoubtNullStories
{
    public static TheoryData<Story> Blind =>
    [
        new("DJ-10", "one of the four periods empty", "202605", "1", scene => scene.Add("bill", ("pq_sharp", null), ("pq_peak", 30_000m), ("pq_flat", 30_000m), ("pq_valley", 30_000m))),
        new("JL-07", "class I, in service for years, never tested", "202605", "A", scene => Tested(scene, "1", "2010-01-01", null)),
        new("JL-07", "class IV, never tested", "202605", "", scene => Tested(scene, "4", "2010-01-01", null)),
        new("KF-03", "the crew never arrived", "202605", "T", scene => scene.Add("ticket", ("ticket_no", "T"), ("biz_type", "05"), ("accept_time", At("2026-05-05 10:00:00")))),
        new("TD-03", "the power never came back", "202605", "9", scene =>
            scene.Add("outage", ("outage_id", 9), ("stop_type", "01"), ("start_time", At("2026-05-05 08:00:00")), ("plan_end", At("2026-05-05 12:00:00")))),
        new("TD-04", "paid, and never connected again", "202605", "9", scene => Cut(scene, "2026-05-06 10:00:00", null)),
        new("DJ-15", "loss charged at no rate", "202605", "1", scene => Dedicated(scene, null)),
        new("DJ-15", "loss charged at 5 %, the most", "202605", "", scene => Dedicated(scene, 5m)),
        new("CH-11", "paid late, the penalty never recorded", "202605", "1", scene =>
            scene.Add("receivable", ("due_date", Day("2026-06-20")), ("settled_date", Day("2026-06-25")), ("penalty_due", 12m), ("penalty_rcved", null))),
        new("SC-03", "multiple never recorded", "202605", "1", scene => scene.Add("market_user", ("mode", "02"), ("cons_no", scene.Add("bill", ("market_mult", null))["cons_no"]))),
        new("HT-01", "kind of customer never recorded, no number", "202605", "1", scene => scene.Add("cons", ("cons_type", null))),
        new("HT-04", "state of the second transformer never recorded", "202605", "", scene =>
        {
            scene.Add("cons");
            scene.Add("transformer", ("capacity", 500m));
            scene.Add("transformer", ("capacity", 500m), ("run_status", null));
        }),
        new("DJ-03", "contract capacity never recorded, no fee", "202605", "1", scene => scene.Add("bill", ("contract_cap", null), ("base_amt", null))),
    ];

    public static TheoryData<Story> Measured =>
    [
        new("KF-01", "Friday evening to Monday morning is no working day", "202605", "", scene => Complaint(scene, "2026-05-15 18:00:00", "2026-05-18 09:00:00")),
        new("KF-01", "24 hours and a half between two working days", "202605", "T", scene => Complaint(scene, "2026-05-19 09:00:00", "2026-05-20 09:30:00")),
        new("KF-03", "town, 45 minutes and a half", "202605", "T", scene => Repair(scene, "10:45:30")),
        new("KF-03", "town, exactly 45 minutes", "202605", "", scene => Repair(scene, "10:45:00")),
        new("TD-04", "connected again after 24 hours and a half", "202605", "9", scene => Cut(scene, "2026-05-06 10:00:00", "2026-05-07 10:30:00")),
        new("TD-04", "after exactly 24 hours", "202605", "", scene => Cut(scene, "2026-05-06 10:00:00", "2026-05-07 10:00:00")),
        new("HT-01", "a blank behind a good number", "202605", "", scene => Phone(scene, "13812345678 ")),
        new("HT-01", "letters in the number", "202605", "1", scene => Phone(scene, "1381234567O")),
    ];

    public static TheoryData<Story> Vague =>
    [
        new("DJ-01", "commerce of 400 kVA connected under the rule of 2023", "202605", "1", scene =>
        {
            scene.Add("cons", ("poweron_date", Day("2024-03-01")));
            scene.Add("bill", ("two_part", false), ("elec_type", "405"), ("trade_code", "5211"), ("contract_cap", 400m));
        }),
        new("DJ-19", "a correction bill alone", "202605", "", scene => scene.Add("bill", ("amt_type", "0202"), ("ba_mode", "2"), ("bill_dmd", 100m), ("base_amt", 1m))),
        new("SC-05", "a correction bill alone", "202605", "", scene =>
        {
            scene.Add("cons", ("hec_code", "101"));
            scene.Add("bill", ("amt_type", "0202"));
        }),
        new("SC-05", "a foundry, of the second list", "202605", "1", scene =>
        {
            scene.Add("cons", ("hec_code", "202"));
            scene.Add("bill");
        }),
        new("CH-10", "paid over the network, never deposited", "202605", "", scene => Paid(scene, "05")),
        new("CH-10", "paid in cash, never deposited", "202605", "9", scene => Paid(scene, "01")),
        new("CH-12", "a section that is read from afar", "202605", "", scene => scene.Add("mr_section", ("mr_sect_no", "7"), ("mr_mode", "102"), ("reader_since", Day("2020-01-01")))),
        new("DJ-16", "the fee halved by a proper stop", "202605", "", scene => Prices(scene, stopped: true)),
        new("DJ-16", "the same without one", "202605", "1", scene => Prices(scene, stopped: false)),
        new("CH-05", "a new meter begins lower than the old one ended", "202605", "", scene =>
        {
            scene.Add("cons");
            scene.Add("mr_read", ("ym", "202604"), ("mp_id", 3), ("meter_id", 1), ("last_read", 8000m), ("this_read", 9000m));
            scene.Add("mr_read", ("mp_id", 3), ("meter_id", 2), ("last_read", 9000m), ("this_read", 40m));
        }),
        new("JL-08", "repaired late half a year ago", "202605", "", scene =>
        {
            scene.Add("cons");
            scene.Add("meter_fault", ("found_date", Day("2025-10-01")), ("fixed_date", Day("2025-11-20")));
        }),
        new("TD-02", "three outages, one of them for orderly use", "202605", "", scene => Outages(scene, ("02", "05-01"), ("02", "05-09"), ("06", "05-20"))),
        new("TD-02", "two outages, one of them written twice", "202605", "", scene => Outages(scene, ("02", "05-01"), ("02", "05-09"), ("02", "05-09"))),
        new("TD-02", "three outages, the kind of one never recorded", "202605", "5", scene => Outages(scene, ("02", "05-01"), ("02", "05-09"), (null, "05-20"))),
        new("SC-04", "left the market, nothing signed again", "202605", "1", scene =>
        {
            scene.Add("cons");
            scene.Add("market_user", ("contract_signed", true), ("exit_date", Day("2026-05-01")));
        }),
        new("YK-06", "two owners at one address of quotes, commas and two lines", "202605", "\"甲\",1\n2\" \"甲\",1\n2\" / D", scene =>
        {
            foreach (var (owner, i) in new[] { "C", "C", "D", "D" }.Select((owner, i) => (owner, i)))
            {
                scene.Add("cons", ("cons_no", $"{i}"), ("cust_no", owner), ("addr_norm", "\"甲\",1\n2\""), ("contract_cap", 160m));
            }
        }),
    ];

    [Theory, MemberData(nameof(Blind))]
    public void Rule_WhereACellIsEmpty_StillSeesTheRow(Story story) => story.IsTold();

    [Theory, MemberData(nameof(Measured))]
    public void Rule_OfHoursAndTexts_MeasuresThemWhole(Story story) => story.IsTold();

    [Theory, MemberData(nameof(Vague))]
    public void Rule_ThatWasVague_DecidesAsTold(Story story) => story.IsTold();

    private static void Tested(Scene scene, string kind, string installed, string? last)
    {
        scene.Add("cons");
        scene.Add("mp", ("mp_id", 6), ("md_class", kind));
        scene.Add("meter", ("asset_no", "A"), ("mp_id", 6), ("install_date", Day(installed)), ("last_check_date", last is null ? null : Day(last)));
    }

    private static void Cut(Scene scene, string paid, string? restored)
    {
        scene.Add("cons");
        scene.Add("arrears_cut", ("cut_id", 9), ("notice_time", At("2026-04-20 10:00:00")), ("cut_time", At("2026-05-04 10:00:00")), ("paid_time", At(paid)), ("restore_time", restored is null ? null : At(restored)));
    }

    private static void Dedicated(Scene scene, decimal? rate)
    {
        scene.Add("cons");
        scene.Add("line", ("line_id", 5), ("line_type", "1"));
        scene.Add("supply_point", ("sp_id", 6), ("line_id", 5));
        scene.Add("mp", ("sp_id", 6), ("meas_mode", "2"), ("ll_flag", true), ("ll_rate", rate));
    }

    private static void Complaint(Scene scene, string accepted, string contacted) => scene.Add("ticket", ("ticket_no", "T"), ("biz_type", "02"), ("accept_time", At(accepted)),
        ("contact_time", At(contacted)), ("finish_time", At(contacted)), ("deadline", At(accepted).AddDays(9)));

    private static void Repair(Scene scene, string arrived) => scene.Add("ticket", ("ticket_no", "T"), ("biz_type", "05"), ("is_urban", true), ("accept_time", At("2026-05-05 10:00:00")),
        ("arrive_time", At("2026-05-05 " + arrived)));

    private static void Phone(Scene scene, string number)
    {
        scene.Add("cons");
        scene.Add("cons_contact", ("contact_type", "02"), ("mobile", number));
    }

    private static void Paid(Scene scene, string mode) => scene.Add("payment", ("pay_id", 9), ("amt", 80m), ("settle_mode", mode), ("pay_time", At("2026-05-05 10:00:00")));

    private static void Prices(Scene scene, bool stopped)
    {
        scene.Add("bill", ("avg_price", 0.5m));
        foreach (var back in new[] { 1, 2, 3 })
        {
            scene.Add("bill", ("ym", scene.Month.Add(-back).Ym), ("avg_price", 0.8m));
        }

        if (stopped)
        {
            scene.Add("suspension", ("cap", 500m), ("begin_date", Day("2026-05-01")));
        }
    }

    private static void Outages(Scene scene, params (string? Kind, string Day)[] outages)
    {
        scene.Add("tg", ("tg_id", 5));
        foreach (var (kind, day) in outages)
        {
            scene.Add("outage", ("tg_id", 5), ("stop_type", kind), ("start_time", At($"2026-{day} 08:00:00")));
        }
    }
}
