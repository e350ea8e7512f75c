using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>One thing that the rows imply and that was not so.</summary>
/// <param name="Kind">timer-missing, timer-left-over, wait-left-over, lease-expired, children-uncounted, counter-left-over, triggers-missing.</param>
/// <param name="InstanceId">Null where it belongs to no instance.</param>
public sealed record ReconcilerFinding(string Kind, string? InstanceId, string About);

/// <summary>
/// Compares rows with what they imply and puts right what is missing or left over. Finds nothing while all writes go through the commit; it is there for the
/// hand in the database, the restored backup and the bug that nobody has met yet. Each mending looks again under the instance's lock, so running it beside
/// living hosts is safe, and stands in the instance's history.
/// </summary>
public sealed class Reconciler
{
    /// <summary>A lease that is over for so long is being taken up by nobody.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly CommitDoor door;
    private readonly CommitServices services;
    private readonly DefinitionStore definitions;

    public Reconciler(CommitDoor door, CommitServices services, DefinitionStore definitions) => (this.door, this.services, this.definitions) = (door, services, definitions);

    /// <summary>What the last round found, for whoever looks after the engine.</summary>
    public (DateTime At, IReadOnlyList<ReconcilerFinding> Findings)? Last { get; private set; }

    /// <summary>One round; returns what it put right.</summary>
    public async Task<IReadOnlyList<ReconcilerFinding>> RunAsync(CancellationToken cancellationToken = default)
    {
        var (findings, children) = (new List<ReconcilerFinding>(), new MendChildren(definitions, services.Ids));
        await using (var context = services.Contexts.Create())
        {
            var suspects = await Suspects.ReadAsync(context, cancellationToken);
            foreach (var bookmark in suspects.WaitsWithoutTimer.Concat(suspects.WaitsWithoutCounter))
            {
                // Inside the commit only a definition that is known already can be asked for.
                await definitions.KnowAsync(context, bookmark.InstanceId, cancellationToken);
                await AddAsync(session => MendWait.RunAsync(session, bookmark, definitions, children));
            }

            foreach (var timer in suspects.TimersWithoutWait)
            {
                await AddAsync(session => MendRows.DropTimerAsync(session, timer));
            }

            foreach (var counter in suspects.WrongCounters)
            {
                await definitions.KnowAsync(context, counter.InstanceId, cancellationToken);
                await AddAsync(session => children.RunAsync(session, counter));
            }
        }

        await AddAsync(session => MendRows.FreeLeasesAsync(session, Patience));
        foreach (var definition in await definitions.UnarmedAsync(cancellationToken))
        {
            await AddAsync(session => definitions.ArmAsync(session, definition));
        }

        Last = (services.Time.GetUtcNow().UtcDateTime, findings);
        return findings;

        async Task AddAsync(Func<CommitSession, ValueTask<ReconcilerFinding?>> mend)
        {
            if (await door.RunAsync("system", mend, cancellationToken) is { } finding)
            {
                findings.Add(finding);
                EngineMetrics.Mended.Add(1, new KeyValuePair<string, object?>("kind", finding.Kind));
            }
        }
    }
}
