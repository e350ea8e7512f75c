using System.Data.Common;
using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Monitoring.Rules;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>
/// A connection on which a statement can do nothing but read the tables of the model: read-only file, query_only, an authorizer, limits on length
/// and depth, and a handler that stops it after its time. No layer is enough alone; the rule parser in front of it is one more.
/// </summary>
public sealed class RuleConnection : IRuleSource
{
    private const int StepsBetweenChecks = 1000;

    /// <summary>A statement that sorts takes as much again.</summary>
    private const int CacheKilobytes = 32768;

    private static readonly HashSet<string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        "count", "sum", "min", "max", "total", "avg", "abs", "coalesce", "nullif", "round", "substr", "length", "trim", "date", "julianday", "strftime", "sqrt", "like", "glob", "ifnull", "replace",
    };

    private readonly SqliteConnection connection;
    private readonly HashSet<string> others;
    private readonly TimeProvider time;
    private long deadline = long.MaxValue;
    private CancellationToken cancellation;

    public RuleConnection(string path, TimeProvider time)
    {
        this.time = time;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        others = Others();
        using (var settings = new SqliteCommand($"pragma query_only=on; pragma trusted_schema=off; pragma case_sensitive_like=on; pragma cache_size=-{CacheKilobytes}; pragma temp_store=file", connection))
        {
            settings.ExecuteNonQuery();
        }

        var handle = connection.Handle!;
        raw.sqlite3_limit(handle, raw.SQLITE_LIMIT_LENGTH, 100_000);
        raw.sqlite3_limit(handle, raw.SQLITE_LIMIT_SQL_LENGTH, 100_000);
        raw.sqlite3_limit(handle, raw.SQLITE_LIMIT_EXPR_DEPTH, 200);
        raw.sqlite3_limit(handle, raw.SQLITE_LIMIT_COMPOUND_SELECT, 20);
        raw.sqlite3_limit(handle, raw.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
        raw.sqlite3_limit(handle, raw.SQLITE_LIMIT_ATTACHED, 0);
        raw.sqlite3_set_authorizer(handle, (strdelegate_authorizer)Allow, null);
        raw.sqlite3_progress_handler(handle, StepsBetweenChecks, _ => Expired ? 1 : 0, null);
    }

    /// <summary>True once the present statement has used up its time or was cancelled.</summary>
    public bool Expired => cancellation.IsCancellationRequested || time.GetTimestamp() > deadline;

    public RuleDialect Dialect => RuleDialect.Sqlite;

    public bool IsAlive => connection.State == System.Data.ConnectionState.Open;

    public DbDataReader Run(CompiledRule rule, int rows, TimeSpan limit, CancellationToken stop) => Read(rule.Sql, limit, stop);

    public DbDataReader Ask(string sql, TimeSpan limit, CancellationToken stop, params (string Name, object Value)[] values) => Read(sql, limit, stop, values);

    public IReadOnlyList<string> Plan(CompiledRule rule, TimeSpan limit, CancellationToken stop)
    {
        using var reader = Read("explain query plan " + rule.Sql, limit, stop);
        var depths = new Dictionary<long, int> { [0] = -1 };
        var lines = new List<string>();
        while (reader.Read())
        {
            depths[reader.GetInt64(0)] = depths.GetValueOrDefault(reader.GetInt64(1), -1) + 1;
            lines.Add(new string(' ', 2 * depths[reader.GetInt64(0)]) + reader.GetString(3));
        }

        return lines;
    }

    public bool WasTime(DbException failure) => Expired;

    /// <summary>Runs one statement. The rows are read while the time runs.</summary>
    public SqliteDataReader Read(string sql, TimeSpan limit, CancellationToken stop, params (string Name, object Value)[] values)
    {
        (cancellation, deadline) = (stop, time.GetTimestamp() + (long)(limit.TotalSeconds * time.TimestampFrequency));
        // Not disposed here: that would close the reader with it.
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue("@" + name, value);
        }

        return command.ExecuteReader();
    }

    public void Dispose() => connection.Dispose();

    /// <summary>Whatever can be read here and is no table of the model: other tables, and the modules of the engine, which are tables without being in the file.</summary>
    private HashSet<string> Others()
    {
        using var names = new SqliteCommand("select name from sqlite_master union select name from pragma_module_list", connection);
        using var reader = names.ExecuteReader();
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    private int Allow(object data, int action, string first, string second, string database, string inner) => action switch
    {
        raw.SQLITE_SELECT => raw.SQLITE_OK,
        raw.SQLITE_READ when MarketingModel.Current.Find(first) is { } table && (second.Length == 0 || table.Find(second) is not null) => raw.SQLITE_OK,
        // count(*) over a query in FROM asks for the query's own name without a column; what is anything else never passes.
        raw.SQLITE_READ when second.Length == 0 && !others.Contains(first) && !first.StartsWith("sqlite", StringComparison.OrdinalIgnoreCase) && !first.StartsWith("pragma", StringComparison.OrdinalIgnoreCase)
            => raw.SQLITE_OK,
        raw.SQLITE_FUNCTION when Functions.Contains(second) => raw.SQLITE_OK,
        _ => raw.SQLITE_DENY,
    };
}
