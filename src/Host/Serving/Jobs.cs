using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.History;
using CaseMgmt.Cases.Monitoring.Analyses;
using CaseMgmt.Cases.Monitoring.Indicators;
using CaseMgmt.Cases.Monitoring.Schedules;
using CaseMgmt.Cases.Plans.ProblemLists;
using CaseMgmt.Cases.Plans.Visits;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Survey.Campaigns;
using CaseMgmt.Cases.Whitelist;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CaseMgmt.Host.Serving;

/// <summary>
/// What the clock starts. On SQLite the schedule lives in memory: the work itself are rows, found again by the first sweep after a start.
/// Commits deliver their own work at once; the sweeps catch what is due by time and what was left behind.
/// </summary>
public static class Jobs
{
    // Ten jobs that meet their code for the first time keep two cores busy for most of a second: not while the first requests come in. What must not wait
    // for a sweep is recovered before the first request.
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(2);

    public static void AddJobs(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.UseDefaultThreadPool(4);
            Every<PumpSweep>(TimeSpan.FromSeconds(1));
            Every<DeadlineSweepJob>(TimeSpan.FromSeconds(1));
            Every<ScanScheduleJob>(TimeSpan.FromSeconds(15));
            Every<IndicatorJob>(TimeSpan.FromSeconds(20));
            Every<WhitelistJob>(TimeSpan.FromMinutes(5));
            Every<VisitJob>(TimeSpan.FromSeconds(20));
            Every<ProblemListJob>(TimeSpan.FromMinutes(10));
            Every<SurveyReportJob>(TimeSpan.FromMinutes(10));
            Every<Reconcile>(TimeSpan.FromMinutes(1));
            Every<DailyRoot>(TimeSpan.FromMinutes(10));

            void Every<T>(TimeSpan interval) where T : IJob =>
                quartz.ScheduleJob<T>(trigger => trigger.WithIdentity(typeof(T).Name).StartNow().WithSimpleSchedule(every => every.WithInterval(interval).RepeatForever()));
        });
        services.AddQuartzHostedService(options =>
        {
            options.WaitForJobsToComplete = true;
            options.StartDelay = AfterStart;
        });
    }
}

/// <summary>Due timers, queued stimuli and the outbox.</summary>
[DisallowConcurrentExecution]
public sealed class PumpSweep(Pump pump) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await pump.SweepAsync(cancellationToken);
}

/// <summary>Rows that something implies and that are not there, or the other way round. What it finds is a warning: somebody wrote past the commit.</summary>
[DisallowConcurrentExecution]
public sealed class Reconcile(Reconciler reconciler, ILogger<Reconcile> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        foreach (var finding in await reconciler.RunAsync(cancellationToken))
        {
            log.LogWarning("Put right: {Kind} of {Instance} ({About})", finding.Kind, finding.InstanceId ?? "the engine", finding.About);
        }
    }
}

/// <summary>Deadlines of human steps: reminder, overdue, escalation.</summary>
[DisallowConcurrentExecution]
public sealed class DeadlineSweepJob(DeadlineSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await sweep.RunAsync(cancellationToken);
}

/// <summary>Themes whose schedule is due, and runs whose host is gone.</summary>
[DisallowConcurrentExecution]
public sealed class ScanScheduleJob(ScheduleSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await sweep.RunAsync(cancellationToken);
}

/// <summary>Indicators of a batch that nobody has computed, and calculations whose host is gone.</summary>
[DisallowConcurrentExecution]
public sealed class IndicatorJob(IndicatorSweep sweep, AnalysisRuns runs) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await runs.RescueAsync(atStart: false, cancellationToken);
        await sweep.RunAsync(cancellationToken);
    }
}

/// <summary>White-list entries that are over or soon will be.</summary>
[DisallowConcurrentExecution]
public sealed class WhitelistJob(WhiteWatch watch, WorkingCalendar calendar) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await watch.SweepAsync(calendar, cancellationToken);
}

/// <summary>Items of dispatched orders that are on no visit yet.</summary>
[DisallowConcurrentExecution]
public sealed class VisitJob(VisitSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await sweep.RunAsync(cancellationToken);
}

/// <summary>The problem lists of a week, on its first working day.</summary>
[DisallowConcurrentExecution]
public sealed class ProblemListJob(ProblemListSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await sweep.RunAsync(cancellationToken);
}

/// <summary>Reports of survey periods that are over.</summary>
[DisallowConcurrentExecution]
public sealed class SurveyReportJob(SurveyReports reports) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await reports.SweepAsync(cancellationToken);
}

/// <summary>Seals the history once a day of the business's own calendar. Asks often and acts once, so a host that slept over midnight catches up by itself.</summary>
[DisallowConcurrentExecution]
public sealed class DailyRoot(CommitDoor door, IDbContextFactory<CaseDbContext> contexts, Places places, RuntimeOptions options, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db.Set<HistoryRootRow>().MaxAsync(root => (DateTime?)root.SealedAt, cancellationToken);
        if (last is null || DayOf(last.Value) < DayOf(time.GetUtcNow().UtcDateTime))
        {
            using var key = HistoryKey.OpenOrCreate(places.Data);
            await SealHistory.RunAsync(door, key, cancellationToken);
        }
    }

    private DateTime DayOf(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), options.Zone).Date;
}
