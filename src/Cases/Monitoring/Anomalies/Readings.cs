using System.Globalization;
using CaseMgmt.Cases.Monitoring.Screening;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>One month of the object: energy and money.</summary>
public sealed record Reading(string Ym, decimal Kwh, decimal? Amount);

/// <summary>Thirteen months up to the anomaly's: of the account, of the meter's account, or of the feeder or area.</summary>
public sealed class Readings(IRuleSource source)
{
    private const int Hundredths = 2;
    private const string OfAccount = """
        select ym, sum(pq), sum(total_amt) from bill where cons_no = @key and amt_type = '01' and ym between @first and @last group by ym order by ym
        """;

    private const string OfMeter = """
        select b.ym, sum(b.pq), sum(b.total_amt) from bill b where b.cons_no = (select max(cons_no) from meter where asset_no = @key)
        and b.amt_type = '01' and b.ym between @first and @last group by b.ym order by b.ym
        """;

    private const string OfGrid = "select ym, max(supply_pq), null from line_loss where obj_id = @key and ym between @first and @last group by ym order by ym";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public IReadOnlyList<Reading> Read(Anomaly anomaly)
    {
        foreach (var sql in new[] { OfAccount, OfMeter })
        {
            if (Read(sql, anomaly.ObjKey, anomaly.Ym) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return long.TryParse(anomaly.ObjKey, CultureInfo.InvariantCulture, out var number) ? Read(OfGrid, number, anomaly.Ym) : [];
    }

    private List<Reading> Read(string sql, object key, string ym)
    {
        var month = DateOnly.ParseExact(ym + "01", "yyyyMMdd", CultureInfo.InvariantCulture);
        using var reader = source.Ask(sql, Limit, default, ("key", key), ("first", month.AddMonths(-12).ToString("yyyyMM", CultureInfo.InvariantCulture)), ("last", ym));
        var readings = new List<Reading>();
        while (reader.Read())
        {
            readings.Add(new Reading(reader.GetString(0), MarketingValue.Number(reader, 1, Hundredths), reader.IsDBNull(2) ? null : MarketingValue.Number(reader, 2, Hundredths)));
        }

        return readings;
    }
}
