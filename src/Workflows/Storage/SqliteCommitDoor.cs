namespace CaseMgmt.Workflows.Storage;

/// <summary>Commits on SQLite: all through the writer lane.</summary>
public sealed class SqliteCommitDoor(CommitServices services, string connectionString, WriterGate gate) : CommitDoor, IDisposable
{
    private readonly SqliteLane lane = new(services, connectionString, gate);

    public override Task<T> RunAsync<T>(string actor, Func<CommitSession, ValueTask<T>> work, CancellationToken cancellationToken = default)
    {
        var job = new LaneJob<T>(actor, work, cancellationToken);
        lane.Post(job);
        return job.Answer;
    }

    public void Dispose() => lane.Dispose();
}
