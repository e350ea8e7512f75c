using System.Collections.Concurrent;
using System.Text.Json;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Monitoring.Tags;
using CaseMgmt.Cases.Monitoring.ThemeLife;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Whitelist;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>What to scan. No themes means all; no day means the data's own stamp, never the wall clock.</summary>
/// <param name="Cause">manual, or schedule.</param>
/// <param name="Source">The warehouse to run in; null is the embedded copy.</param>
/// <param name="Note">What whoever reads the result should know beforehand.</param>
public sealed record ScanRequest(string Ym, IReadOnlyList<string> Themes, DateOnly? Today, string Cause = "manual", string? Source = null, RuleRefusal? Note = null);

/// <summary>The request cannot be run: a problem whose texts take what was wrong.</summary>
public sealed class ScanRefusedException(Problem problem) : Exception(problem.In("en").Detail)
{
    public ScanRefusedException(string code, params object?[] values) : this(Problem.Unprocessable(code, values))
    {
    }

    public string Code => problem.Code;

    public Problem Problem => problem;
}

/// <summary>Runs themes over the batch in force or in a warehouse, one scan at a time. A theme that fails is reported in the run and never stops the others.</summary>
public sealed class Scanner(
    CommitDoor door, IDbContextFactory<CaseDbContext> contexts, DataSources sources, ThemeLibrary library, ThemeShelf shelf, TagMarks tags, WhiteWatch whites, ScanRows rows, StoreOptions options, Ids ids, TimeProvider time)
{
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly ConcurrentDictionary<long, CancellationTokenSource> running = new();

    /// <summary>Checks the request and records a run in state "running"; <see cref="RunAsync"/> ends it.</summary>
    public async Task<ScanRun> OpenAsync(ScanRequest request, string actor, CancellationToken cancellation)
    {
        if (request.Themes.FirstOrDefault(code => library.Current.All(theme => theme.Code != code)) is { } unknown)
        {
            throw new ScanRefusedException("theme-unknown", unknown);
        }

        var batch = await PresentAsync(request.Source, cancellation) ?? throw new ScanRefusedException("no-data");
        if (await sources.RefuseMonthAsync(batch, request.Ym, cancellation) is { } refused)
        {
            throw new ScanRefusedException(refused);
        }

        var note = await sources.HasBillsAsync(batch, request.Ym, cancellation) ? null : new RuleRefusal("bills-missing", null, [request.Ym]);
        return await door.RunAsync(actor, session => rows.OpenAsync(session, request with { Note = note }, batch, ids.Next(), library.Current.Count), cancellation);
    }

    /// <summary>Runs the themes. <paramref name="found"/> sees every finding, theme by theme.</summary>
    public async Task<IReadOnlyList<ThemeResult>> RunAsync(ScanRun run, IReadOnlyList<string> codes, Action<Theme, Finding>? found, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        running[run.Id] = stop;
        var turn = false;
        try
        {
            await one.WaitAsync(stop.Token);
            turn = true;
            await shelf.RefreshAsync(stop.Token);
            return await RunAloneAsync(run, codes, found, stop.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            await rows.EndAsync(run, ScanRun.Cancelled, CancellationToken.None);
            return ScanView.Of(run, "en").Themes;
        }
        catch (Exception failure) when (run.State == ScanRun.Running)
        {
            run.Problem = failure is IRefused ? RuleRefusal.Of(failure).Stored() : null;
            await rows.EndAsync(run, ScanRun.Failed, CancellationToken.None);
            throw;
        }
        finally
        {
            running.TryRemove(run.Id, out _);
            _ = turn ? one.Release() : 0;
            NativeMemory.GiveBack();
        }
    }

    /// <summary>Stops the run at once if this host runs it; another host sees the mark on the row before its next theme.</summary>
    public void Stop(long run)
    {
        if (running.TryGetValue(run, out var stop))
        {
            stop.Cancel();
        }
    }

    /// <summary>Runs whose host is gone have failed.</summary>
    public Task RecoverAsync(CancellationToken cancellation) => rows.RescueAsync(cancellation);

    private async Task<IReadOnlyList<ThemeResult>> RunAloneAsync(ScanRun run, IReadOnlyList<string> codes, Action<Theme, Finding>? found, CancellationToken cancellation)
    {
        var results = new List<ThemeResult>();
        var loads = await LoadsAsync(run.Source, cancellation);
        using var source = sources.Open(loads[run.BatchId]);
        await whites.CheckObjectsAsync(source, run.Source, cancellation);
        var stakes = new StakeLookup(source, run.Ym);
        await tags.RefreshAsync(source, run.BatchId, ThemeLibrary.Standard(run.Ym, run.Today), cancellation);
        var orgs = await ScopedRun.OrgPathsAsync(contexts, cancellation);
        var work = new ThemeScan(run, loads[run.BatchId], source, stakes, new UnitPresence(source, run.Ym, orgs), new AnomalyWriter(door, ids, run, orgs), orgs, loads, contexts, tags, whites, time);
        foreach (var theme in library.Current.Where(theme => codes.Count == 0 || codes.Contains(theme.Code)))
        {
            await rows.TellAsync(run, theme.Code, cancellation);
            results.Add(await work.RunAsync(theme, found, cancellation));
            run.ThemesJson = JsonSerializer.Serialize(results, JsonSerializerOptions.Web);
        }

        await rows.EndAsync(run, ScanRun.Done, cancellation);
        await Statistics.GatherAsync(contexts, options.Provider, cancellation);
        return results;
    }

    private async Task<ImportBatch?> PresentAsync(string? source, CancellationToken cancellation)
    {
        try
        {
            return await sources.PresentAsync(source, cancellation);
        }
        catch (SourceUnfitException unfit)
        {
            throw new ScanRefusedException(unfit.Problem);
        }
    }

    private async Task<Dictionary<long, ImportBatch>> LoadsAsync(string? source, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Set<ImportBatch>().AsNoTracking().Where(load => load.Source == source && (load.State == ImportBatch.Done || load.State == ImportBatch.Seen))
            .ToDictionaryAsync(load => load.Id, cancellation);
    }
}
