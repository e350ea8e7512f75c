using System.Globalization;
using CaseMgmt.Cases.Access;
using Microsoft.Data.Sqlite;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>What a fresh batch tells about itself: its month, its day, its organisations.</summary>
public sealed record MarketingFacts(string? Ym, DateOnly? Stamp, IReadOnlyList<OrgUnit> Orgs)
{
    private const string StampSql = """
        select max(d) from (select max(substr(pay_time, 1, 10)) as d from payment union all select max(data_date) from coll_day
        union all select max(release_date) from bill union all select max(substr(accept_time, 1, 10)) from ticket)
        """;

    public static MarketingFacts Read(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        var stamp = Scalar(connection, StampSql);
        return new MarketingFacts(Scalar(connection, "select max(ym) from bill"),
            stamp is null ? null : DateOnly.ParseExact(stamp, "yyyy-MM-dd", CultureInfo.InvariantCulture), [.. ReadOrgs(connection)]);
    }

    private static string? Scalar(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        return command.ExecuteScalar() as string;
    }

    private static IEnumerable<OrgUnit> ReadOrgs(SqliteConnection connection)
    {
        using var command = new SqliteCommand("select org_no, org_name, parent_org_no, org_path, org_level from org order by org_path", connection);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new OrgUnit
            {
                OrgNo = reader.GetString(0), Name = reader.IsDBNull(1) ? reader.GetString(0) : reader.GetString(1),
                ParentOrgNo = reader.IsDBNull(2) ? null : reader.GetString(2), OrgPath = reader.GetString(3), Level = reader.GetInt32(4),
            };
        }
    }
}
