using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>
/// Loads a folder of CSV files as one batch: all of it comes into force, or nothing does and the last good batch stays.
/// A second load while one runs waits for it; a delivery that is already in force is recognised by its content.
/// </summary>
public sealed class MarketingImport(CommitDoor door, IServiceScopeFactory scopes, MarketingFiles files, Ids ids, HostIdentity host, StoreOptions options, TimeProvider time)
{
    private const double ProgressStep = 0.05;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly ConcurrentDictionary<long, CancellationTokenSource> running = new();

    /// <summary>Records a batch in state "running"; <see cref="LoadAsync"/> ends it.</summary>
    public async Task<ImportBatch> OpenAsync(string actor, CancellationToken cancellation) => await door.RunAsync(actor, async session =>
    {
        var batch = new ImportBatch { Id = ids.Next(), StartedAt = session.Now, StartedBy = actor, Owner = host.Name, LeaseUntil = session.Now + Lease };
        await session.InsertAsync(batch);
        running[batch.Id] = new CancellationTokenSource();
        return batch;
    }, cancellation);

    /// <summary>Loads the folder into the opened batch. The answer is the batch in its end state, or the batch in force if that has the same content.</summary>
    public async Task<ImportBatch> LoadAsync(ImportBatch batch, LoadOrder order, CancellationToken cancellation, IProgress<LoadProgress>? watcher = null)
    {
        using var own = running.GetOrAdd(batch.Id, _ => new CancellationTokenSource());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, own.Token);
        var turn = false;
        try
        {
            await one.WaitAsync(stop.Token);
            turn = true;
            return await LoadAloneAsync(batch, order, watcher, stop.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            await FailAsync(batch, ImportBatch.Cancelled, new LoadProblem("", null, null, "cancelled"));
            return batch;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            await FailAsync(batch, ImportBatch.Failed, failure is OperationCanceledException ? new LoadProblem("", null, null, "interrupted") : new LoadProblem("", null, null, "failed", failure.Message));
            throw;
        }
        finally
        {
            running.TryRemove(batch.Id, out _);
            _ = turn ? one.Release() : 0;
            NativeMemory.GiveBack();
        }
    }

    /// <summary>Loads a whole delivery.</summary>
    public Task<ImportBatch> LoadAsync(ImportBatch batch, string folder, CancellationToken cancellation, IProgress<LoadProgress>? watcher = null) =>
        LoadAsync(batch, new LoadOrder(folder), cancellation, watcher);

    /// <summary>Stops a load that waits or runs in this process; false if there is none.</summary>
    public bool Stop(long batch)
    {
        if (!running.TryGetValue(batch, out var own))
        {
            return false;
        }

        own.Cancel();
        return true;
    }

    /// <summary>Ends a batch whose files never arrived in full.</summary>
    public Task AbandonAsync(ImportBatch batch, LoadProblem problem)
    {
        running.TryRemove(batch.Id, out _);
        return FailAsync(batch, ImportBatch.Failed, problem);
    }

