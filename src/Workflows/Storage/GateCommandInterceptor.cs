using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseMgmt.Workflows.Storage;

/// <summary>
/// EF writes single rows and bulk statements without a transaction of its own: such a command enters the gate before it runs and leaves when it is
/// over, a reader (INSERT ... RETURNING) when it is closed.
/// </summary>
internal sealed class GateCommandInterceptor(GatedConnections connections) : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Enter(command, result);

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Enter(command, result);

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Enter(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => EnterAsync(command, result, cancellationToken);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => EnterAsync(command, result, cancellationToken);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => EnterAsync(command, result, cancellationToken);

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result) => Leave(command, result);

    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result) => Leave(command, result);

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        new(Leave(command, result));

    public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default) =>
        new(Leave(command, result));

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Leave(command, 0);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default) => Task.FromResult(Leave(command, 0));

    public override void CommandCanceled(DbCommand command, CommandEndEventData eventData) => Leave(command, 0);

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default) => Task.FromResult(Leave(command, 0));

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        if (Gated(command))
        {
            // The statement ends when the reader is closed; only then may the next writer come.
            eventData.DataReader.Close();
            connections.Leave(command.Connection!);
        }

        return result;
    }

    private InterceptionResult<T> Enter<T>(DbCommand command, InterceptionResult<T> result)
    {
        if (Gated(command))
        {
            connections.Enter(command.Connection!);
        }

        return result;
    }

    private async ValueTask<InterceptionResult<T>> EnterAsync<T>(DbCommand command, InterceptionResult<T> result, CancellationToken cancellationToken)
    {
        if (Gated(command))
        {
            await connections.EnterAsync(command.Connection!, cancellationToken);
        }

        return result;
    }

    private T Leave<T>(DbCommand command, T result)
    {
        if (Gated(command))
        {
            connections.Leave(command.Connection!);
        }

        return result;
    }

    private static bool Gated(DbCommand command) => command.Transaction is null && command.Connection is not null && Writes(command.CommandText);

    private static bool Writes(string sql)
    {
        var text = sql.AsSpan().TrimStart();
        return !text.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)
            && !text.StartsWith("PRAGMA", StringComparison.OrdinalIgnoreCase)
            && !text.StartsWith("EXPLAIN", StringComparison.OrdinalIgnoreCase);
    }
}
