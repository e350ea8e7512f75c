using System.Globalization;
using CaseMgmt.Cases.Monitoring.Loading;
using Microsoft.Data.Sqlite;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>One month of the object: energy and money.</summary>
public sealed record Reading(string Ym, decimal Kwh, decimal? Amount);

/// <summary>Thirteen months up to the anomaly's: of the account, of the meter's account, or of the feeder or area.</summary>
public sealed class Readings(MarketingFiles files)
{
    private const string OfAccount = """
        select ym, sum(pq), sum(total_amt) from bill where cons_no = $key and amt_type = '01' and ym between $from and $to group by ym order by ym
        """;

    private const string OfMeter = """
        select b.ym, sum(b.pq), sum(b.total_amt) from bill b where b.cons_no = (select cons_no from meter where asset_no = $key)
        and b.amt_type = '01' and b.ym between $from and $to group by b.ym order by b.ym
        """;

    private const string OfGrid = "select ym, supply_pq, null from line_loss where obj_id = cast($key as integer) and ym between $from and $to group by ym order by ym";

    public IReadOnlyList<Reading> Read(long batch, Anomaly anomaly)
    {
        if (!File.Exists(files.DatabaseOf(batch)))
        {
            return [];
        }

        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = files.DatabaseOf(batch), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        foreach (var sql in new[] { OfAccount, OfMeter, OfGrid })
        {
            if (Read(connection, sql, anomaly) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }

    private static List<Reading> Read(SqliteConnection connection, string sql, Anomaly anomaly)
    {
        var month = DateOnly.ParseExact(anomaly.Ym + "01", "yyyyMMdd", CultureInfo.InvariantCulture);
        using var command = new SqliteCommand(sql, connection);
        command.Parameters.AddWithValue("$key", anomaly.ObjKey);
        command.Parameters.AddWithValue("$from", month.AddMonths(-12).ToString("yyyyMM", CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue("$to", anomaly.Ym);
        using var reader = command.ExecuteReader();
        var readings = new List<Reading>();
        while (reader.Read())
        {
            readings.Add(new Reading(reader.GetString(0), Hundredths(reader, 1) ?? 0, Hundredths(reader, 2)));
        }

        return readings;
    }

    /// <summary>Energy and money both have two decimal places in the model.</summary>
    private static decimal? Hundredths(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column) / 100m;
}
