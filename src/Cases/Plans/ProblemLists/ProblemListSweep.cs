using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Cases.Workbench;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.ProblemLists;

/// <summary>
/// Writes the problem lists of the week on its first working day: one for each team, which is the lowest unit from the station down. Asks often and acts once; a
/// week that was missed on Monday is written on the day the product runs again.
/// </summary>
public sealed class ProblemListSweep(CommitDoor door, IDbContextFactory<CaseDbContext> contexts, WorkingCalendar calendar, NotificationRows notifications, Ids ids, TimeProvider time)
{
    private const int StationLevel = 4;
    private const int TeamsPerCommit = 20;

    /// <summary>Returns how many lists were written.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (ProblemWeek.Due(BusinessDay.Of(time.GetUtcNow().UtcDateTime), calendar) is not { } week)
        {
            return 0;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var done = await db.Set<ProblemList>().Where(row => row.Week == week).Select(row => row.OrgNo).ToListAsync(cancellation);
        var orgs = await db.Set<OrgUnit>().AsNoTracking().Where(org => org.Level >= StationLevel).OrderBy(org => org.OrgPath).ToListAsync(cancellation);
        var parents = orgs.Select(org => org.ParentOrgNo).ToHashSet();
        var missing = orgs.Where(org => !parents.Contains(org.OrgNo) && !done.Contains(org.OrgNo)).ToList();
        foreach (var chunk in missing.Chunk(TeamsPerCommit))
        {
            var lists = new List<(OrgUnit Org, IReadOnlyList<ProblemLine> Lines)>();
            foreach (var org in chunk)
            {
                lists.Add((org, await LinesAsync(db, org.OrgPath, cancellation)));
            }

            await door.RunAsync("system", session => WriteAsync(session, week, lists), cancellation);
        }

        return missing.Count;
    }

    private static async Task<IReadOnlyList<ProblemLine>> LinesAsync(CaseDbContext db, string orgPath, CancellationToken cancellation)
    {
        var rows = await (from item in db.Set<CaseItem>().AsNoTracking()
                          join row in db.Set<AuditCase>() on item.CaseId equals row.Id
                          join anomaly in db.Set<Anomaly>() on item.AnomalyId equals anomaly.Id
                          where row.OrgPath.StartsWith(orgPath) && row.ClosedAt == null && row.State != PlanCasesHandler.DraftState && !anomaly.Secret
                          select new { item, row, anomaly.ThemeCode }).ToListAsync(cancellation);
        return ProblemLine.Sorted(rows.Select(each => new ProblemLine(
            each.row.Id, each.row.Number, each.row.OrgNo, each.ThemeCode, each.item.ObjKey, each.item.Metric, each.item.LimitValue, each.row.Stage, each.row.Urgency, each.row.DueAt,
            ProblemLine.StateOf(each.item.Conclusion, each.row.Overdue), each.item.Conclusion)));
    }

    private async ValueTask WriteAsync(CommitSession session, DateOnly week, IReadOnlyList<(OrgUnit Org, IReadOnlyList<ProblemLine> Lines)> lists)
    {
        foreach (var (org, lines) in lists)
        {
            // Another host may have been quicker.
            if ((await session.QueryAsync<ProblemList>($"org_no = {org.OrgNo} and week = {week}")).Count > 0)
            {
                continue;
            }

            var list = new ProblemList
            {
                Id = ids.Next(), OrgNo = org.OrgNo, OrgPath = org.OrgPath, Week = week, CreatedAt = session.Now, LinesJson = JsonSerializer.Serialize(lines, JsonSerializerOptions.Web),
                Open = lines.Count, Overdue = lines.Count(line => line.State == ProblemLine.Overdue), Confirmed = lines.Count(line => line.State == ProblemLine.Confirmed),
            };
            await session.InsertAsync(list);
            await session.AppendHistoryAsync($"problem-list/{list.Id}", "problem-list.written", new JsonObject
            {
                ["unit"] = org.OrgNo, ["week"] = week.ToString("O", CultureInfo.InvariantCulture), ["lines"] = lines.Count,
            });
            if (lines.Count > 0)
            {
                await notifications.AddAsync(session, Roles.Handler, org.OrgPath, "problem-list.written", [org.Name, week.ToString("O", CultureInfo.InvariantCulture), lines.Count.ToString(CultureInfo.InvariantCulture)], $"problem-list/{list.Id}");
            }
        }

        session.Announce("problem-lists");
    }
}
