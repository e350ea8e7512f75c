using System.Globalization;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Analyses;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>
/// Sees to it that every loaded batch gets its indicators, once. The rows are the truth: the clock only asks now and then, whoever loaded the batch and however long
/// the host was down. A computation whose host died is tried again, three times at most. A warehouse does not say when it was loaded, so it is looked at, once an hour.
/// </summary>
public sealed class IndicatorSweep(
    CommitDoor door, IDbContextFactory<CaseDbContext> contexts, DataSources sources, AnalysisRuns runs, ComputeIndicators compute, TimeProvider time, ILogger<IndicatorSweep> log)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);
    private DateTimeOffset looked = DateTimeOffset.MinValue;

    public const string Kind = "indicators";
    private const int Attempts = 3;

    public static string SubjectOf(long batch) => string.Create(CultureInfo.InvariantCulture, $"batch/{batch}");

    /// <summary>Computes the present load of the usual source if nobody has; returns the run, or null if there was nothing to do.</summary>
    public async Task<AnalysisRun?> RunAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await LoadAsync(db, cancellation) is not { Ym: { } ym } batch || await IsDoneAsync(db, batch, cancellation))
        {
            return null;
        }

        var months = ComputeIndicators.MonthsOf(ym, await KnownAsync(db, cancellation));
        var run = await door.RunAsync("system", session => ClaimAsync(session, batch, months), cancellation);
        if (run is not null)
        {
            await runs.WorkAsync(run, (progress, stop) => compute.RunAsync(batch, months, "system", progress, stop), cancellation);
        }

        return run;
    }

    /// <summary>The batch in force, or the load of the warehouse; null while there is none or it must not be used.</summary>
    private async Task<ImportBatch?> LoadAsync(CaseDbContext db, CancellationToken cancellation)
    {
        if (sources.Default is null || time.GetUtcNow() - looked < BetweenLooks)
        {
            return await DataSources.NewestAsync(db, sources.Default, cancellation);
        }

        try
        {
            looked = time.GetUtcNow();
            return await sources.PresentAsync(sources.Default, cancellation);
        }
        catch (SourceUnfitException unfit)
        {
            log.LogWarning("Indicators wait: {Problem}", unfit.Message);
            return null;
        }
    }

    public static async Task<HashSet<string>> KnownAsync(CaseDbContext db, CancellationToken cancellation) =>
        [.. await db.Set<IndicatorFact>().AsNoTracking().Select(fact => fact.Ym).Distinct().ToListAsync(cancellation)];

    private static async Task<bool> IsDoneAsync(CaseDbContext db, ImportBatch batch, CancellationToken cancellation)
    {
        var subject = SubjectOf(batch.Id);
        return Claimed(await db.Set<AnalysisRun>().AsNoTracking().Where(row => row.Kind == Kind && row.Subject == subject).Select(row => row.State).ToListAsync(cancellation));
    }

    /// <summary>Two hosts may ask at once; the lock lets one of them see the other's row.</summary>
    private async ValueTask<AnalysisRun?> ClaimAsync(CommitSession session, ImportBatch batch, IReadOnlyList<string> months)
    {
        var subject = SubjectOf(batch.Id);
        await session.LockAsync("indicators");
        var before = await session.QueryAsync<AnalysisRun>($"kind = {Kind} and subject = {subject}");
        return Claimed([.. before.Select(row => row.State)]) ? null : await runs.OpenAsync(session, Kind, subject, "/", compute.StepsOf(months));
    }

    private static bool Claimed(List<string> states) => states.Any(state => state != AnalysisRun.Failed) || states.Count >= Attempts;
}
