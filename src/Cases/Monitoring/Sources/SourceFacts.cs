using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CaseMgmt.Cases.Monitoring.Screening;

namespace CaseMgmt.Cases.Monitoring.Sources;

/// <summary>What the data of a source tells about itself: its newest account month, its day, the newest day of each table.</summary>
/// <param name="Load">A text that changes when something new was loaded: the days, and the load log where the source keeps one.</param>
public sealed record SourceFacts(string? Ym, DateOnly? Stamp, IReadOnlyList<TableDay> Days, string Load)
{
    /// <summary>The tables whose newest day is the day of the data.</summary>
    public static readonly IReadOnlyList<string> Daily = ["payment", "coll_day", "bill", "ticket"];

    /// <summary>The view by which a warehouse may say when each table was loaded: table_name, loaded_at.</summary>
    public const string LoadLog = "load_log";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly IReadOnlyList<(string Table, string Column)> Dated =
    [
        ("arrears_cut", "cut_time"), ("bill", "release_date"), ("biz_app", "accept_time"), ("coll_day", "data_date"), ("hall_check", "check_date"), ("line_loss", "ym"),
        ("meter_fault", "found_date"), ("mr_plan", "upload_time"), ("mr_read", "mr_date"), ("outage", "start_time"), ("param_change", "chg_time"), ("payment", "pay_time"),
        ("pv_month", "ym"), ("rebill", "rs_date"), ("receivable", "ym"), ("safety_hazard", "found_date"), ("ticket", "accept_time"), ("violation", "found_date"),
    ];

    /// <param name="tables">Only these; a table without a day of its own is left out.</param>
    public static SourceFacts Read(IRuleSource source, IReadOnlyCollection<string>? tables, bool hasLog, CancellationToken stop)
    {
        var days = Dated.Where(each => tables is null || tables.Contains(each.Table)).Select(each => new TableDay(each.Table, DayOf(Newest(source, each.Table, each.Column, stop)))).ToList();
        var stamp = days.Where(day => Daily.Contains(day.Table)).Max(day => day.Day);
        var log = hasLog ? Log(source, stop) : [];
        return new SourceFacts(Newest(source, "bill", "ym", stop) as string, stamp, days, HashOf(days.Select(day => $"{day.Table}={day.Day:O}").Concat(log)));
    }

    /// <summary>Whether anything is there of an account month: over a month without data every rule finds nothing, and that must not look like a clean month.</summary>
    public static bool HasMonth(IRuleSource source, string ym, CancellationToken stop)
    {
        var first = DateOnly.ParseExact(ym + "01", "yyyyMMdd", CultureInfo.InvariantCulture);
        var next = first.AddMonths(1).ToString("yyyyMM", CultureInfo.InvariantCulture);
        return HasBills(source, ym, stop)
            || Dated.OrderBy(each => each.Column == "ym" ? 0 : 1).Any(each => each.Column == "ym" ? Tells(source, each, ym, next, stop) : Tells(source, each, first, first.AddMonths(1), stop));
    }

    /// <summary>Whether the bills of an account month are there: most rules read them.</summary>
    public static bool HasBills(IRuleSource source, string ym, CancellationToken stop)
    {
        using var reader = source.Ask("select max(ym) from bill where ym = @ym", Limit, stop, ("ym", ym));
        return reader.Read() && !reader.IsDBNull(0);
    }

    private static bool Tells(IRuleSource source, (string Table, string Column) dated, object first, object below, CancellationToken stop)
    {
        var sql = $"select max({dated.Column}) from {dated.Table} where {dated.Column} >= @first and {dated.Column} < @below";
        using var reader = source.Ask(sql, Limit, stop, ("first", first), ("below", below));
        return reader.Read() && !reader.IsDBNull(0);
    }

    private static object? Newest(IRuleSource source, string table, string column, CancellationToken stop)
    {
        using var reader = source.Ask($"select max({column}) from {table}", Limit, stop);
        return reader.Read() && !reader.IsDBNull(0) ? reader.GetValue(0) : null;
    }

    private static List<string> Log(IRuleSource source, CancellationToken stop)
    {
        using var reader = source.Ask($"select table_name, max(loaded_at) from {LoadLog} group by table_name order by table_name", Limit, stop);
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add($"{reader.GetString(0)}@{(reader.IsDBNull(1) ? "" : reader.GetDateTime(1).ToString("O", CultureInfo.InvariantCulture))}");
        }

        return lines;
    }

    /// <summary>A month stands for its first day.</summary>
    private static DateOnly? DayOf(object? value) => value switch
    {
        null => null,
        DateOnly day => day,
        DateTime time => DateOnly.FromDateTime(time),
        string { Length: 6 } month => DateOnly.ParseExact(month + "01", "yyyyMMdd", CultureInfo.InvariantCulture),
        string text => DateOnly.ParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A day came as {value.GetType().Name}."),
    };

    private static string HashOf(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
}
