using CaseMgmt.Cases.Monitoring.Model;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>A change of a whole county that must not matter to a theme, as statements that both databases understand.</summary>
/// <param name="Sql">{one} is 1 with two places, as the database stores it.</param>
public sealed record EdgeChange(string Name, params string[] Sql)
{
    /// <summary>The station after this one, going round.</summary>
    private const string Next = "case org_no when '37030601' then '37030602' when '37030602' then '37030603' when '37030603' then '37030604' else '37030601' end";

    /// <summary>Tables whose rows say what a month was like; a row of the same content tells nothing new. The others hold events and things, each row one of its own.</summary>
    public static readonly IReadOnlyList<string> Statements = ["bill", "mr_read", "bill_demand", "cons_contact", "suspension", "market_user", "biz_step", "mr_plan", "hall_check", "inspect_task", "safety_hazard"];

    public static readonly EdgeChange Moved = new("moved", $"update cons set org_no = {Next}");
    public static readonly EdgeChange Booked = new("booked", [.. Elsewhere()]);
    public static readonly EdgeChange Priced = new("priced", [.. SecondPrice()]);
    public static readonly EdgeChange Reissued = new("reissued", [.. TakenBackAndIssuedAgain()]);
    public static readonly EdgeChange Metered = new("metered", [.. SecondPoint()]);

    /// <summary>No day is off any more, as if every holiday and weekend were moved out of the calendar.</summary>
    public static readonly EdgeChange Holidays = new("holidays", "update calendar set is_workday = 1", "update calendar set wd_seq = (select count(*) from calendar k where k.d <= calendar.d)");

    /// <summary>What nothing may depend on: stations, prices, bills taken back, points of supply.</summary>
    public static readonly IReadOnlyList<EdgeChange> Indifferent = [Moved, Booked, Priced, Reissued, Metered];

    /// <summary>Every row of a table once more, under another number.</summary>
    public static EdgeChange Twice(string table)
    {
        var shipped = MarketingModel.Current[table];
        var columns = string.Join(", ", shipped.Columns.Select(column => column.Required ? $"{column.Name} + 500000000000" : column.Name));
        return new("twice-" + table, $"insert into {table} select {columns} from {table}");
    }

    public override string ToString() => Name;

    /// <summary>Every second row that tells of an account, the days of a meter by their date.</summary>
    private static IEnumerable<string> Elsewhere() =>
        from table in MarketingModel.Current.Tables
        where table.Name is not ("cons" or "biz_app") && table.Find("org_no") is not null && table.Find("cons_no") is not null
        let number = table.PrimaryKey.Select(key => table.Find(key)!).FirstOrDefault(key => key.Kind == ColumnKind.Integer)?.Name
        let second = table.Name == "coll_day" ? "cast(substr(cast(data_date as text), 9, 2) as integer)" : number ?? "cast(substr(cons_no, length(cons_no) - 1, 2) as integer)"
        select $"update {table.Name} set org_no = {Next} where {second} % 2 = 0";

    /// <summary>Half the energy of every bill stands on a second one: for industry at the single-part price of commerce, for the others at one of their own kind. The fee stays on the first.</summary>
    private static IEnumerable<string> SecondPrice()
    {
        string[] halved = ["pq", "pq_sharp", "pq_peak", "pq_flat", "pq_valley", "rq", "rev_pq", "ll_pq", "levy_amt", "total_amt"];
        var cells = MarketingModel.Current["bill"].Columns.Select(column => column.Name switch
        {
            "bill_id" => "bill_id + 500000000000",
            "prc_code" => "case when elec_type = '100' then 'SY02' else prc_code || 'B' end",
            "elec_type" => "case when elec_type = '100' then '405' else elec_type end",
            "two_part" => "case when elec_type = '100' then 0 else two_part end",
            "pf_std" => "case when elec_type = '100' then '0' else pf_std end",
            "ba_mode" => "'0'",
            "kwh_amt" or "base_amt" or "pf_amt" or "tl_pq" => "0",
            "bill_cap" or "bill_dmd" or "max_dmd" => "null",
            var half when halved.Contains(half) => $"{half} / 2",
            var same => same,
        });
        yield return $"insert into bill select {string.Join(", ", cells)} from bill where amt_type = '01'";
        yield return $"update bill set {string.Join(", ", halved.Select(column => $"{column} = bill.{column} - h.{column}"))} from bill h where h.bill_id = bill.bill_id + 500000000000";
    }

    private static IEnumerable<string> TakenBackAndIssuedAgain()
    {
        string[] turned = ["pq", "pq_sharp", "pq_peak", "pq_flat", "pq_valley", "rq", "rev_pq", "tl_pq", "ll_pq", "kwh_amt", "base_amt", "pf_amt", "levy_amt", "total_amt"];
        var columns = MarketingModel.Current["bill"].Columns.Select(column => column.Name).ToList();
        var back = columns.Select(column => column == "bill_id" ? "bill_id + 500000000000" : turned.Contains(column) ? "-" + column : column);
        var again = columns.Select(column => column == "bill_id" ? "bill_id + 600000000000" : column);
        yield return $"insert into bill select {string.Join(", ", back)} from bill where amt_type = '01'";
        yield return $"insert into bill select {string.Join(", ", again)} from bill where amt_type = '01' and bill_id < 500000000000";
    }

    /// <summary>Every account has a second point of lighting, its meter in good order and standing still.</summary>
    private static IEnumerable<string> SecondPoint()
    {
        yield return Copy("mp", "mp_id", ("prc_code", "'LIGHT'"), ("tou_flag", "0"), ("md_class", "'5'"), ("pq_calc_mode", "'1'"), ("contract_dmd", "null"), ("fixed_check_date", "null"));
        yield return Copy("meter", "meter_id", ("mp_id", "mp_id + 500000000000"), ("asset_no", "asset_no || 'B'"), ("status", "'012'"), ("tou_capable", "0"),
            ("ct_ratio", "{one}"), ("pt_ratio", "{one}"), ("rate", "{one}"), ("remove_date", "null"), ("remove_read", "null"));
        yield return "update meter set install_date = '2010-01-01', first_check_date = '2010-01-05', last_check_date = '2010-01-05', verify_due = '2099-01-01' where meter_id > 500000000000";
        yield return Copy("mr_read", "read_id", ("mp_id", "mp_id + 500000000000"), ("meter_id", "meter_id + 500000000000"), ("last_read", "0"), ("this_read", "0"), ("pq", "0"), ("mr_status", "'02'"));
        yield return Copy("coll_day", "meter_id", ("read_fwd", "0"), ("read_rev", "0"), ("pq_fwd", "0"), ("pq_rev", "0"), ("pq_valley", "0"), ("max_load_kw", "0"), ("succ", "1"));
    }

    private static string Copy(string table, string key, params (string Column, string Value)[] cells)
    {
        var changed = cells.Append((key, $"{key} + 500000000000")).ToDictionary(cell => cell.Item1, cell => cell.Item2);
        return $"insert into {table} select {string.Join(", ", MarketingModel.Current[table].Columns.Select(column => changed.GetValueOrDefault(column.Name, column.Name)))} from {table}";
    }
}
