using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace CaseMgmt.Workflows.Storage;

/// <summary>
/// The one writer of a SQLite file: a thread of its own that takes what waits, up to 64 jobs, runs each in its own savepoint, commits once and then
/// answers all. A job that fails is rolled back alone. One flush of the disk serves all that came together.
/// </summary>
internal sealed class SqliteLane(CommitServices services, string connectionString, WriterGate gate) : IDisposable
{
    private const int MostPerCommit = 64;
    private static readonly TimeSpan MostPerJob = TimeSpan.FromMilliseconds(50);
    private readonly BlockingCollection<LaneJob> queue = [];
    private readonly Lock starting = new();
    private Thread? thread;
    private bool disposed;

    public void Post(LaneJob job)
    {
        if (thread is null)
        {
            Start();
        }

        queue.Add(job);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, true))
        {
            return;
        }

        queue.CompleteAdding();
        thread?.Join();
        queue.Dispose();
    }

    private void Start()
    {
        lock (starting)
        {
            if (thread is null)
            {
                var started = new Thread(Run) { Name = "writer lane", IsBackground = true };
                started.Start();
                thread = started;
            }
        }
    }

    private void Run()
    {
        SqliteConnection? connection = null;
        SqliteStatements? statements = null;
        var batch = new List<LaneJob>(MostPerCommit);
        foreach (var first in queue.GetConsumingEnumerable())
        {
            batch.Clear();
            try
            {
                connection ??= SqliteFiles.OpenWriter(connectionString);
                statements ??= new(connection);
                RunBatch(statements, first, batch);
            }
            catch (Exception exception)
            {
                // The shared commit itself failed (disk full, file gone): nobody's work is there, everybody is told, and the next batch starts afresh.
                FailAll(batch, first, exception);
                statements?.Dispose();
                connection?.Dispose();
                (statements, connection) = (null, null);
            }
        }

        statements?.Dispose();
        connection?.Dispose();
    }

    private void RunBatch(SqliteStatements statements, LaneJob first, List<LaneJob> batch)
    {
        gate.EnterLane();
        try
        {
            statements.Execute("begin immediate");
            var job = first;
            do
            {
                if (!job.Cancelled)
                {
                    RunOne(statements, job, batch);
                }
            }
            while (batch.Count < MostPerCommit && queue.TryTake(out job!));

            services.Probe?.Invoke("commit");
            statements.Execute("commit");
        }
        finally
        {
            gate.LeaveLane();
        }

        foreach (var done in batch)
        {
            done.Answered();
        }
    }

    private void RunOne(SqliteStatements statements, LaneJob job, List<LaneJob> batch)
    {
        var started = services.Time.GetTimestamp();
        statements.Execute("savepoint job");
        try
        {
            job.Run(services, statements);
        }
        catch (Exception exception) when (exception is not SqliteException { SqliteErrorCode: 10 or 11 or 13 or 26 })
        {
            // Told after the shared commit like the others: what it stumbled over may be the work of a neighbour that is not durable yet.
            statements.Execute("rollback to job");
            job.Refuse(exception);
        }

        statements.Execute("release job");
        batch.Add(job);
        Measure(job, services.Time.GetElapsedTime(started));
    }

    private void Measure(LaneJob job, TimeSpan took)
    {
        EngineMetrics.LaneJob.Record(took.TotalMilliseconds);
        if (took > MostPerJob)
        {
            EngineMetrics.SlowLaneJobs.Add(1);
            services.Slow?.Invoke(job.Name, took);
        }
    }

    private static void FailAll(List<LaneJob> batch, LaneJob first, Exception exception)
    {
        foreach (var job in batch)
        {
            job.Failed(exception);
        }

        first.Failed(exception);
    }
}
