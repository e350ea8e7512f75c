using System.Globalization;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Analyses;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>
/// Sees to it that every loaded batch gets its indicators, once. The rows are the truth: the clock only asks now and then, whoever loaded the batch and however long
/// the host was down. A computation whose host died is tried again, three times at most.
/// </summary>
public sealed class IndicatorSweep(CommitDoor door, IDbContextFactory<CaseDbContext> contexts, AnalysisRuns runs, ComputeIndicators compute)
{
    public const string Kind = "indicators";
    private const int Attempts = 3;

    public static string SubjectOf(long batch) => string.Create(CultureInfo.InvariantCulture, $"batch/{batch}");

    /// <summary>Computes the batch in force if nobody has; returns the run, or null if there was nothing to do.</summary>
    public async Task<AnalysisRun?> RunAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await MarketingFiles.InForceAsync(db, cancellation) is not { Ym: { } ym } batch || await IsDoneAsync(db, batch, cancellation))
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
