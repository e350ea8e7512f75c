using CaseMgmt.Cases.Monitoring.Model;

namespace CaseMgmt.DataGenerator.County;

/// <summary>A quiet month of everything else: applications, tickets, outages, halls, inspections, generators. Nothing here breaks a rule.</summary>
public static class Services
{
    public static IEnumerable<Row> Rows(Station station, GeneratorOptions options)
    {
        var free = new FreeRows(options, station, 5_000_000 + station.Index);
        Application(free);
        Tickets(free);
        Outage(free);
        Customers(free);
        Generator(free);
        return free.Rows;
    }

    /// <summary>Step limits in working days, the same for every county.</summary>
    public static IEnumerable<Row> Limits()
    {
        foreach (var (volt, sources, step, days) in new[]
        {
            ("H", "1", "A05", 15m), ("H", "2", "A05", 30m), ("L", "1", "A05", 7m), ("H", "1", "A10", 10m), ("H", "2", "A10", 10m), ("H", "1", "A12", 5m), ("H", "2", "A12", 5m),
            ("H", "1", "A15", 5m), ("H", "2", "A15", 5m), ("H", "1", "A45", 5m), ("H", "2", "A45", 5m), ("L", "1", "A45", 5m),
        })
        {
            yield return new Row(MarketingModel.Current["proc_limit"]).With(("volt_class", volt), ("ps_num", sources), ("step", step), ("limit_wd", days), ("basis", "供电服务十项承诺"));
        }
    }

    private static void Application(FreeRows free)
    {
        var app = $"A{free.Id}";
        free.Add("biz_app", ("app_no", app), ("biz_type", "102"), ("org_no", free.Station.OrgNo), ("volt_class", "L"), ("ps_num", "1"), ("app_cap", 30m), ("accept_time", free.At(4, 9)),
            ("poweron_time", free.At(12, 15)), ("arc_time", free.At(14, 10)), ("status", "2"), ("return_flag", false), ("std_fee", 0m), ("rcved_fee", 0m), ("channel", "01"),
            ("callback_flag", true), ("doc_complete", true));
        foreach (var (step, day, i) in new[] { ("A05", 7, 1), ("A15", 10, 2), ("A16", 11, 3), ("A45", 12, 4) })
        {
            free.Add("biz_step", ("id", free.Id + i), ("app_no", app), ("step", step), ("begin_time", free.At(day - 1, 9)), ("end_time", free.At(day, 15)), ("workdays", 1m),
                ("emp_no", free.Station.OrgNo + "04"));
        }
    }

    private static void Tickets(FreeRows free)
    {
        free.Add("ticket", ("ticket_no", $"T{free.Id}"), ("biz_type", "02"), ("sub_type", "0204"), ("org_no", free.Station.OrgNo), ("is_urban", free.Station.Urban),
            ("accept_time", free.At(6, 9, 30)), ("contact_time", free.At(6, 10, 10)), ("finish_time", free.At(9, 16)), ("deadline", free.At(14, 18)), ("satisfied", 5),
            ("callback_ok", true), ("is_true", true));
        free.Add("ticket", ("ticket_no", $"T{free.Id + 1}"), ("biz_type", "05"), ("org_no", free.Station.OrgNo), ("is_urban", free.Station.Urban), ("accept_time", free.At(8, 20)),
            ("contact_time", free.At(8, 20, 5)), ("arrive_time", free.At(8, 20, 32)), ("finish_time", free.At(8, 21, 40)), ("deadline", free.At(9, 20)), ("satisfied", 4),
            ("callback_ok", true), ("is_true", true));
        free.Add("hall_check", ("id", free.Id), ("hall_no", "H" + free.Station.OrgNo), ("org_no", free.Station.OrgNo), ("check_date", free.Month.Day(12)), ("abn_type", "00"),
            ("morning_meeting", true));
    }

