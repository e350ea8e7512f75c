using System.Data;
using System.Data.Common;
using System.Globalization;
using CaseMgmt.Cases.Monitoring.Rules;
using Npgsql;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>
/// A warehouse on PostgreSQL. The site gives a login that may SELECT from one schema and nothing else; on top of it every rule runs in a read-only transaction
/// with a time limit that ends in a rollback, as one statement inside a query of ours, so that nothing but a SELECT fits in.
/// </summary>
public sealed class PostgresRuleConnection : IRuleSource
{
    private readonly NpgsqlConnection connection;
    private readonly string schema;
    private NpgsqlTransaction? transaction;

    public PostgresRuleConnection(string connectionString, string schema)
    {
        this.schema = schema;
        connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "casemgmt screening", Timeout = 10, CommandTimeout = 0, Pooling = false }.ToString());
        try
        {
            connection.Open();
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public RuleDialect Dialect => RuleDialect.Postgres;

    public DbDataReader Run(CompiledRule rule, int rows, TimeSpan limit, CancellationToken stop) => Read(
        $"select org_no, obj_key, round(cast(metric as numeric), 6), round(cast(limit_v as numeric), 6) from (\n{rule.Sql}\n) r limit {(rows + 1).ToString(CultureInfo.InvariantCulture)}", limit, stop);

    public bool IsAlive => connection.State == ConnectionState.Open;

    public DbDataReader Ask(string sql, TimeSpan limit, CancellationToken stop, params (string Name, object Value)[] values) => Read(sql, limit, stop, values);

    public IReadOnlyList<string> Plan(CompiledRule rule, TimeSpan limit, CancellationToken stop)
    {
        using var reader = Read("explain " + rule.Sql, limit, stop);
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }

    /// <summary>Runs one statement. A batch takes its text as one statement: a second one behind a semicolon is an error.</summary>
    public DbDataReader Read(string sql, TimeSpan limit, CancellationToken stop, params (string Name, object Value)[] values)
    {
        transaction?.Dispose();
        transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        Set("transaction_read_only", "on");
        Set("statement_timeout", ((long)limit.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        Set("lock_timeout", "1000");
        Set("search_path", schema);
        Set("standard_conforming_strings", "on");
        var command = new NpgsqlBatchCommand(sql);
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { command } };
        using (stop.Register(batch.Cancel))
        {
            return batch.ExecuteReader();
        }
    }

    public bool WasTime(DbException failure) => failure.SqlState == PostgresErrorCodes.QueryCanceled;

    public void Dispose()
    {
        transaction?.Dispose();
        connection.Dispose();
    }

    private void Set(string name, string value)
    {
        using var command = new NpgsqlCommand("select set_config($1, $2, true)", connection, transaction) { Parameters = { new() { Value = name }, new() { Value = value } } };
        command.ExecuteNonQuery();
    }
}
