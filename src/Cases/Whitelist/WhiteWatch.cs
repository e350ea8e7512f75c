using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Workbench;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Whitelist;

/// <summary>Ends entries by themselves: when their term is over, when their object changed in a new load, when a finding is much worse than the one approved.</summary>
public sealed class WhiteWatch(CommitDoor door, IDbContextFactory<CaseDbContext> contexts, TimeProvider time, Ids ids)
{
    private const int ReminderDays = 15;

    public DateOnly Today => BusinessDay.Of(time.GetUtcNow().UtcDateTime);

    /// <summary>The entries of a theme that hold today, by object.</summary>
    public async Task<Dictionary<string, WhiteEntry>> EffectiveAsync(string theme, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var today = Today;
        var rows = await db.Set<WhiteEntry>().AsNoTracking()
            .Where(row => row.ThemeCode == theme && row.State == WhiteStates.Effective && row.ValidFrom <= today && row.ValidTo >= today).ToListAsync(cancellation);
        return rows.GroupBy(row => row.ObjKey).ToDictionary(group => group.Key, group => group.MaxBy(row => row.Id)!);
    }

    /// <summary>Before a scan of a load: entries whose object is not what it was at the approval are cancelled. Another source knows nothing of the object.</summary>
    public async Task<int> CheckObjectsAsync(IRuleSource source, string? name, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var entries = await db.Set<WhiteEntry>().AsNoTracking()
            .Where(row => row.State == WhiteStates.Effective && row.ObjectPrint != "" && !db.Set<Anomaly>().Any(anomaly => anomaly.Id == row.AnomalyId && anomaly.Source != name))
            .ToListAsync(cancellation);
        var prints = new ObjectPrint(source);
        var changed = entries.Where(row => prints.Of(row.ObjKey) != row.ObjectPrint).ToList();
        foreach (var entry in changed)
        {
            await EndAsync(entry.Id, WhiteStates.Cancelled, "changed", cancellation);
        }

        return changed.Count;
    }

    /// <summary>Called every few minutes: expires what is over and reminds the applicant fifteen working days before. Asks often and acts once.</summary>
    public async Task<int> SweepAsync(WorkingCalendar calendar, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var today = Today;
        var soon = WorkingDaysAfter(calendar, today, ReminderDays);
        var due = await db.Set<WhiteEntry>().AsNoTracking()
            .Where(row => row.State == WhiteStates.Effective && (row.ValidTo < today || (row.ValidTo <= soon && row.RemindedAt == null))).ToListAsync(cancellation);
        foreach (var entry in due)
        {
            await (entry.ValidTo < today ? EndAsync(entry.Id, WhiteStates.Expired, null, cancellation) : RemindAsync(entry, cancellation));
        }

        return due.Count;
    }

    /// <summary>Ends an entry and gives its anomalies back to the queue.</summary>
    public Task EndAsync(long id, string state, string? reason, CancellationToken cancellation, string actor = "system") =>
        door.RunAsync(actor, session => EndAsync(session, id, state, reason), cancellation);

    internal static async ValueTask EndAsync(CommitSession session, long id, string state, string? reason)
    {
        var row = await session.FindAsync<WhiteEntry>(id);
        if (row?.State != WhiteStates.Effective)
        {
            return;
        }

        (row.State, row.EndReason, row.EndedAt) = (state, reason, session.Now);
        await session.UpdateAsync(row);
        await session.ExecuteAsync($"update anomaly set white_id = null, version = version + 1 where white_id = {id}");
        await session.AppendHistoryAsync($"white/{id}", "white." + state, new JsonObject { ["reason"] = reason });
        session.Announce(Topics.ToOrg(row.OrgPath, Topics.Anomalies));
    }

    private Task RemindAsync(WhiteEntry entry, CancellationToken cancellation) => door.RunAsync("system", async session =>
    {
        if (await session.FindAsync<WhiteEntry>(entry.Id) is { RemindedAt: null } row)
        {
            row.RemindedAt = session.Now;
            await session.UpdateAsync(row);
            var holders = await NotificationRows.HoldersAsync(session, Roles.CountyAuditor, row.OrgPath);
            var applicant = long.TryParse(row.AppliedBy, out var id) ? [id] : Array.Empty<long>();
            await new NotificationRows(ids).AddAsync(session, holders.Concat(applicant), "white.expires", [row.Number, row.ValidTo.ToString("O", CultureInfo.InvariantCulture)], $"white/{row.Id}");
        }
    }, cancellation);

    private static DateOnly WorkingDaysAfter(WorkingCalendar calendar, DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }
}
