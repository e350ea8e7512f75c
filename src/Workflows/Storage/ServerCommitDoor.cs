using System.Data.Common;

namespace CaseMgmt.Workflows.Storage;

/// <summary>Commits on PostgreSQL and SQL Server: one connection of the pool and one transaction each, isolation READ COMMITTED, rows locked where they decide.</summary>
public sealed class ServerCommitDoor(CommitServices services, Func<DbConnection> connect) : CommitDoor, IDisposable
{
    // More commits at once than this only fight for the server's locks and connections; the others wait their turn here.
    private readonly SemaphoreSlim turns = new(24, 24);
    private const int MostRuns = 8;

    public override async Task<T> RunAsync<T>(string actor, Func<CommitSession, ValueTask<T>> work, CancellationToken cancellationToken = default)
    {
        await turns.WaitAsync(cancellationToken);
        try
        {
            return await RetryingAsync(actor, work, cancellationToken);
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();

    private async Task<T> RetryingAsync<T>(string actor, Func<CommitSession, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        for (var run = 1; ; run++)
        {
            try
            {
                return await OnceAsync(actor, work, cancellationToken);
            }
            catch (Exception exception) when (run < MostRuns && MayRunAgain(exception))
            {
                // Nothing was written: the database chose this transaction as the loser of a deadlock, or another one began the same chain first.
                continue;
            }
        }
    }

    private async Task<T> OnceAsync<T>(string actor, Func<CommitSession, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = connect();
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var session = new ServerSession(services, actor, connection, transaction);
        T result;
        try
        {
            result = await work(session);
            await session.CompleteAsync();
            await session.CommitAsync();
        }
        catch
        {
            session.RolledBack();
            throw;
        }

        session.Committed();
        return result;
    }

    private bool MayRunAgain(Exception exception) =>
        exception is ChainRaceException || (exception is DbException database && services.Maps.Dialect.IsTransient(database));
}
