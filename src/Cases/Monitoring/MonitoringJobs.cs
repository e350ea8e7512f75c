using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseMgmt.Cases.Monitoring;

/// <summary>
/// Runs what a request has started after the request was answered: loads and scans one after the other, and beside them, so that nobody waits an import for a test
/// run, calculations one after the other. Their rows say how far they are; what the process did not finish is marked failed at the next start.
/// </summary>
public sealed class MonitoringJobs(ILogger<MonitoringJobs> log) : BackgroundService
{
    private readonly Channel<Job> loads = Channel.CreateUnbounded<Job>();
    private readonly Channel<Job> analyses = Channel.CreateUnbounded<Job>();

    private sealed record Job(string Name, Func<CancellationToken, Task> Work);

    public void Enqueue(string name, Func<CancellationToken, Task> work) => loads.Writer.TryWrite(new Job(name, work));

    public void EnqueueAnalysis(string name, Func<CancellationToken, Task> work) => analyses.Writer.TryWrite(new Job(name, work));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(RunAsync(loads, stoppingToken), RunAsync(analyses, stoppingToken));

    private async Task RunAsync(Channel<Job> lane, CancellationToken stoppingToken)
    {
        await foreach (var job in lane.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await job.Work(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "{Job} failed", job.Name);
            }
        }
    }
}
