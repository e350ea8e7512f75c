namespace CaseMgmt.Workflows.Storage;

/// <summary>
/// The one door of all writes of the domain. The work is run inside one transaction and may be run again if the database gives the transaction up,
/// so it must not keep anything outside the session. The task ends after the commit; an exception of the work rolls everything back and comes out here.
/// </summary>
public abstract class CommitDoor
{
    public abstract Task<T> RunAsync<T>(string actor, Func<CommitSession, ValueTask<T>> work, CancellationToken cancellationToken = default);

    public Task RunAsync(string actor, Func<CommitSession, ValueTask> work, CancellationToken cancellationToken = default) =>
        RunAsync(actor, async session =>
        {
            await work(session);
            return true;
        }, cancellationToken);
}
