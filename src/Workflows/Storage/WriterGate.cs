namespace CaseMgmt.Workflows.Storage;

/// <summary>
/// The one place of a SQLite writer in this process. The lane takes it for each shared commit; guests (EF's own writes) queue among themselves first,
/// so that only one guest at a time competes with the lane. Whoever waits too long is told who holds it: a write inside a write is found, not suffered.
/// </summary>
public sealed class WriterGate(TimeSpan? patience = null)
{
    private readonly TimeSpan patience = patience ?? TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim writer = new(1, 1);
    private readonly SemaphoreSlim guests = new(1, 1);
    private volatile string holder = "nobody";

    /// <summary>Number of times a guest entered; tests prove with it that EF's writes do come through here.</summary>
    public long Guests { get; private set; }

    internal void EnterLane()
    {
        writer.Wait();
        holder = "the writer lane";
    }

    internal void LeaveLane()
    {
        holder = "nobody";
        writer.Release();
    }

    internal void EnterGuest(string who)
    {
        if (!guests.Wait(patience))
        {
            throw TooLong(who);
        }

        if (!writer.Wait(patience))
        {
            guests.Release();
            throw TooLong(who);
        }

        Entered(who);
    }

    internal async Task EnterGuestAsync(string who, CancellationToken cancellationToken)
    {
        if (!await guests.WaitAsync(patience, cancellationToken))
        {
            throw TooLong(who);
        }

        try
        {
            if (!await writer.WaitAsync(patience, cancellationToken))
            {
                throw TooLong(who);
            }
        }
        catch
        {
            guests.Release();
            throw;
        }

        Entered(who);
    }

    internal void LeaveGuest()
    {
        holder = "nobody";
        writer.Release();
        guests.Release();
    }

    private void Entered(string who)
    {
        holder = who;
        Guests++;
    }

    private TimeoutException TooLong(string who) =>
        new($"{who} waited {patience.TotalSeconds:0} s to write; the writer's place is held by {holder}. A write started inside an open write waits for itself.");
}
