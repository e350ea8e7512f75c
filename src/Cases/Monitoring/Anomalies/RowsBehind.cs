using System.Data.Common;
using System.Globalization;
using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>Rows of one table that a rule read for one object.</summary>
public sealed record BehindTable(string Table, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows);

/// <summary>
/// Why a rule fired, in data: of each table that the rule names, the object's own rows of the month. What names a person is masked.
/// </summary>
public sealed class RowsBehind(IRuleSource source)
{
    private const int MostRows = 15;
    private static readonly string[] Keys = ["cons_no", "asset_no", "obj_id", "line_id", "tg_id", "mr_sect_no", "plan_id", "ticket_no", "outage_id", "app_no", "gen_no", "case_no", "contract_no", "org_no"];
    private static readonly HashSet<string> Masked = ["cons_name", "elec_addr", "addr_norm", "cert_no", "mobile", "agent_name", "legal_person", "contact_name", "emp_name"];
    private static readonly HashSet<string> NoObjects = ["dim_month", "calendar", "org", "tariff", "tariff_period", "pf_table", "proc_limit", "staff"];

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public IReadOnlyList<BehindTable> Read(Anomaly anomaly, string ruleSql) =>
        [.. RuleTables.Of(ruleSql).Where(table => !NoObjects.Contains(table.Name)).Select(table => Read(table, anomaly)).OfType<BehindTable>()];

    private BehindTable? Read(MarketingTable table, Anomaly anomaly)
    {
        foreach (var key in Keys.Where(key => table.Find(key) is not null))
        {
            var rows = Read(table, key, anomaly);
            if (rows.Count > 0)
            {
                return new BehindTable(table.Name, [.. table.Columns.Select(column => column.Name)], rows);
            }
        }

        return null;
    }

    private List<IReadOnlyList<string?>> Read(MarketingTable table, string key, Anomaly anomaly)
    {
        var text = table.Find(key)!.Kind == ColumnKind.Text;
        var number = long.TryParse(anomaly.ObjKey, CultureInfo.InvariantCulture, out var parsed) ? parsed : -1;
        var wanted = key == "cons_no" ? "in (@key, (select max(cons_no) from meter where asset_no = @key))" : "= @key";
        var (month, values) = Month(table, anomaly.Ym);
        var sql = source.Dialect.First(MostRows, string.Join(", ", table.Columns.Select(column => column.Name)), $"from {table.Name} where {key} {wanted}{month}");
        using var reader = source.Ask(sql, Limit, default, [("key", text ? anomaly.ObjKey : number), .. values]);
        var rows = new List<IReadOnlyList<string?>>();
        while (reader.Read())
        {
            rows.Add([.. table.Columns.Select((column, at) => reader.IsDBNull(at) ? null : Shown(reader, column, at))]);
        }

        return rows;
    }

    private (string Sql, (string, object)[] Values) Month(MarketingTable table, string ym)
    {
        var first = DateOnly.ParseExact(ym + "01", "yyyyMMdd", CultureInfo.InvariantCulture);
        return table.Find("ym") is not null ? (" and ym = @ym", [("ym", ym)])
            : table.Find("data_date") is not null ? (" and data_date between @first and @last", [("first", Day(first)), ("last", Day(first.AddMonths(1).AddDays(-1)))])
            : ("", []);
    }

    private object Day(DateOnly day) => source.Dialect.Scaled ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : day;

    private static string Shown(DbDataReader reader, MarketingColumn column, int at) =>
        Masked.Contains(column.Name) ? "***"
        : column.Kind == ColumnKind.Decimal ? MarketingValue.Number(reader, at, column.Scale).ToString("0.######", CultureInfo.InvariantCulture)
        : MarketingValue.Text(reader.GetValue(at));
}
