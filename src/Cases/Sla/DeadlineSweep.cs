using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Sla;

/// <summary>
/// Fires what is due. Called every few seconds and after a restart; the rows are the truth, so a missed call only makes it late. A claim has an owner and a
/// lease: a host that dies in between loses it to the next sweep of any host, and each firing is one commit that takes the row away, hence happens once.
/// </summary>
public sealed class DeadlineSweep(CommitDoor door, HostIdentity host, FireDeadline fire)
{
    private const int Batch = 100;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Fires everything that is due now and returns how many deadlines fired.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken = default)
    {
        var fired = 0;
        while (await door.RunAsync("system", ClaimAsync, cancellationToken) is { Count: > 0 } claimed)
        {
            foreach (var id in claimed)
            {
                fired += await door.RunAsync("system", session => fire.RunAsync(session, id, host.Name), cancellationToken) ? 1 : 0;
            }
        }

        return fired;
    }

    /// <summary>Takes the oldest due rows that nobody holds. Two hosts that read the same row are told apart by its version.</summary>
    private async ValueTask<List<long>> ClaimAsync(CommitSession session)
    {
        var due = await session.TopAsync<Deadline>(
            Batch, $"state = 'pending' and due_at <= {session.Now} and (lease_until is null or lease_until <= {session.Now}) order by due_at, id");
        var claimed = new List<long>();
        foreach (var row in due)
        {
            (row.Owner, row.LeaseUntil) = (host.Name, session.Now + Lease);
            if (await session.TryUpdateAsync(row))
            {
                claimed.Add(row.Id);
            }
        }

        return claimed;
    }
}
