using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>
/// Works off what commits made due. The rows are the truth: this host delivers its own right after the commit; a sweep takes what is due and what
/// other hosts left behind when their lease ran out. Nothing is kept in memory that is not a row.
/// </summary>
public sealed class Pump : IAsyncDisposable
{
    private const int PerClaim = 64;
    private readonly Delivery delivery;
    private readonly CommitDoor door;
    private readonly CommitServices services;
    private readonly RuntimeOptions options;
    private readonly SemaphoreSlim slots;
    private readonly SemaphoreSlim calls;
    private readonly Lock gate = new();
    private readonly HashSet<Task> running = [];

    private readonly EngineHealth health;

    internal Pump(Delivery delivery, CommitDoor door, CommitServices services, RuntimeOptions options, EngineHealth health)
    {
        (this.delivery, this.door, this.services, this.options, this.health) = (delivery, door, services, options, health);
        slots = new(options.Parallel, options.Parallel);
        calls = new(options.Parallel, options.Parallel);
        services.Deliver = Deliver;
    }

    /// <summary>One round over everything that is due: outbox, timers, triggers, parked stimuli that a bookmark waits for. Returns how many it worked on.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken = default)
    {
        var (total, started) = (0, services.Time.GetTimestamp());
        var taken = new List<DateTime>();
        int count;
        do
        {
            var rows = await Claims.OutboxAsync(door, services, PerClaim, cancellationToken);
            var timers = await Claims.TimersAsync(door, services, PerClaim, cancellationToken);
            var triggers = await Claims.TriggersAsync(door, services, PerClaim, cancellationToken);
            await Task.WhenAll(Deliver(rows), Track(Task.WhenAll(timers.Select(FireAsync).Concat(triggers.Select(FireAsync)))));
            taken.AddRange(timers.Select(row => row.DueAt).Concat(triggers.Select(row => row.DueAt!.Value)));
            total += count = rows.Count + timers.Count + triggers.Count;
        }
        while (count > 0 && !cancellationToken.IsCancellationRequested);

        total += await Claims.MatchParkedAsync(door, services, cancellationToken);
        health.Swept(services.Time.GetElapsedTime(started), taken);
        return total;
    }

    /// <summary>
    /// Frees the leases of an earlier process of an embedded database: there is no other host that could still hold them. On a server the others live,
    /// and a lease ends only by its time.
    /// </summary>
    public Task RecoverAsync(CancellationToken cancellationToken = default) =>
        door is SqliteCommitDoor ? Claims.ReleaseAllAsync(door, cancellationToken) : Task.CompletedTask;

    /// <summary>Ends when this host has nothing left in hand.</summary>
    public async Task IdleAsync()
    {
        while (InHand() is { Length: > 0 } tasks)
        {
            await Task.WhenAll(tasks);
        }
    }

    public async ValueTask DisposeAsync()
    {
        services.Deliver = null;
        await IdleAsync();
        slots.Dispose();
        calls.Dispose();
    }

    private Task[] InHand()
    {
        lock (gate)
        {
            return [.. running.Where(task => !task.IsCompleted)];
        }
    }

    private Task Track(Task work)
    {
        lock (gate)
        {
            running.RemoveWhere(task => task.IsCompleted);
            running.Add(work);
        }

        return work;
    }

    // Calls to the outside take as long as the others like: nobody waits for them but whoever asks for idleness, and they have slots of their own.
    private Task Deliver(IReadOnlyList<OutboxRow> rows)
    {
        foreach (var call in rows.Where(row => row.Kind == OutboxKinds.Send))
        {
            _ = Track(WorkAsync(calls, () => delivery.DeliverAsync(call), exception => Claims.FailedAsync(door, services, options, call, exception)));
        }

        return Track(Task.WhenAll(rows.Where(row => row.Kind != OutboxKinds.Send).Select(DeliverAsync)));
    }

    private Task DeliverAsync(OutboxRow row) => WorkAsync(slots, () => delivery.DeliverAsync(row), exception => Claims.FailedAsync(door, services, options, row, exception));

    private Task FireAsync(TimerRow row) => WorkAsync(slots, () => delivery.FireAsync(row), exception => Claims.FailedAsync(door, services, options, row, exception));

    private Task FireAsync(StartTriggerRow row) => WorkAsync(slots, () => delivery.FireAsync(row), exception => Claims.FailedAsync(door, services, options, row, exception));

    // The slot is given back before waiting for what followed: a chain of deliveries never waits for itself.
    private static async Task WorkAsync(SemaphoreSlim slots, Func<Task<Task>> work, Func<Exception, Task> failed)
    {
        Task followed;
        await slots.WaitAsync();
        try
        {
            followed = await work();
        }
        catch (Exception exception)
        {
            await failed(exception);
            return;
        }
        finally
        {
            slots.Release();
        }

        await followed;
    }
}
