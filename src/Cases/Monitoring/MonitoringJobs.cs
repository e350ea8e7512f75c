using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseMgmt.Cases.Monitoring;

/// <summary>
/// Runs loads and scans that a request has started, one after the other, after the request was answered. Their rows say how far they are;
/// what the process did not finish is marked failed at the next start.
/// </summary>
public sealed class MonitoringJobs(ILogger<MonitoringJobs> log) : BackgroundService
{
    private readonly Channel<(string Name, Func<CancellationToken, Task> Work)> jobs = Channel.CreateUnbounded<(string, Func<CancellationToken, Task>)>();

    public void Enqueue(string name, Func<CancellationToken, Task> work) => jobs.Writer.TryWrite((name, work));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (name, work) in jobs.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await work(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "{Job} failed", name);
            }
        }
    }
}
