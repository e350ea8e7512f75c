using CaseMgmt.Cases.Sla;
using CaseMgmt.Workflows.Runtime;
using Quartz;

namespace CaseMgmt.Host.Serving;

/// <summary>
/// What the clock starts. On SQLite the schedule lives in memory: the work itself are rows, found again by the first sweep after a start.
/// Commits deliver their own work at once; the sweeps catch what is due by time and what was left behind.
/// </summary>
public static class Jobs
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.UseDefaultThreadPool(4);
            quartz.ScheduleJob<PumpSweep>(trigger => trigger.WithIdentity("pump").StartNow().WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(1)).RepeatForever()));
            quartz.ScheduleJob<SlaSweep>(trigger => trigger.WithIdentity("sla").StartNow().WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(5)).RepeatForever()));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}

/// <summary>Due timers, queued stimuli and the outbox.</summary>
[DisallowConcurrentExecution]
public sealed class PumpSweep(Pump pump) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await pump.SweepAsync(cancellationToken);
}

/// <summary>Reminders, warnings, overdue flags and escalations that have come due.</summary>
[DisallowConcurrentExecution]
public sealed class SlaSweep(DeadlineSweep deadlines) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await deadlines.RunAsync(cancellationToken);
}