    private static void Outage(FreeRows free) => free.Add("outage", ("outage_id", free.Id), ("org_no", free.Station.OrgNo), ("line_id", free.Station.Lines[0]),
        ("tg_id", free.Station.Areas[0]), ("stop_type", "01"), ("plan_start", free.At(20, 8)), ("plan_end", free.At(20, 12)), ("start_time", free.At(20, 8, 5)),
        ("end_time", free.At(20, 11, 50)), ("issue_time", free.At(10, 9)), ("cust_cnt", 79), ("reason", "设备检修"));

    private static void Customers(FreeRows free)
    {
        var (org, cons) = (free.Station.OrgNo, $"N{free.Id}");
        free.Add("inspect_task", ("id", free.Id), ("ym", free.Month.Ym), ("cons_no", cons), ("org_no", org), ("chk_type", "100"), ("plan_end", free.Month.Day(25)),
            ("done_date", free.Month.Day(18)));
        free.Add("safety_hazard", ("id", free.Id), ("cons_no", cons), ("org_no", org), ("found_date", free.Month.Previous.Day(3)), ("plan_date", free.Month.Day(20)),
            ("done_date", free.Month.Day(15)), ("notify_flag", true), ("importance", "03"));
        free.Add("violation", ("case_no", $"V{free.Id}"), ("cons_no", cons), ("org_no", org), ("attr", "01"), ("type", "02"), ("found_date", free.Month.Day(2)),
            ("finish_date", free.Month.Day(20)), ("cap", 50m), ("months", 3m), ("rs_pq", 0m), ("rs_amt", 4200m), ("penalty", 12600m), ("std_mult", 3m), ("terminated", false));
        free.Add("meter_fault", ("fault_id", free.Id), ("cons_no", cons), ("fault_type", "01"), ("found_date", free.Month.Day(3)), ("fixed_date", free.Month.Day(7)),
            ("err_pq", 120m), ("rs_app_no", $"A{free.Id + 7}"), ("rs_done_date", free.Month.Day(16)));
        free.Add("rebill", ("rs_id", free.Id), ("app_no", $"A{free.Id + 7}"), ("cons_no", cons), ("org_no", org), ("ym", free.Month.Ym), ("rs_type", "0203"),
            ("err_date", free.Month.Day(3)), ("rs_date", free.Month.Day(16)), ("pq", 120m), ("amt", 86.58m), ("to_nonbiz", false), ("approve_level", "1"), ("reason", "计量故障"));
        free.Add("param_change", ("chg_id", free.Id), ("cons_no", cons), ("org_no", org), ("chg_type", "02"), ("old_value", "0"), ("new_value", "1"), ("chg_time", free.At(9, 11)),
            ("app_no", $"A{free.Id + 8}"), ("emp_no", org + "03"));
        free.Add("arrears_risk", ("cons_no", cons), ("risk_level", "3"), ("reason", "季节性经营"), ("produce_status", "1"), ("measure", "短信提醒"), ("updated_at", free.Month.Day(1)));
        free.Add("arrears_cut", ("cut_id", free.Id), ("cons_no", cons), ("org_no", org), ("notice_time", free.At(2, 9)), ("cut_time", free.At(12, 9)), ("paid_time", free.At(13, 9)),
            ("restore_time", free.At(13, 15)));
    }

    private static void Generator(FreeRows free)
    {
        var no = $"G{free.Id}";
        free.Add("pv", ("gen_no", no), ("cons_no", $"N{free.Id}"), ("org_no", free.Station.OrgNo), ("type", "02"), ("mode", "03"), ("cap_kw", 20m), ("grid_date", new DateOnly(2023, 8, 1)),
            ("contract_ok", true));
        for (var back = 0; back < 7; back++)
        {
            free.Add("pv_month", ("gen_no", no), ("ym", free.Month.Add(-back).Ym), ("gen_pq", 2100m), ("up_pq", 1500m), ("self_pq", 600m), ("subsidy", 0m), ("ref_hours", 105m));
        }
    }
}
