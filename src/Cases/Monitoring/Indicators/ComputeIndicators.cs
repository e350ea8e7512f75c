using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Analyses;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Precision;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Monitoring.Themes;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>What a computation did; indicators that failed say why and never stop the others.</summary>
public sealed record IndicatorResult(
    long BatchId, IReadOnlyList<string> Months, int Computed, int Values, int Alarms, IReadOnlyList<IndicatorResult.Failed> Failures, long DurationMs, string? Source)
{
    public sealed record Failed(string Code, string Ym, RuleRefusal Why);
}

/// <summary>
/// Computes the indicators of the month that a batch is about, newest first the months before it, and stores them by unit. The same batch computed twice gives the same
/// rows; what reads the present state is computed for the batch's own month only.
/// </summary>
public sealed class ComputeIndicators(IDbContextFactory<CaseDbContext> contexts, DataSources sources, IndicatorLibrary library, IndicatorWriter writer, TimeProvider time)
{
    /// <summary>Facts of one commit; some ten milliseconds of the writer's lane.</summary>
    private const int Chunk = 150;

    public async Task<object> RunAsync(ImportBatch batch, IReadOnlyList<string> months, string actor, AnalysisProgress progress, CancellationToken cancellation)
    {
        using var source = sources.Open(batch);
        return await RunAsync(source, batch, months, actor, progress, cancellation);
    }

    public async Task<IndicatorResult> RunAsync(IRuleSource source, ImportBatch batch, IReadOnlyList<string> months, string actor, AnalysisProgress progress, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var units = await db.Set<OrgUnit>().AsNoTracking().ToListAsync(cancellation);
        var (paths, names) = (units.ToDictionary(unit => unit.OrgNo, unit => unit.OrgPath), units.ToDictionary(unit => unit.OrgNo, unit => unit.Name));
        var (failures, computed, values, alarms) = (new List<IndicatorResult.Failed>(), 0, 0, 0);
        foreach (var (ym, at) in months.Select((ym, at) => (ym, at)))
        {
            await progress.TellAsync(at * library.Current.Count, ym);
            var done = await Task.Run(() => Month(source, batch, ym, paths, failures, cancellation), cancellation);
            foreach (var commit in Commits(done))
            {
                alarms += await writer.WriteAsync(commit, names, actor, cancellation);
            }

            (computed, values) = (computed + done.Count, values + done.Sum(month => month.Facts.Count(fact => fact.Value is not null)));
        }

        return new IndicatorResult(batch.Id, months, computed, values, alarms, failures, (long)time.GetElapsedTime(started).TotalMilliseconds, batch.Source);
    }

    public int StepsOf(IReadOnlyList<string> months) => months.Count * library.Current.Count;

    /// <summary>The months that a batch fills in: its own, and of the twelve before it those that nobody has computed yet.</summary>
    public static IReadOnlyList<string> MonthsOf(string ym, IReadOnlySet<string> known) => [.. Backtest.MonthsBefore(ym, 13).Reverse().Where(each => each == ym || !known.Contains(each))];

    private List<IndicatorMonth> Month(IRuleSource source, ImportBatch batch, string ym, Dictionary<string, string> paths, List<IndicatorResult.Failed> failures, CancellationToken cancellation)
    {
        var own = ym == batch.Ym;
        var standard = ThemeLibrary.Standard(ym, own && batch.Stamp is { } stamp ? stamp : Backtest.DayAfter(ym));
        var loaded = IndicatorQuery.Loaded(source, ym, cancellation);
        var done = new List<IndicatorMonth>();
        foreach (var indicator in loaded.Count == 0 ? [] : library.Current.Where(each => own || !each.Snapshot))
        {
            try
            {
                var sums = IndicatorMath.RollUp(indicator, IndicatorQuery.Sums(source, indicator, standard, cancellation), paths, loaded);
                done.Add(new IndicatorMonth(indicator, ym, [.. sums.Select(unit => Fact(indicator, ym, unit.Key, paths[unit.Key], unit.Value, batch.Id))], own));
            }
            catch (RuleException wrong)
            {
                failures.Add(new IndicatorResult.Failed(indicator.Code, ym, wrong.Refusal));
            }
        }

        return done;
    }

    private static IndicatorFact Fact(Indicator indicator, string ym, string org, string path, UnitSums sums, long batch)
    {
        var value = IndicatorMath.Value(indicator, sums);
        return new IndicatorFact
        {
            Code = indicator.Code, Ym = ym, OrgNo = org, OrgPath = path, Num = sums.Num, Den = sums.Den, Value = value, Rows = sums.Rows,
            Level = IndicatorMath.Level(indicator, value), Definition = indicator.Version, BatchId = batch,
        };
    }

    /// <summary>Whole indicators, as many as make one commit of a good size.</summary>
    private static IEnumerable<IReadOnlyList<IndicatorMonth>> Commits(IReadOnlyList<IndicatorMonth> months)
    {
        var (commit, facts) = (new List<IndicatorMonth>(), 0);
        foreach (var month in months)
        {
            commit.Add(month);
            facts += month.Facts.Count;
            if (facts >= Chunk)
            {
                yield return commit;
                (commit, facts) = ([], 0);
            }
        }

        if (commit.Count > 0)
        {
            yield return commit;
        }
    }
}
