using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseMgmt.Workflows.Storage;

/// <summary>
/// One commit on a database server. Writes wait and travel as one batch, together with the next read or the commit: a transition costs
/// a few round trips, not one per row. A batch that misses a row makes the commit fail as stale.
/// </summary>
internal sealed class ServerSession(CommitServices services, string actor, DbConnection connection, DbTransaction transaction) : SqlCommitSession(services, actor)
{
    private readonly List<Pending> waiting = [];
    private readonly DbCommand factory = connection.CreateCommand();

    public override async ValueTask LockAsync(string name, bool shared = false)
    {
        if (Maps.Dialect.NamedLock(shared) is { } sql)
        {
            await ExecuteAsync(sql, [(null, name)]);
        }
    }

    protected override ValueTask WriteAsync(string sql, (RelationalTypeMapping? Mapping, object? Value)[] values, int rows, string what)
    {
        waiting.Add(new(sql, values, rows, what));
        return ValueTask.CompletedTask;
    }

    protected override async ValueTask<int> ExecuteAsync(string sql, (RelationalTypeMapping? Mapping, object? Value)[] values)
    {
        await FlushAsync();
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    // What waits is sent with the question: the answer comes in the same round trip, after the writes.
    protected override async ValueTask<List<object>> ReadAsync(RowMap map, string sql, (RelationalTypeMapping? Mapping, object? Value)[] values)
    {
        var pending = TakeWaiting();
        var rows = new List<object>();
        await TellingAsync(async () =>
        {
            await using var batch = Batch([.. pending.Select(write => (write.Sql, write.Values)), (sql, values)]);
            await using (var reader = await batch.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                {
                    rows.Add(map.Materialise(reader));
                }
            }

            DemandRows(batch, pending);
        });
        return rows;
    }

    /// <summary>Sends the writes that wait.</summary>
    internal async ValueTask FlushAsync()
    {
        var pending = TakeWaiting();
        if (pending.Length == 0)
        {
            return;
        }

        await TellingAsync(async () =>
        {
            await using var batch = Batch([.. pending.Select(write => (write.Sql, write.Values))]);
            await batch.ExecuteNonQueryAsync();
            DemandRows(batch, pending);
        });
    }

    /// <summary>Commits; where the database can guard the last writes itself, they and the commit are one round trip.</summary>
    internal async ValueTask CommitAsync()
    {
        var guarded = waiting.ConvertAll(write => (Sql: Maps.Dialect.Guarded(write.Sql, write.Rows), write.Values));
        if (guarded.Count == 0 || guarded.Exists(write => write.Sql is null))
        {
            await FlushAsync();
            Services.Probe?.Invoke("commit");
            await transaction.CommitAsync(CancellationToken.None);
            return;
        }

        var pending = TakeWaiting();
        await TellingAsync(async () =>
        {
            await using var batch = Batch([.. guarded.Select(write => (write.Sql!, write.Values)), ("commit", [])]);
            try
            {
                await batch.ExecuteNonQueryAsync(CancellationToken.None);
            }
            catch (DbException exception) when (Maps.Dialect.IsGuardBroken(exception))
            {
                throw new StaleWriteException(string.Join("; ", pending.Select(write => write.What)));
            }
        });
    }

    private Pending[] TakeWaiting()
    {
        var pending = waiting.ToArray();
        waiting.Clear();
        return pending;
    }

    // Tells apart what a database says with one error: a key that somebody else wrote first.
    private async ValueTask TellingAsync(Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (DbException exception) when (Maps.Dialect.IsDuplicateKey(exception))
        {
            throw IsOfChains(exception) ? new ChainRaceException(exception) : new StaleWriteException("the key exists: " + exception.Message);
        }
    }

    private DbBatch Batch(List<(string Sql, (RelationalTypeMapping? Mapping, object? Value)[] Values)> statements)
    {
        var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (var (sql, values) in statements)
        {
            Services.Probe?.Invoke(sql);
            var command = batch.CreateBatchCommand();
            command.CommandText = sql;
            Bind(command.Parameters, values);
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private static void DemandRows(DbBatch batch, Pending[] pending)
    {
        for (var i = 0; i < pending.Length; i++)
        {
            if (batch.BatchCommands[i].RecordsAffected != pending[i].Rows)
            {
                throw new StaleWriteException(pending[i].What);
            }
        }
    }

    private DbCommand Command(string sql, (RelationalTypeMapping? Mapping, object? Value)[] values)
    {
        Services.Probe?.Invoke(sql);
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        Bind(command.Parameters, values);
        return command;
    }

    private void Bind(DbParameterCollection parameters, (RelationalTypeMapping? Mapping, object? Value)[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var (mapping, value) = values[i];
            var name = Maps.Dialect.ParameterName(i);
            if (mapping is not null)
            {
                var typed = mapping.CreateParameter(factory, name, value, nullable: true);
                typed.ParameterName = name;
                parameters.Add(typed);
                continue;
            }

            var loose = factory.CreateParameter();
            (loose.ParameterName, loose.Value) = (name, value ?? DBNull.Value);
            parameters.Add(loose);
        }
    }

    // Two first entries of one chain, or two first numbers of one counter, at the same moment: nobody is wrong, the second one is simply run again.
    private static bool IsOfChains(DbException exception) =>
        exception.Message.Contains("history", StringComparison.Ordinal) || exception.Message.Contains("counter", StringComparison.Ordinal);

    private sealed record Pending(string Sql, (RelationalTypeMapping? Mapping, object? Value)[] Values, int Rows, string What);
}

/// <summary>Two commits began the same chain or counter; the later one runs again.</summary>
public sealed class ChainRaceException(Exception cause) : Exception(cause.Message, cause);
