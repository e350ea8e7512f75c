using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseMgmt.Workflows.Storage;

/// <summary>
/// Remembers which EF connection holds the gate. A connection reads only (query_only) while it does not: a write that found a way round the
/// interceptors fails instead of racing the lane.
/// </summary>
internal sealed class GatedConnections(WriterGate gate)
{
    private readonly ConditionalWeakTable<DbConnection, object> holders = [];

    public void Enter(DbConnection connection)
    {
        gate.EnterGuest("EF");
        Take(connection);
    }

    public async Task EnterAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await gate.EnterGuestAsync("EF", cancellationToken);
        Take(connection);
    }

    public void Leave(DbConnection connection)
    {
        if (holders.Remove(connection))
        {
            try
            {
                ReadOnly(connection, true);
            }
            finally
            {
                gate.LeaveGuest();
            }
        }
    }

    public static void ReadOnly(DbConnection connection, bool on)
    {
        if (connection is SqliteConnection { State: System.Data.ConnectionState.Open } sqlite)
        {
            using var command = sqlite.CreateCommand();
            command.CommandText = on ? "pragma query_only=on" : "pragma query_only=off";
            command.ExecuteNonQuery();
        }
    }

    private void Take(DbConnection connection)
    {
        holders.AddOrUpdate(connection, gate);
        ReadOnly(connection, false);
    }
}

/// <summary>A connection that EF opens may only read until it holds the gate.</summary>
internal sealed class GateConnectionInterceptor : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => GatedConnections.ReadOnly(connection, true);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        GatedConnections.ReadOnly(connection, true);
        return Task.CompletedTask;
    }
}

/// <summary>Enters before EF begins a transaction; <see cref="GatedTransaction"/> leaves, because EF raises no event when one is only disposed.</summary>
internal sealed class GateTransactionInterceptor(GatedConnections connections) : DbTransactionInterceptor
{
    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        connections.Enter(connection);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        await connections.EnterAsync(connection, cancellationToken);
        return result;
    }
}
