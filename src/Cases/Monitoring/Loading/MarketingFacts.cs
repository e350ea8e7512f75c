using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;
using Microsoft.Data.Sqlite;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>What a fresh batch tells about itself: its month, its day, its organisations.</summary>
public sealed record MarketingFacts(string? Ym, DateOnly? Stamp, IReadOnlyList<OrgUnit> Orgs)
{
    /// <summary>Newest day of the tables that tell the day of the data.</summary>
    public IReadOnlyList<TableDay> Days { get; init; } = [];

    public static MarketingFacts Read(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        using var source = new RuleConnection(path, TimeProvider.System);
        var facts = SourceFacts.Read(source, SourceFacts.Daily, false, default);
        return new MarketingFacts(facts.Ym, facts.Stamp, [.. ReadOrgs(connection)]) { Days = facts.Days };
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
