using CaseMgmt.Cases.Monitoring.Loading;
using Microsoft.Data.Sqlite;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>
/// Money at stake of an object: its normal bill of the month in fen, for a meter that of its account; nothing where the object has no bill. Asked by key for the
/// findings only, so that a theme without findings costs nothing.
/// </summary>
public sealed class StakeLookup : IDisposable
{
    private const string Sql = """
        select coalesce((select sum(total_amt) from bill where cons_no = $key and ym = $ym and amt_type = '01'),
            (select sum(b.total_amt) from meter m join bill b on b.cons_no = m.cons_no where m.asset_no = $key and b.ym = $ym and b.amt_type = '01'), 0)
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteCommand command;
    private readonly HashSet<string> loaded;

    public StakeLookup(MarketingFiles files, long batch, string ym)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = files.DatabaseOf(batch), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        command = new SqliteCommand(Sql, connection);
        command.Parameters.AddWithValue("$key", "");
        command.Parameters.AddWithValue("$ym", ym);
        loaded = Loaded(ym);
    }

    public long FenOf(string objKey)
    {
        command.Parameters["$key"].Value = objKey;
        return Math.Max(0, (long)command.ExecuteScalar()!);
    }

    /// <summary>Whether the load has the month of any station of this place; without it nothing there may clear itself.</summary>
    public bool HasUnit(string orgPath, IReadOnlyDictionary<string, string> orgPaths) =>
        loaded.Any(org => orgPaths.GetValueOrDefault(org, "").StartsWith(orgPath, StringComparison.Ordinal));

    public void Dispose()
    {
        command.Dispose();
        connection.Dispose();
    }

    private HashSet<string> Loaded(string ym)
    {
        using var distinct = new SqliteCommand("select distinct org_no from bill where ym = $ym", connection);
        distinct.Parameters.AddWithValue("$ym", ym);
        using var reader = distinct.ExecuteReader();
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
