using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Monitoring.Tags;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Whitelist;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>One theme in one run: find, look up what is known of the objects, store, clear what is gone. Everything is read before anything is stored.</summary>
internal sealed class ThemeScan(ScanRun run, ImportBatch load, IRuleSource source, StakeLookup stakes, UnitPresence units, AnomalyWriter writer, IReadOnlyDictionary<string, string> orgs,
    IReadOnlyDictionary<long, ImportBatch> loads, IDbContextFactory<CaseDbContext> contexts, TagMarks tags, WhiteWatch whites, TimeProvider time)
{
    public async Task<ThemeResult> RunAsync(Theme theme, Action<Theme, Finding>? found, CancellationToken cancellation)
    {
        var (started, keyless) = (time.GetTimestamp(), 0);
        try
        {
            var findings = await Task.Run(() => ScopedRun.Find(source, theme, ThemeLibrary.Standard(run.Ym, run.Today), orgs, cancellation, rows => keyless = rows), cancellation);
            var stored = await StoreAsync(theme, findings, cancellation);
            foreach (var finding in findings)
            {
                found?.Invoke(theme, finding);
            }

            return new ThemeResult(theme.Code, findings.Count, stored.New, Took(), null, theme.Version, stored.Cleared, stored.White, keyless);
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not SourceLostException && !source.IsAlive)
        {
            throw new SourceLostException(theme.Code, failure.Message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not SourceLostException)
        {
            return new ThemeResult(theme.Code, 0, 0, Took(), RuleRefusal.Of(failure).Stored(), theme.Version);
        }

        long Took() => (long)time.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Stores the findings. Another host that scans the same month may store one of them first: then what is known is read again and the rest follows.</summary>
    private async Task<(int New, int Cleared, int White)> StoreAsync(Theme theme, IReadOnlyList<Finding> findings, CancellationToken cancellation)
    {
        var before = writer.Inserted;
        var (cleared, white) = await Rereading.RunAsync(() => StoreOnceAsync(theme, findings, cancellation), cancellation);
        return (writer.Inserted - before, cleared, white);
    }

    private async Task<(int Cleared, int White)> StoreOnceAsync(Theme theme, IReadOnlyList<Finding> findings, CancellationToken cancellation)
    {
        var known = await KnownAsync(theme, cancellation);
        var stake = await Task.Run(() => stakes.FenOf(findings.Select(finding => finding.ObjKey).Where(key => !known.ContainsKey(key)), cancellation), cancellation);
        var white = await WhiteAsync(theme, findings, cancellation);
        var marks = await tags.OfAsync(findings.Select(finding => finding.ObjKey), cancellation);
        await writer.WriteAsync(theme, findings, known,
            key => new ObjectFacts(known.TryGetValue(key, out var old) ? old.StakeFen : stake.GetValueOrDefault(key), [.. marks[key]], white.GetValueOrDefault(key)?.Id), cancellation);
        var gone = await Task.Run(() => Gone(theme, findings, known, cancellation), cancellation);
        await writer.ClearAsync(gone, cancellation);
        return (gone.Count, findings.Count(finding => white.ContainsKey(finding.ObjKey)));
    }

    private List<KnownAnomaly> Gone(Theme theme, IReadOnlyList<Finding> findings, Dictionary<string, KnownAnomaly> known, CancellationToken cancellation)
    {
        var seen = findings.Select(finding => finding.ObjKey).ToHashSet(StringComparer.Ordinal);
        var tables = RuleTables.Of(theme.Sql);
        var read = tables.Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        var fresher = loads.ToDictionary(each => each.Key, each => Freshness.MayClear(load, each.Value, read));
        return [.. known.Where(each => !seen.Contains(each.Key)).Select(each => each.Value)
            .Where(each => each.State is AnomalyStates.InTask || AnomalyLife.Next(each.State, AnomalyEvent.Absent) is not null)
            .Where(each => AnomalyLife.HasCleared(fresher.GetValueOrDefault(each.Batch), stakes.HasUnit(each.OrgPath, orgs), theme.Version == each.Version))
            .Where(each => units.Has(each.OrgPath, tables, cancellation))];
    }

    /// <summary>The entries that hold for these findings; one whose finding is much worse than approved ends here.</summary>
    private async Task<Dictionary<string, WhiteEntry>> WhiteAsync(Theme theme, IReadOnlyList<Finding> findings, CancellationToken cancellation)
    {
        var white = await whites.EffectiveAsync(theme.Code, cancellation);
        if (white.Count == 0)
        {
            return white;
        }

        foreach (var finding in findings.Where(finding => white.TryGetValue(finding.ObjKey, out var entry) && WhiteRules.HasWorsened(entry.Metric, finding.Metric)))
        {
            await whites.EndAsync(white[finding.ObjKey].Id, WhiteStates.Cancelled, "worse", cancellation);
            white.Remove(finding.ObjKey);
        }

        return white;
    }

    private async Task<Dictionary<string, KnownAnomaly>> KnownAsync(Theme theme, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = from anomaly in db.Set<Anomaly>().AsNoTracking()
                   where anomaly.ThemeCode == theme.Code && anomaly.Ym == run.Ym
                   join last in db.Set<ScanRun>() on anomaly.LastRunId equals last.Id into runs
                   from last in runs.DefaultIfEmpty()
                   select new
                   {
                       anomaly.ObjKey,
                       Known = new KnownAnomaly(anomaly.Id, anomaly.Metric, anomaly.State, anomaly.ThemeVersion, anomaly.Hits, anomaly.StakeFen, anomaly.OrgPath, last == null ? 0 : last.BatchId)
                       {
                           Tags = anomaly.Tags, WhiteId = anomaly.WhiteId, Cleared = anomaly.ClearedAt != null,
                       },
                   };
        return await rows.ToDictionaryAsync(row => row.ObjKey, row => row.Known, cancellation);
    }
}
