using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>How the rows stand that somebody should be working on.</summary>
/// <param name="Due">Timers and triggers whose instant has come, held and dead ones apart.</param>
/// <param name="OldestDue">Instant of the oldest of them.</param>
/// <param name="Waiting">Outbox rows that wait to be delivered.</param>
/// <param name="Parked">Stimuli that nobody has waited for yet.</param>
/// <param name="Dead">Letters that wait for a person.</param>
public sealed record HealthReading(
    DateTime At, int Due, DateTime? OldestDue, int Waiting, DateTime? OldestWaiting, int Parked, int Dead, int Incidents, int Suspended,
    long Sweeps, DateTime? LastSweepAt, double LastSweepMs, double WorstLagSeconds)
{
    /// <summary>How late the oldest due timer is.</summary>
    public double LagSeconds => OldestDue is { } due ? Math.Max(0, (At - due).TotalSeconds) : 0;

    /// <summary>False when what is due is not being taken up: nobody sweeps, or sweeping does not help.</summary>
    public bool IsWell => LagSeconds < 60 && (OldestWaiting is not { } oldest || At - oldest < TimeSpan.FromMinutes(5));
}

/// <summary>Reads the engine's health from its rows, and keeps what this host has done itself.</summary>
public sealed class EngineHealth
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private readonly CommitServices services;
    private readonly Lock gate = new();
    private HealthReading? last;
    private long sweeps;
    private DateTime? lastSweepAt;
    private double lastSweepMs;
    private double worstLag;

    public EngineHealth(CommitServices services)
    {
        this.services = services;
        EngineMetrics.Observe("workflows.timers.due", "", "Timers and triggers that are due.", () => last?.Due ?? 0);
        EngineMetrics.Observe("workflows.timers.oldest", "s", "How late the oldest due timer is.", () => last?.LagSeconds ?? 0);
        EngineMetrics.Observe("workflows.outbox.waiting", "", "Outbox rows that wait.", () => last?.Waiting ?? 0);
        EngineMetrics.Observe("workflows.dead-letters", "", "Letters that wait for a person.", () => last?.Dead ?? 0);
    }

    /// <summary>The figures of now; of two seconds ago at most, so that a stranger who asks often costs nothing.</summary>
    public async Task<HealthReading> ReadAsync(CancellationToken cancellationToken = default)
    {
        var now = services.Time.GetUtcNow().UtcDateTime;
        if (last is { } known && now - known.At < Fresh && now >= known.At)
        {
            return known;
        }

        await using var context = services.Contexts.Create();
        return last = await ReadAsync(context, now, cancellationToken);
    }

    /// <summary>A round of this host is over.</summary>
    internal void Swept(TimeSpan took, IEnumerable<DateTime> taken)
    {
        var now = services.Time.GetUtcNow().UtcDateTime;
        EngineMetrics.Sweeps.Add(1);
        EngineMetrics.SweepTime.Record(took.TotalMilliseconds);
        var lags = taken.Select(due => Math.Max(0, (now - due).TotalSeconds)).ToList();
        lags.ForEach(lag => EngineMetrics.TimerLag.Record(lag));
        lock (gate)
        {
            (sweeps, lastSweepAt, lastSweepMs, worstLag) = (sweeps + 1, now, took.TotalMilliseconds, Math.Max(worstLag, lags.DefaultIfEmpty(0).Max()));
        }
    }

    private async Task<HealthReading> ReadAsync(DbContext context, DateTime now, CancellationToken cancellation)
    {
        var timers = context.Set<TimerRow>().Where(row => !row.Dead && !row.Held && row.DueAt <= now);
        var triggers = context.Set<StartTriggerRow>().Where(row => !row.Dead && row.DueAt <= now);
        var outbox = context.Set<OutboxRow>().Where(row => !row.Dead && !row.Held && row.DueAt <= now);
        var (oldestTimer, oldestTrigger) = (await timers.MinAsync(row => (DateTime?)row.DueAt, cancellation), await triggers.MinAsync(row => row.DueAt, cancellation));
        var dead = await context.Set<TimerRow>().CountAsync(row => row.Dead, cancellation) + await context.Set<StartTriggerRow>().CountAsync(row => row.Dead, cancellation)
            + await context.Set<OutboxRow>().CountAsync(row => row.Dead, cancellation) + await context.Set<ParkedStimulusRow>().CountAsync(row => row.Dead, cancellation);
        return new HealthReading(
            now,
            await timers.CountAsync(cancellation) + await triggers.CountAsync(cancellation),
            oldestTimer is { } one && oldestTrigger is { } other ? (one < other ? one : other) : oldestTimer ?? oldestTrigger,
            await outbox.CountAsync(cancellation),
            await outbox.MinAsync(row => (DateTime?)row.DueAt, cancellation),
            await context.Set<ParkedStimulusRow>().CountAsync(row => !row.Dead, cancellation),
            dead,
            await context.Set<IncidentRow>().CountAsync(cancellation),
            await context.Set<InstanceRow>().CountAsync(row => row.Paused, cancellation),
            sweeps, lastSweepAt, lastSweepMs, worstLag);
    }
}