    /// <summary>
    /// At start: loads whose host is gone have failed. The embedded database has one host, so whatever runs at its start has lost its own; on a server only the
    /// lease tells.
    /// </summary>
    public async Task RecoverAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow().UtcDateTime;
        var all = options.Provider == StoreProvider.Sqlite;
        var lost = await scope.ServiceProvider.GetRequiredService<CaseDbContext>().Set<ImportBatch>().AsNoTracking()
            .Where(batch => batch.State == ImportBatch.Running && (all || batch.LeaseUntil == null || batch.LeaseUntil < now)).ToListAsync(cancellation);
        foreach (var batch in lost)
        {
            await FailAsync(batch, ImportBatch.Failed, new LoadProblem("", null, null, "interrupted"));
        }
    }

    private async Task<ImportBatch> LoadAloneAsync(ImportBatch batch, LoadOrder order, IProgress<LoadProgress>? watcher, CancellationToken cancellation)
    {
        var inForce = await InForceAsync(cancellation);
        var onto = order.KeepMissing ? inForce : null;
        var delivery = await Task.Run(() => Delivery.Inspect(order.Folder, onto), cancellation);
        batch.Hash = delivery.Hash;
        if (inForce is not null && inForce.Hash == delivery.Hash && delivery.Problems.All(problem => problem.Warning))
        {
            batch.ProblemsJson = Json(new[] { new LoadProblem("", null, null, "unchanged", inForce.Id.ToString(CultureInfo.InvariantCulture)) { Warning = true } });
            await EndAsync(batch, ImportBatch.Unchanged, [], cancellation);
            return inForce;
        }

        var report = await BuildAsync(batch, delivery, order.Noted, watcher, cancellation);
        (batch.RowsRead, batch.RowsRejected) = (report.Rows, report.Rejected);
        (batch.FilesJson, batch.ProblemsJson) = (Json(report.Files), Json(report.Problems));
        if (!report.Good)
        {
            files.Drop(batch.Id);
            await EndAsync(batch, ImportBatch.Failed, [], cancellation);
            return batch;
        }

        var facts = MarketingFacts.Read(files.DatabaseOf(batch.Id));
        (batch.Ym, batch.Stamp, batch.FreshnessJson) = (facts.Ym, facts.Stamp, Freshness.Write(facts.Days));
        cancellation.ThrowIfCancellationRequested();
        await EndAsync(batch, ImportBatch.Done, facts.Orgs, CancellationToken.None);
        files.KeepOnly(inForce is null ? [batch.Id] : [batch.Id, inForce.Id]);
        return batch;
    }

    private async Task<LoadReport> BuildAsync(ImportBatch batch, Delivery delivery, IReadOnlyList<LoadProblem> noted, IProgress<LoadProgress>? watcher, CancellationToken cancellation)
    {
        await using var rejects = new StreamWriter(files.RejectsOf(batch.Id), false);
        var report = new LoadReport(rejects);
        foreach (var problem in delivery.Problems.Concat(noted))
        {
            report.Add(problem);
        }

        var told = new Told(door, batch.Id, watcher, time);
        var copyOf = delivery.Base is { } onto ? files.DatabaseOf(onto.Id) : null;
        try
        {
            await Task.Run(() => new MarketingBuild(files.DatabaseOf(batch.Id), report).Run(delivery.Files, told, cancellation, copyOf), cancellation);
        }
        finally
        {
            await told.Pending;
        }

        foreach (var kept in delivery.Kept)
        {
            report.Add(kept);
        }

        return report;
    }

    private Task FailAsync(ImportBatch batch, string state, LoadProblem problem)
    {
        files.Drop(batch.Id);
        batch.ProblemsJson = Json(new[] { problem });
        return EndAsync(batch, state, [], CancellationToken.None);
    }

    private Task EndAsync(ImportBatch batch, string state, IReadOnlyList<OrgUnit> orgs, CancellationToken cancellation) => door.RunAsync(batch.StartedBy, async session =>
    {
        var row = await session.FindAsync<ImportBatch>(batch.Id) ?? throw new InvalidOperationException($"Batch {batch.Id} is gone.");
        if (row.State != ImportBatch.Running)
        {
            throw new InvalidOperationException($"Batch {batch.Id} was given up meanwhile: {row.State}.");
        }

        (row.Hash, row.Ym, row.Stamp, row.RowsRead, row.RowsRejected) = (batch.Hash, batch.Ym, batch.Stamp, batch.RowsRead, batch.RowsRejected);
        (row.FilesJson, row.ProblemsJson, row.State, row.EndedAt, row.Progress) = (batch.FilesJson, batch.ProblemsJson, state, session.Now, 1);
        (row.FreshnessJson, row.LeaseUntil) = (batch.FreshnessJson, null);
        await session.UpdateAsync(row);
        foreach (var org in orgs)
        {
            await StoreAsync(session, org);
        }

        await session.AppendHistoryAsync($"import/{batch.Id}", "data.imported",
            new JsonObject { ["state"] = state, ["hash"] = batch.Hash, ["rows"] = batch.RowsRead, ["rejected"] = batch.RowsRejected });
        session.Announce($"import/{batch.Id}");
        (batch.State, batch.EndedAt, batch.Progress) = (state, session.Now, 1);
    }, cancellation);

    private static async ValueTask StoreAsync(CommitSession session, OrgUnit org)
    {
        if (await session.FindAsync<OrgUnit>(org.OrgNo) is not { } known)
        {
            await session.InsertAsync(org);
        }
        else if ((known.Name, known.ParentOrgNo, known.OrgPath, known.Level) != (org.Name, org.ParentOrgNo, org.OrgPath, org.Level))
        {
            (known.Name, known.ParentOrgNo, known.OrgPath, known.Level) = (org.Name, org.ParentOrgNo, org.OrgPath, org.Level);
            await session.UpdateAsync(known);
        }
    }

    private async Task<ImportBatch?> InForceAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var batch = await MarketingFiles.InForceAsync(scope.ServiceProvider.GetRequiredService<CaseDbContext>(), cancellation);
        return batch is not null && File.Exists(files.DatabaseOf(batch.Id)) ? batch : null;
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    /// <summary>Writes the progress and a longer lease to the batch's row now and then, and tells a watcher each time.</summary>
    private sealed class Told(CommitDoor lane, long batch, IProgress<LoadProgress>? watcher, TimeProvider time) : IProgress<LoadProgress>
    {
        private double last;
        private long at = time.GetTimestamp();

        public Task Pending { get; private set; } = Task.CompletedTask;

        public void Report(LoadProgress value)
        {
            watcher?.Report(value);
            if ((value.Part - last < ProgressStep && time.GetElapsedTime(at) < Lease / 6) || !Pending.IsCompleted)
            {
                return;
            }

            (last, at) = (value.Part, time.GetTimestamp());
            Pending = lane.RunAsync("system", async session =>
            {
                await session.ExecuteAsync($"update import_batch set progress = {value.Part}, rows_read = {value.Rows}, lease_until = {session.Now + Lease}, version = version + 1 where id = {batch} and state = {ImportBatch.Running}");
                session.Announce($"import/{batch}");
            });
        }
    }
}
