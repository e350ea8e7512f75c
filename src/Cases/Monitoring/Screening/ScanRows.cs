using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>The rows of runs: opened, told how far they are, ended, and rescued from hosts that died. The lease is longer than any rule may take.</summary>
public sealed class ScanRows(CommitDoor door, HostIdentity host, StoreOptions options)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);

    public async ValueTask<ScanRun> OpenAsync(CommitSession session, ScanRequest request, ImportBatch batch, long id, int themes)
    {
        var run = new ScanRun
        {
            Id = id, Ym = request.Ym, BatchId = batch.Id, Source = batch.Source, StartedAt = session.Now, StartedBy = session.Actor, Cause = request.Cause, Owner = host.Name, LeaseUntil = session.Now + Lease,
            Total = request.Themes.Count == 0 ? themes : request.Themes.Count, Today = request.Today ?? batch.Stamp ?? DateOnly.FromDateTime(batch.StartedAt),
            Problem = request.Note?.Stored(),
        };
        await session.InsertAsync(run);
        return run;
    }

    /// <summary>Writes the results so far and the theme that runs next; a run that somebody asked to stop stops here.</summary>
    public Task TellAsync(ScanRun run, string theme, CancellationToken cancellation) => door.RunAsync(run.StartedBy, async session =>
    {
        var row = await session.FindAsync<ScanRun>(run.Id) ?? throw new InvalidOperationException($"Scan {run.Id} is gone.");
        if (row.CancelAsked)
        {
            throw new OperationCanceledException();
        }

        (row.ThemesJson, row.CurrentTheme, row.Owner, row.LeaseUntil) = (run.ThemesJson, theme, host.Name, session.Now + Lease);
        await session.UpdateAsync(row);
        await session.ExecuteAsync($"update scan_schedule set lease_until = {session.Now + Lease}, version = version + 1 where last_run_id = {run.Id} and owner = {host.Name}");
        session.Announce($"scan/{run.Id}");
    }, cancellation);

    public Task EndAsync(ScanRun run, string state, CancellationToken cancellation) => door.RunAsync(run.StartedBy, async session =>
    {
        var row = await session.FindAsync<ScanRun>(run.Id) ?? throw new InvalidOperationException($"Scan {run.Id} is gone.");
        (row.State, row.ThemesJson, row.EndedAt, row.CurrentTheme, row.LeaseUntil) = (state, run.ThemesJson, session.Now, null, null);
        row.Problem = run.Problem;
        await session.UpdateAsync(row);
        await session.AppendHistoryAsync($"scan/{run.Id}", "scan.ended",
            new JsonObject { ["ym"] = run.Ym, ["state"] = state, ["source"] = run.Source, ["batch"] = run.BatchId, ["problem"] = RuleRefusal.Told(row.Problem, "zh"), ["cause"] = run.Cause, ["themes"] = JsonNode.Parse(run.ThemesJson)!.AsArray().Count });
        session.Announce($"scan/{run.Id}");
        (run.State, run.EndedAt) = (state, session.Now);
    }, cancellation);

    /// <summary>The embedded database has one host, so whatever runs at its start has lost its own; on a server only the lease tells.</summary>
    public Task RescueAsync(CancellationToken cancellation) => door.RunAsync("system", async session =>
    {
        var all = options.Provider == StoreProvider.Sqlite;
        foreach (var row in await session.QueryAsync<ScanRun>($"state = {ScanRun.Running}"))
        {
            if (all || row.LeaseUntil is null || row.LeaseUntil < session.Now)
            {
                (row.State, row.EndedAt, row.CurrentTheme) = (ScanRun.Failed, session.Now, null);
                await session.UpdateAsync(row);
            }
        }

        if (all)
        {
            await session.ExecuteAsync($"update scan_schedule set owner = null, lease_until = null, version = version + 1 where owner is not null");
        }
    }, cancellation);
}
