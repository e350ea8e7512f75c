using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>What to scan. No themes means all; no day means the data's own stamp, never the wall clock.</summary>
public sealed record ScanRequest(string Ym, IReadOnlyList<string> Themes, DateOnly? Today);

/// <summary>The request cannot be run; the code is that of a problem document.</summary>
public sealed class ScanRefusedException(string code, string message) : Exception(message)
{
    public string Code => code;
}

/// <summary>Runs themes over the batch in force, one scan at a time. A theme that fails is reported in the run and never stops the others.</summary>
public sealed class Scanner(CommitDoor door, IDbContextFactory<CaseDbContext> contexts, MarketingFiles files, ThemeLibrary library, Ids ids, TimeProvider time)
{
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Checks the request and records a run in state "running"; <see cref="RunAsync"/> ends it.</summary>
    public async Task<ScanRun> OpenAsync(ScanRequest request, string actor, CancellationToken cancellation)
    {
        if (request.Themes.FirstOrDefault(code => library.Find(code) is null) is { } unknown)
        {
            throw new ScanRefusedException("theme-unknown", $"There is no theme {unknown}.");
        }

        if (!DateOnly.TryParseExact(request.Ym + "01", "yyyyMMdd", out _))
        {
            throw new ScanRefusedException("month-wrong", $"'{request.Ym}' is not an account month like 202605.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var batch = await MarketingFiles.InForceAsync(db, cancellation)
            ?? throw new ScanRefusedException("no-data", "No marketing data is loaded yet: import a folder first.");
        return await door.RunAsync(actor, async session =>
        {
            var run = new ScanRun
            {
                Id = ids.Next(), Ym = request.Ym, BatchId = batch.Id, StartedAt = session.Now, StartedBy = actor,
                Today = request.Today ?? batch.Stamp ?? DateOnly.FromDateTime(batch.StartedAt),
            };
            await session.InsertAsync(run);
            return run;
        }, cancellation);
    }

    /// <summary>Runs the themes. <paramref name="found"/> sees every finding, theme by theme.</summary>
    public async Task<IReadOnlyList<ThemeResult>> RunAsync(ScanRun run, IReadOnlyList<string> codes, Action<Theme, Finding>? found, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            return await RunAloneAsync(run, codes, found, cancellation);
        }
        catch (Exception) when (run.State == ScanRun.Running)
        {
            await EndAsync(run, ScanRun.Failed, CancellationToken.None);
            throw;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>At start: runs that were under way when the process died have failed.</summary>
    public async Task RecoverAsync(CancellationToken cancellation) => await door.RunAsync("system", async session =>
    {
        await session.ExecuteAsync($"update scan_run set state = {ScanRun.Failed}, ended_at = {session.Now}, version = version + 1 where state = {ScanRun.Running}");
    }, cancellation);

    private async Task<IReadOnlyList<ThemeResult>> RunAloneAsync(ScanRun run, IReadOnlyList<string> codes, Action<Theme, Finding>? found, CancellationToken cancellation)
    {
        var results = new List<ThemeResult>();
        using var connection = new RuleConnection(files.DatabaseOf(run.BatchId), time);
        var writer = new AnomalyWriter(door, ids, run, await OrgPathsAsync(cancellation));
        foreach (var theme in library.Current.Where(theme => codes.Count == 0 || codes.Contains(theme.Code)))
        {
            results.Add(await RunThemeAsync(run, theme, connection, writer, found, cancellation));
            run.ThemesJson = JsonSerializer.Serialize(results, JsonSerializerOptions.Web);
        }

        await EndAsync(run, ScanRun.Done, cancellation);
        return results;
    }

    private async Task<ThemeResult> RunThemeAsync(ScanRun run, Theme theme, RuleConnection connection, AnomalyWriter writer, Action<Theme, Finding>? found, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        try
        {
            var findings = await Task.Run(() => RuleRun.Find(connection, theme, ThemeLibrary.Standard(run.Ym, run.Today), cancellation), cancellation);
            var fresh = await writer.WriteAsync(theme, findings, await KnownAsync(theme, run.Ym, cancellation), cancellation);
            foreach (var finding in findings)
            {
                found?.Invoke(theme, finding);
            }

            return new ThemeResult(theme.Code, findings.Count, fresh, (long)time.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new ThemeResult(theme.Code, 0, 0, (long)time.GetElapsedTime(started).TotalMilliseconds, failure.Message);
        }
    }

    private async Task<Dictionary<string, KnownAnomaly>> KnownAsync(Theme theme, string ym, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Set<Anomaly>().AsNoTracking().Where(anomaly => anomaly.ThemeCode == theme.Code && anomaly.Ym == ym)
            .Select(anomaly => new { anomaly.ObjKey, anomaly.Id, anomaly.Metric })
            .ToDictionaryAsync(anomaly => anomaly.ObjKey, anomaly => new KnownAnomaly(anomaly.Id, anomaly.Metric), cancellation);
    }

    private async Task<Dictionary<string, string>> OrgPathsAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(org => org.OrgNo, org => org.OrgPath, cancellation);
    }

    private Task EndAsync(ScanRun run, string state, CancellationToken cancellation) => door.RunAsync(run.StartedBy, async session =>
    {
        var row = await session.FindAsync<ScanRun>(run.Id) ?? throw new InvalidOperationException($"Scan {run.Id} is gone.");
        (row.State, row.ThemesJson, row.EndedAt) = (state, run.ThemesJson, session.Now);
        await session.UpdateAsync(row);
        await session.AppendHistoryAsync($"scan/{run.Id}", "scan.ended", new JsonObject { ["ym"] = run.Ym, ["state"] = state, ["batch"] = run.BatchId });
        session.Announce($"scan/{run.Id}");
        (run.State, run.EndedAt) = (state, session.Now);
    }, cancellation);
}
