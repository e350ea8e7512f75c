using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Workbench;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseMgmt.Cases.Monitoring.Sources;

/// <summary>
/// Where marketing data is read: the embedded copy, or a warehouse. A load of a warehouse that somebody scanned gets a row like a delivery of files has, so that
/// "the same load", "a newer load" and "how fresh" mean the same for both; nothing of it is copied.
/// </summary>
public sealed class DataSources(CommitDoor door, IDbContextFactory<CaseDbContext> contexts, MarketingFiles files, Warehouses warehouses, Ids ids, TimeProvider time,
    ILogger<DataSources> log)
{
    /// <summary>How a request names the embedded copy where a warehouse is the usual source.</summary>
    public const string Embedded = "embedded";

    private DateOnly Today => BusinessDay.Of(time.GetUtcNow().UtcDateTime);

    /// <summary>Where runs go that name no source; null is the embedded copy.</summary>
    public string? Default => warehouses.Default?.Name;

    /// <summary>The source that a request means: the one it names, else the usual one; null is the embedded copy.</summary>
    public string? Meant(string? asked) => string.IsNullOrEmpty(asked) ? Default : asked == Embedded ? null : asked;

    public bool Knows(string? source) => source is null || warehouses.Find(source) is not null;

    /// <summary>Connects to the source of a load. The caller disposes.</summary>
    public IRuleSource Open(ImportBatch load) => load.Source is null ? new RuleConnection(files.DatabaseOf(load.Id), time) : Find(load.Source).Open();

    /// <summary>As <see cref="Open"/>; null where the load's file is gone or its warehouse does not answer: a page shows what it has.</summary>
    public IRuleSource? TryOpen(ImportBatch? load)
    {
        if (load is null || (load.Source is null ? !File.Exists(files.DatabaseOf(load.Id)) : warehouses.Find(load.Source) is null))
        {
            return null;
        }

        try
        {
            return Open(load);
        }
        catch (Exception unreachable) when (unreachable is System.Data.Common.DbException or SourceUnfitException)
        {
            return null;
        }
    }

    /// <summary>The newest load of a source, as far as it was looked at; null before the first.</summary>
    public static Task<ImportBatch?> NewestAsync(CaseDbContext db, string? source, CancellationToken cancellation) => source is null
        ? MarketingFiles.InForceAsync(db, cancellation)
        : db.Set<ImportBatch>().AsNoTracking().Where(load => load.Source == source && load.State == ImportBatch.Seen).OrderByDescending(load => load.Id).FirstOrDefaultAsync(cancellation);

    /// <summary>
    /// What a run may read now: the batch in force, or the present load of a warehouse that passed its checks. Null where there is no data yet;
    /// <see cref="SourceUnfitException"/> where the warehouse must not be used.
    /// </summary>
    public async Task<ImportBatch?> PresentAsync(string? source, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (source is null)
        {
            return await MarketingFiles.InForceAsync(db, cancellation);
        }

        var warehouse = Find(source);
        var check = await Task.Run(() => WarehouseCheck.Run(warehouse, Today, cancellation), cancellation);
        if (!check.IsFit || check.Facts is not { } facts)
        {
            throw new SourceUnfitException(source, check.Problems);
        }

        var known = await NewestAsync(db, source, cancellation);
        return known?.Hash == facts.Load ? known : await RecordAsync(source, facts, cancellation);
    }

    public Task<CheckedWarehouse> CheckAsync(Warehouse warehouse, CancellationToken cancellation) =>
        Task.Run(() => WarehouseCheck.Run(warehouse, Today, cancellation), cancellation);

    /// <summary>At start, after the host serves: says in the log what is wrong with each warehouse. One that is down today keeps nobody from starting.</summary>
    public void CheckLater(MonitoringJobs jobs)
    {
        foreach (var warehouse in warehouses.All)
        {
            jobs.Enqueue($"check of {warehouse}", async stop =>
            {
                foreach (var problem in (await CheckAsync(warehouse, stop)).Problems)
                {
                    log.LogWarning("{Warehouse}: {Problem}", warehouse.ToString(), problem.Text("en"));
                }
            });
        }
    }

    /// <summary>Why nothing can be screened over a month of this load: it is no month, or nothing of it is there. Null where something is, and where the source is silent: then the run itself says so.</summary>
    public async Task<Problem?> RefuseMonthAsync(ImportBatch load, string ym, CancellationToken cancellation) =>
        !DateOnly.TryParseExact(ym + "01", "yyyyMMdd", out _) ? Problem.Unprocessable("month-wrong", ym)
        : await AskAsync(load, source => SourceFacts.HasMonth(source, ym, cancellation), cancellation) ? null
        : Problem.Unprocessable("month-not-loaded", ym, load.Ym ?? "—");

    /// <summary>Whether the bills of a month are in a load; true too where the source is silent.</summary>
    public Task<bool> HasBillsAsync(ImportBatch load, string ym, CancellationToken cancellation) => AskAsync(load, source => SourceFacts.HasBills(source, ym, cancellation), cancellation);

    private Task<bool> AskAsync(ImportBatch load, Func<IRuleSource, bool> question, CancellationToken cancellation) => Task.Run(() =>
    {
        using var source = TryOpen(load);
        return source is null || question(source);
    }, cancellation);

    private Warehouse Find(string source) => warehouses.Find(source) ?? throw new SourceUnfitException(source, [new SourceProblem(SourceProblem.Settings, source)]);

    /// <summary>One row for each load, also where two hosts see it at once: two rows would count every finding twice.</summary>
    private Task<ImportBatch> RecordAsync(string source, SourceFacts facts, CancellationToken cancellation) => door.RunAsync("system", async session =>
    {
        await session.LockAsync($"source/{source}");
        if ((await session.TopAsync<ImportBatch>(1, $"source = {source} and state = {ImportBatch.Seen} order by id desc")) is [var newest] && newest.Hash == facts.Load)
        {
            return newest;
        }

        var load = new ImportBatch
        {
            Id = ids.Next(), Source = source, State = ImportBatch.Seen, Hash = facts.Load, Ym = facts.Ym, Stamp = facts.Stamp, Progress = 1, StartedAt = session.Now, EndedAt = session.Now,
            StartedBy = session.Actor, FreshnessJson = Freshness.Write(facts.Days),
        };
        await session.InsertAsync(load);
        return load;
    }, cancellation);
}
