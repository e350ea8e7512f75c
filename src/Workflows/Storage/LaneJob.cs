namespace CaseMgmt.Workflows.Storage;

/// <summary>One piece of work on the writer lane and its answer.</summary>
internal abstract class LaneJob
{
    public abstract bool Cancelled { get; }

    /// <summary>Where its work was written, for whoever has to make it shorter.</summary>
    public abstract string Name { get; }

    public abstract void Run(CommitServices services, SqliteStatements statements);

    /// <summary>It failed alone: its writes are rolled back, its answer comes with the others'.</summary>
    public abstract void Refuse(Exception exception);

    /// <summary>The shared commit is durable.</summary>
    public abstract void Answered();

    /// <summary>The shared commit failed.</summary>
    public abstract void Failed(Exception exception);
}

/// <inheritdoc cref="LaneJob"/>
internal sealed class LaneJob<T>(string actor, Func<CommitSession, ValueTask<T>> work, CancellationToken cancellationToken) : LaneJob
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SqliteSession? session;
    private Exception? refused;
    private T result = default!;

    public Task<T> Answer => answer.Task;

    public override bool Cancelled => cancellationToken.IsCancellationRequested && (answer.TrySetCanceled(cancellationToken) || true);

    public override string Name => work.Method.DeclaringType?.FullName + "." + work.Method.Name;

    public override void Run(CommitServices services, SqliteStatements statements)
    {
        session = new SqliteSession(services, statements, actor);
        try
        {
            result = Ended(work(session));
            Ended(Completed(session));
        }
        finally
        {
            session.Close();
        }
    }

    public override void Refuse(Exception exception) => refused = exception;

    public override void Answered()
    {
        if (refused is not null)
        {
            Failed(refused);
            return;
        }

        session!.Committed();
        answer.TrySetResult(result);
    }

    public override void Failed(Exception exception)
    {
        session?.RolledBack();
        answer.TrySetException(exception);
    }

    private static async ValueTask<bool> Completed(SqliteSession session)
    {
        await session.CompleteAsync();
        return true;
    }

    // Everything a session offers ends at once here. Work that waits for something else would hold up every writer of the process.
    private static TValue Ended<TValue>(ValueTask<TValue> task) => task.IsCompleted
        ? task.GetAwaiter().GetResult()
        : throw new InvalidOperationException("The work of a commit awaited something that is not its session. Read and compute before the commit, or after it.");
}
