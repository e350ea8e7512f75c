using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Monitoring.ThemeLife;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Schedules;

/// <summary>
/// Claims the schedules that are due and screens their themes in one run. The rows are the truth: a call that was missed only makes a run late, and however many
/// times were missed, it is caught up once. A host that dies in between loses its claim when the lease is over.
/// </summary>
public sealed class ScheduleSweep(
    CommitDoor door, IDbContextFactory<CaseDbContext> contexts, Scanner scanner, DataSources sources, DueMonths months, ThemeShelf shelf, ThemeLibrary library, WorkingCalendar calendar,
    HostIdentity host, TimeProvider time)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);

    /// <summary>At start and after an approval: every theme in use has a schedule.</summary>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var known = await db.Set<ScanSchedule>().AsNoTracking().Select(row => row.ThemeCode).ToListAsync(cancellation);
        var missing = library.Current.Where(theme => !known.Contains(theme.Code)).ToList();
        await door.RunAsync("system", async session =>
        {
            foreach (var theme in missing)
            {
                var row = NextRun.Standard(theme.Code, theme.Frequency);
                row.NextDueAt = NextRun.After(row, session.Now, calendar);
                await session.InsertAsync(row);
            }
        }, cancellation);
    }

    /// <summary>
    /// Runs what is due over the month that is meant, and returns the run, or null if there was none. What has no data yet stays due until there is some, and the runs
    /// say so once for each month that is waited for. Where themes mean different months, one call runs one of them.
    /// </summary>
    public async Task<ScanRun?> RunAsync(CancellationToken cancellation)
    {
        var due = await DueAsync(cancellation);
        if (due.Count == 0)
        {
            return null;
        }

        var found = await months.LookAsync(due, cancellation);
        await months.TellMissingAsync(found, cancellation);
        if (found.Ready.GroupBy(each => each.Ym, each => each.Code).MinBy(group => group.Key, StringComparer.Ordinal) is not { } month)
        {
            return null;
        }

        await shelf.RefreshAsync(cancellation);
        var claimed = await door.RunAsync("system", session => ClaimAsync(session, [.. month]), cancellation);
        var codes = claimed.Where(code => library.Current.Any(theme => theme.Code == code)).ToList();
        var run = codes.Count == 0 ? null : await scanner.OpenAsync(new ScanRequest(month.Key, codes, null, "schedule", sources.Default), "system", cancellation);
        await MarkAsync(claimed, run, cancellation);
        if (run is not null)
        {
            await scanner.RunAsync(run, codes, null, cancellation);
        }

        await DoneAsync(claimed, run, cancellation);
        return run;
    }

    private async Task<List<ScanSchedule>> DueAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        return await db.Set<ScanSchedule>().AsNoTracking().Where(row => row.Enabled && row.NextDueAt <= now && (row.LeaseUntil == null || row.LeaseUntil <= now)).ToListAsync(cancellation);
    }

    private async ValueTask<List<string>> ClaimAsync(CommitSession session, List<string> codes)
    {
        var due = await session.QueryAsync<ScanSchedule>(
            $"enabled = {true} and next_due_at <= {session.Now} and (lease_until is null or lease_until <= {session.Now}) and theme_code in ({codes}) order by theme_code");
        var claimed = new List<string>();
        foreach (var row in due)
        {
            (row.Owner, row.LeaseUntil) = (host.Name, session.Now + Lease);
            if (await session.TryUpdateAsync(row))
            {
                claimed.Add(row.ThemeCode);
            }
        }

        return claimed;
    }

    private Task MarkAsync(List<string> claimed, ScanRun? run, CancellationToken cancellation) => door.RunAsync("system", async session =>
    {
        if (run is not null && claimed.Count > 0)
        {
            await session.ExecuteAsync($"update scan_schedule set last_run_id = {run.Id}, version = version + 1 where owner = {host.Name} and theme_code in ({claimed})");
        }
    }, cancellation);

    private Task DoneAsync(List<string> claimed, ScanRun? run, CancellationToken cancellation) => door.RunAsync("system", async session =>
    {
        foreach (var code in claimed)
        {
            if (await session.FindAsync<ScanSchedule>(code) is { } row && row.Owner == host.Name)
            {
                (row.LastDueAt, row.NextDueAt, row.Owner, row.LeaseUntil) = (row.NextDueAt, NextRun.After(row, session.Now, calendar), null, null);
                await session.UpdateAsync(row);
            }
        }

        if (run is not null)
        {
            await session.AppendHistoryAsync($"scan/{run.Id}", "scan.scheduled", new JsonObject { ["themes"] = new JsonArray([.. claimed.Select(code => JsonValue.Create(code))]) });
        }
    }, cancellation);
}
