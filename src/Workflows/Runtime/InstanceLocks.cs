namespace CaseMgmt.Workflows.Runtime;

/// <summary>
/// Transitions of one instance take turns within this host, before they decide; between hosts the row's version decides.
/// A fixed number of turns for any number of instances: two instances that share one only wait a little.
/// </summary>
internal sealed class InstanceLocks
{
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 1024).Select(_ => new SemaphoreSlim(1, 1))];

    public async ValueTask<Turn> TakeAsync(string instanceId, CancellationToken cancellationToken)
    {
        var turn = turns[(uint)string.GetHashCode(instanceId, StringComparison.Ordinal) % turns.Length];
        await turn.WaitAsync(cancellationToken);
        return new(turn);
    }

    internal readonly struct Turn(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
