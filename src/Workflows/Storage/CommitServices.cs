using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Workflows.Storage;

/// <summary>Makes contexts of the store that the engine runs on. The engine knows no context type of its host.</summary>
public sealed class ContextSource(Func<DbContext> create)
{
    public DbContext Create() => create();
}

/// <summary>Name of this process among the hosts of one database: the owner of its leases. A restarted process is another host.</summary>
public sealed record HostIdentity(string Name)
{
    public static HostIdentity New() => new($"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid().ToString("n")[..8]}");
}

/// <summary>What every commit needs beside its connection.</summary>
public sealed class CommitServices(ContextSource contexts, TimeProvider time, Ids ids, Announcements announcements, HostIdentity host)
{
    private readonly Lazy<RowMaps> maps = new(() =>
    {
        using var context = contexts.Create();
        return new RowMaps(context);
    });

    public ContextSource Contexts => contexts;

    public TimeProvider Time => time;

    public Ids Ids => ids;

    public HostIdentity Host => host;

    /// <summary>How long this host keeps what it claimed before others may take it.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Called before every statement and before the commit itself; the crash-point tests throw from it.</summary>
    public Action<string>? Probe { get; set; }

    /// <summary>Told of a job that held the writer lane for more than 50 ms: what it was and how long it took. It must return at once.</summary>
    public Action<string, TimeSpan>? Slow { get; set; }

    /// <summary>Delivers outbox rows that this host has just committed; set by the pump. Null leaves them to a sweep.</summary>
    public Func<IReadOnlyList<OutboxRow>, Task>? Deliver { get; set; }

    internal RowMaps Maps => maps.Value;

    internal Announcements Announcements => announcements;
}
