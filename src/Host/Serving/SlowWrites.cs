using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Host.Serving;

/// <summary>Says in the log who held the writer of the embedded database for more than 50 ms: everybody else waited for it.</summary>
public sealed class SlowWrites(CommitServices commits, ILogger<SlowWrites> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        commits.Slow = (what, took) => log.LogWarning("{What} held the writer for {Milliseconds:0} ms; the rule is 50 ms", what, took.TotalMilliseconds);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        commits.Slow = null;
        return Task.CompletedTask;
    }
}
