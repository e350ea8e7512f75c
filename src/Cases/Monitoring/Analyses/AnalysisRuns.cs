using System.Collections.Concurrent;
using System.Text.Json;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Workflows.Storage;
using Microsoft.Extensions.Logging;

namespace CaseMgmt.Cases.Monitoring.Analyses;

/// <summary>
/// Opens, works through and ends calculations. A run always reaches an end: done with its result, failed with its reason, cancelled by somebody, or failed because
/// its host died. What a calculation stores of the domain, it stores in the commit that ends it or in small commits that can be repeated.
/// </summary>
public sealed class AnalysisRuns(CommitDoor door, HostIdentity host, StoreOptions options, Ids ids, MonitoringJobs jobs, ILogger<AnalysisRuns> log)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<long, CancellationTokenSource> running = new();

    /// <summary>A calculation: it tells its steps and answers with its result, which is stored as JSON.</summary>
    public delegate Task<object> Work(AnalysisProgress progress, CancellationToken cancellation);

    /// <summary>Records the run; <see cref="Start"/> or <see cref="WorkAsync"/> goes through it.</summary>
    public async ValueTask<AnalysisRun> OpenAsync(CommitSession session, string kind, string subject, string orgPath, int steps)
    {
        var run = new AnalysisRun
        {
            Id = ids.Next(), Kind = kind, Subject = subject, OrgPath = orgPath, TotalSteps = steps, StartedBy = session.Actor, StartedAt = session.Now, Owner = host.Name,
            LeaseUntil = session.Now + Lease,
        };
        await session.InsertAsync(run);
        return run;
    }

    /// <summary>Works through the run after the request was answered.</summary>
    public void Start(AnalysisRun run, Work work) => jobs.EnqueueAnalysis($"{run.Kind} {run.Id}", stop => WorkAsync(run, work, stop));

    public async Task WorkAsync(AnalysisRun run, Work work, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        running[run.Id] = stop;
        try
        {
            var progress = new AnalysisProgress((done, step) => TellAsync(run, done, step, stop.Token));
            await progress.TellAsync(0, null);
            var result = await work(progress, stop.Token);
            await EndAsync(run, AnalysisRun.Done, JsonSerializer.Serialize(result, JsonSerializerOptions.Web), null);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(run, cancellation.IsCancellationRequested ? AnalysisRun.Failed : AnalysisRun.Cancelled, null, null);
        }
        catch (Exception failure) when (failure is IRefused)
        {
            await EndAsync(run, AnalysisRun.Failed, null, JsonSerializer.Serialize(RuleRefusal.Of(failure), JsonSerializerOptions.Web));
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Analysis {Run} of {Subject} failed", run.Id, run.Subject);
            await EndAsync(run, AnalysisRun.Failed, null, null);
        }
        finally
        {
            running.TryRemove(run.Id, out _);
        }
    }

    /// <summary>Stops the run at once if this host works on it; another host sees the mark on the row at its next step.</summary>
    public void Stop(long run)
    {
        if (running.TryGetValue(run, out var stop))
        {
            stop.Cancel();
        }
    }

    /// <summary>At start, and now and then: runs whose host is gone have failed. The embedded database has one host, so whatever runs at its start has lost its own.</summary>
    public Task RescueAsync(bool atStart, CancellationToken cancellation) => door.RunAsync("system", async session =>
    {
        var all = atStart && options.Provider == StoreProvider.Sqlite;
        foreach (var row in await session.QueryAsync<AnalysisRun>($"state = {AnalysisRun.Running}"))
        {
            if (all || row.LeaseUntil is null || row.LeaseUntil < session.Now)
            {
                (row.State, row.EndedAt, row.Step) = (AnalysisRun.Failed, session.Now, null);
                await session.UpdateAsync(row);
                session.Announce($"analysis/{row.Id}");
            }
        }
    }, cancellation);

    private Task TellAsync(AnalysisRun run, int done, string? step, CancellationToken cancellation) => door.RunAsync(run.StartedBy, async session =>
    {
        var row = await session.FindAsync<AnalysisRun>(run.Id) ?? throw new InvalidOperationException($"Analysis {run.Id} is gone.");
        if (row.CancelAsked || row.State != AnalysisRun.Running)
        {
            throw new OperationCanceledException();
        }

        (row.DoneSteps, row.Step, row.Owner, row.LeaseUntil) = (done, step, host.Name, session.Now + Lease);
        await session.UpdateAsync(row);
        session.Announce($"analysis/{run.Id}");
    }, cancellation);

    private Task EndAsync(AnalysisRun run, string state, string? result, string? problem) => door.RunAsync(run.StartedBy, async session =>
    {
        var row = await session.FindAsync<AnalysisRun>(run.Id) ?? throw new InvalidOperationException($"Analysis {run.Id} is gone.");
        (row.State, row.ResultJson, row.ProblemJson, row.EndedAt, row.Step, row.LeaseUntil) = (state, result, problem, session.Now, null, null);
        row.DoneSteps = state == AnalysisRun.Done ? row.TotalSteps : row.DoneSteps;
        await session.UpdateAsync(row);
        session.Announce($"analysis/{run.Id}");
        (run.State, run.ResultJson, run.ProblemJson, run.EndedAt) = (row.State, row.ResultJson, row.ProblemJson, row.EndedAt);
    });
}

/// <summary>Where a calculation says how far it is; telling throws when somebody has asked it to stop.</summary>
public sealed class AnalysisProgress(Func<int, string?, Task> tell)
{
    public Task TellAsync(int done, string? step) => tell(done, step);
}
