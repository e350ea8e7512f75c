using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseMgmt.Workflows.Storage;

/// <summary>Statements of the lane's connection, prepared once and kept as long as the connection.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }
    }

    public int Execute(string sql) => Get(sql, 0).ExecuteNonQuery();

    public SqliteCommand Bind(string sql, (RelationalTypeMapping? Mapping, object? Value)[] values)
    {
        var command = Get(sql, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            var (mapping, value) = values[i];
            command.Parameters[i].Value = (mapping?.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
        }

        return command;
    }

    private SqliteCommand Get(string sql, int parameters)
    {
        if (prepared.TryGetValue(sql, out var command))
        {
            return command;
        }

        command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter(SqlDialect.Sqlite.ParameterName(i), null));
        }

        prepared.Add(sql, command);
        return command;
    }
}

/// <summary>One job of the lane. Everything it does ends at once, on the lane's thread; after its work it is closed.</summary>
internal sealed class SqliteSession(CommitServices services, SqliteStatements statements, string actor) : SqlCommitSession(services, actor)
{
    private bool closed;

    public void Close() => closed = true;

    public override ValueTask LockAsync(string name, bool shared = false) => ValueTask.CompletedTask;

    protected override ValueTask WriteAsync(string sql, (RelationalTypeMapping? Mapping, object? Value)[] values, int rows, string what)
    {
        try
        {
            return Run(sql, values) == rows ? ValueTask.CompletedTask : throw new StaleWriteException(what);
        }
        catch (SqliteException exception) when (Maps.Dialect.IsDuplicateKey(exception))
        {
            throw new StaleWriteException($"{what}: the key exists");
        }
    }

    protected override ValueTask<int> ExecuteAsync(string sql, (RelationalTypeMapping? Mapping, object? Value)[] values) => new(Run(sql, values));

    protected override ValueTask<List<object>> ReadAsync(RowMap map, string sql, (RelationalTypeMapping? Mapping, object? Value)[] values) => new(Rows(map, sql, values));

    private List<object> Rows(RowMap map, string sql, (RelationalTypeMapping? Mapping, object? Value)[] values)
    {
        Check(sql);
        var rows = new List<object>();
        using var reader = statements.Bind(sql, values).ExecuteReader();
        while (reader.Read())
        {
            rows.Add(map.Materialise(reader));
        }

        return rows;
    }

    private int Run(string sql, (RelationalTypeMapping? Mapping, object? Value)[] values)
    {
        Check(sql);
        return statements.Bind(sql, values).ExecuteNonQuery();
    }

    private void Check(string sql)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        Debug.Assert(sql.Length > 0, "Statements have text.");
        Services.Probe?.Invoke(sql);
    }
}
