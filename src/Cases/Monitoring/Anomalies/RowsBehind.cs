using System.Globalization;
using System.Text.RegularExpressions;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Model;
using Microsoft.Data.Sqlite;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>Rows of one table that a rule read for one object.</summary>
public sealed record BehindTable(string Table, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows);

/// <summary>
/// Why a rule fired, in data: of each table that the rule names, the object's own rows of the month. What names a person is masked.
/// </summary>
public sealed partial class RowsBehind(MarketingFiles files)
{
    private const int MostRows = 15;
    private static readonly string[] Keys = ["cons_no", "asset_no", "obj_id", "line_id", "tg_id", "mr_sect_no", "plan_id", "ticket_no", "outage_id", "app_no", "gen_no", "case_no", "contract_no", "org_no"];
    private static readonly HashSet<string> Masked = ["cons_name", "elec_addr", "addr_norm", "cert_no", "mobile", "agent_name", "legal_person", "contact_name", "emp_name"];
    private static readonly HashSet<string> NoObjects = ["dim_month", "calendar", "org", "tariff", "tariff_period", "pf_table", "proc_limit", "staff"];

    public IReadOnlyList<BehindTable> Read(long batch, Anomaly anomaly, string ruleSql)
    {
        if (!File.Exists(files.DatabaseOf(batch)))
        {
            return [];
        }

        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = files.DatabaseOf(batch), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        var names = Word().Matches(ruleSql).Select(match => match.Value).Distinct(StringComparer.Ordinal);
        var tables = names.Select(MarketingModel.Current.Find).OfType<MarketingTable>().Where(table => !NoObjects.Contains(table.Name));
        return [.. tables.Select(table => Read(connection, table, anomaly)).OfType<BehindTable>()];
    }

    private static BehindTable? Read(SqliteConnection connection, MarketingTable table, Anomaly anomaly)
    {
        foreach (var key in Keys.Where(key => table.Find(key) is not null))
        {
            var rows = Read(connection, table, key, anomaly);
            if (rows.Count > 0)
            {
                return new BehindTable(table.Name, [.. table.Columns.Select(column => column.Name)], rows);
            }
        }

        return null;
    }

    private static List<IReadOnlyList<string?>> Read(SqliteConnection connection, MarketingTable table, string key, Anomaly anomaly)
    {
        var month = table.Find("ym") is not null ? " and ym = $ym" : table.Find("data_date") is not null ? " and substr(data_date, 1, 7) = $month" : "";
        var wanted = key == "cons_no" ? "in ($key, (select cons_no from meter where asset_no = $key))" : "= $key";
        using var command = new SqliteCommand($"select * from {table.Name} where {key} {wanted}{month} limit {MostRows}", connection);
        command.Parameters.AddWithValue("$key", table.Find(key)!.Kind == ColumnKind.Text ? anomaly.ObjKey : long.TryParse(anomaly.ObjKey, CultureInfo.InvariantCulture, out var number) ? number : -1);
        command.Parameters.AddWithValue("$ym", anomaly.Ym);
        command.Parameters.AddWithValue("$month", $"{anomaly.Ym[..4]}-{anomaly.Ym[4..]}");
        using var reader = command.ExecuteReader();
        var rows = new List<IReadOnlyList<string?>>();
        while (reader.Read())
        {
            rows.Add([.. table.Columns.Select((column, at) => reader.IsDBNull(at) ? null : Shown(column, reader.GetValue(at)))]);
        }

        return rows;
    }

    private static string Shown(MarketingColumn column, object value) =>
        Masked.Contains(column.Name) ? "***"
        : column.Kind == ColumnKind.Decimal && value is long whole ? (whole / (decimal)Math.Pow(10, column.Scale)).ToString("0.######", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex("[a-z_0-9]+")]
    private static partial Regex Word();
}
