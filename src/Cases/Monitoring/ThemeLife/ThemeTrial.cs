using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Analyses;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Monitoring.Themes;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.ThemeLife;

/// <summary>What a test run shows. Rows beyond the tester's own organisation are counted and not shown.</summary>
public sealed record TrialResult(string Ym, DateOnly Today, long BatchId, int Rows, IReadOnlyList<Finding> First, long DurationMs, IReadOnlyList<string> Plan, string Statement,
    int? ComparedWith, int? ComparedRows, int Added, IReadOnlyList<Finding> AddedFirst, int Gone, IReadOnlyList<Finding> GoneFirst, string By, DateTime At,
    string? Source = null, DateOnly? Stamp = null);

/// <summary>Runs one version beside the version in use over the same data. It reads only.</summary>
public sealed class ThemeTrial(IDbContextFactory<CaseDbContext> contexts, DataSources sources, ThemeLibrary library, TimeProvider time)
{
    /// <summary>The version itself, the one in use, the comparison.</summary>
    public const int Steps = 3;

    private const int Shown = 20;

    public async Task<TrialResult> RunAsync(ThemeVersion row, ImportBatch batch, string ym, CurrentAccount me, AnalysisProgress progress, CancellationToken cancellation)
    {
        var (theme, present) = (ThemeContent.Read(row), library.Current.FirstOrDefault(each => each.Code == row.Code));
        var orgs = await ScopedRun.OrgPathsAsync(contexts, cancellation);
        var today = batch.Stamp ?? DateOnly.FromDateTime(batch.StartedAt);
        var standard = ThemeLibrary.Standard(ym, today);
        using var connection = sources.Open(batch);
        var started = time.GetTimestamp();
        var found = await Task.Run(() => ScopedRun.Find(connection, theme, standard, orgs, cancellation), cancellation);
        var took = (long)time.GetElapsedTime(started).TotalMilliseconds;
        await progress.TellAsync(1, ym);
        var before = present is null ? [] : await Task.Run(() => ScopedRun.Find(connection, present, standard, orgs, cancellation), cancellation);
        await progress.TellAsync(2, ym);
        var rule = RuleCompiler.Compile(theme.Sql, standard.With(theme), connection.Dialect);
        var (added, gone) = Compare(found, before);
        return new TrialResult(ym, today, batch.Id, found.Count, First(found), took, connection.Plan(rule, RuleRun.Limit, cancellation), rule.Sql, present?.Version,
            present is null ? null : before.Count, added.Count, First(added), gone.Count, First(gone), me.DisplayName, time.GetUtcNow().UtcDateTime, batch.Source, batch.Stamp);

        IReadOnlyList<Finding> First(IReadOnlyList<Finding> rows) => [.. rows.Where(finding => me.Sees(orgs.GetValueOrDefault(finding.OrgNo, "/"))).Take(Shown)];
    }

    /// <summary>Objects that only one of the two finds. Pure.</summary>
    public static (IReadOnlyList<Finding> Added, IReadOnlyList<Finding> Gone) Compare(IReadOnlyList<Finding> now, IReadOnlyList<Finding> before)
    {
        var (newKeys, oldKeys) = (now.Select(row => row.ObjKey).ToHashSet(StringComparer.Ordinal), before.Select(row => row.ObjKey).ToHashSet(StringComparer.Ordinal));
        return ([.. now.Where(row => !oldKeys.Contains(row.ObjKey))], [.. before.Where(row => !newKeys.Contains(row.ObjKey))]);
    }
}
