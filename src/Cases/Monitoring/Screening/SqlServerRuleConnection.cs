using System.Data;
using System.Data.Common;
using System.Globalization;
using CaseMgmt.Cases.Monitoring.Rules;
using Microsoft.Data.SqlClient;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>
/// A warehouse on SQL Server. The site gives a login that may SELECT and nothing else, whose default schema has the views. The server knows no read-only
/// transaction, so every statement runs in one that is rolled back, and a rule stands in a query of ours. Its texts pass the T-SQL check; no server was there to run them.
/// </summary>
public sealed class SqlServerRuleConnection : IRuleSource
{
    private const int TimedOut = -2;
    private readonly SqlConnection connection;
    private SqlTransaction? transaction;

    public SqlServerRuleConnection(string connectionString)
    {
        connection = new SqlConnection(new SqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "casemgmt screening", ApplicationIntent = ApplicationIntent.ReadOnly, ConnectTimeout = 10, Pooling = false,
        }.ToString());
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

    public RuleDialect Dialect => RuleDialect.SqlServer;

    public bool IsAlive => connection.State == ConnectionState.Open;

    /// <summary>What is sent for a rule.</summary>
    public static string TextOf(CompiledRule rule, int rows) => string.Create(CultureInfo.InvariantCulture,
        $"select top ({rows + 1}) org_no, obj_key, round(cast(metric as decimal(38, 8)), 6), round(cast(limit_v as decimal(38, 8)), 6) from (\n{rule.Sql}\n) r");

    public DbDataReader Run(CompiledRule rule, int rows, TimeSpan limit, CancellationToken stop) => Ask(TextOf(rule, rows), limit, stop);

    public DbDataReader Ask(string sql, TimeSpan limit, CancellationToken stop, params (string Name, object Value)[] values)
    {
        transaction?.Dispose();
        transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction, command.CommandTimeout) = (sql, transaction, Math.Max(1, (int)limit.TotalSeconds));
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue("@" + name, value);
        }

        using (stop.Register(command.Cancel))
        {
            return command.ExecuteReader();
        }
    }

    /// <summary>A plan needs a right that a login which only reads does not have.</summary>
    public IReadOnlyList<string> Plan(CompiledRule rule, TimeSpan limit, CancellationToken stop) => [];

    public bool WasTime(DbException failure) => failure is SqlException { Number: TimedOut };

    public void Dispose()
    {
        transaction?.Dispose();
        connection.Dispose();
    }
}
