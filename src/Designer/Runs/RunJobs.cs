using System.Threading.Channels;
using CaseMgmt.Cases.Publishing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseMgmt.Designer.Runs;

/// <summary>
/// Works runs off after their requests were answered, one after the other. The rows say how far they are; a run whose process ends is seen as interrupted
/// when its lease runs out.
/// </summary>
public sealed class RunJobs(RunBook book, ILogger<RunJobs> log) : BackgroundService
{
    private readonly Channel<(LifecycleRun Run, Func<CancellationToken, Task<bool>> Work)> jobs = Channel.CreateUnbounded<(LifecycleRun, Func<CancellationToken, Task<bool>>)>();

    /// <param name="work">Returns false when it was stopped before its end.</param>
    public void Enqueue(LifecycleRun run, Func<CancellationToken, Task<bool>> work) => jobs.Writer.TryWrite((run, work));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (run, work) in jobs.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await book.EndAsync(run, await work(stoppingToken) ? LifecycleRun.Done : LifecycleRun.Stopped, null);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "{Kind} {Run} failed", run.Kind, run.Id);
                await book.EndAsync(run, LifecycleRun.Failed, failure.Message);
            }
        }
    }
}
