using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Plans.Schemes;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Cases.Workbench;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.ProblemLists;

/// <summary>
/// Writes the problem lists of the week on its first working day: one for each unit from the station down, of the orders given to that very unit, and one for the
/// people of each scheme in force. Asks often and acts once; a week that was missed on Monday is written on the day the product runs again.
/// </summary>
public sealed class ProblemListSweep(CommitDoor door, IDbContextFactory<CaseDbContext> contexts, WorkingCalendar calendar, NotificationRows notifications, Ids ids, TimeProvider time)
{
    private const int StationLevel = 4;
    private const int TeamsPerCommit = 20;

    /// <param name="SchemeId">Zero for a unit.</param>
    private sealed record Team(string OrgNo, string OrgPath, string Name, long SchemeId);

    /// <summary>Returns how many lists were written.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (ProblemWeek.Due(BusinessDay.Of(time.GetUtcNow().UtcDateTime), calendar) is not { } week)
        {
            return 0;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var done = (await db.Set<ProblemList>().Where(row => row.Week == week).Select(row => new { row.OrgNo, row.SchemeId }).ToListAsync(cancellation)).Select(row => (row.OrgNo, row.SchemeId)).ToHashSet();
        List<Team> missing = [.. (await UnitsAsync(db, cancellation)).Concat(await SchemesAsync(db, cancellation)).Where(team => !done.Contains((team.OrgNo, team.SchemeId)))];
        var written = 0;
        foreach (var chunk in missing.Chunk(TeamsPerCommit))
        {
            var lists = new List<(Team Team, IReadOnlyList<ProblemLine> Lines)>();
            foreach (var team in chunk)
            {
                lists.Add((team, await LinesAsync(db, team, cancellation)));
            }

            // A scheme that begins in the middle of a week has its list as soon as it has orders.
            lists.RemoveAll(list => list.Team.SchemeId != 0 && list.Lines.Count == 0);
            await door.RunAsync("system", session => WriteAsync(session, week, lists), cancellation);
            written += lists.Count;
        }

        return written;
    }

    private static async Task<IEnumerable<Team>> UnitsAsync(CaseDbContext db, CancellationToken cancellation) => await db.Set<OrgUnit>().AsNoTracking()
        .Where(org => org.Level >= StationLevel).OrderBy(org => org.OrgPath).Select(org => new Team(org.OrgNo, org.OrgPath, org.Name, 0)).ToListAsync(cancellation);

    private static async Task<IEnumerable<Team>> SchemesAsync(CaseDbContext db, CancellationToken cancellation) => await db.Set<AuditScheme>().AsNoTracking()
        .Where(scheme => scheme.State == SchemeStates.InForce && db.Set<SchemeMember>().Any(member => member.SchemeId == scheme.Id)).OrderBy(scheme => scheme.Id)
        .Select(scheme => new Team(scheme.OrgNo, scheme.OrgPath, scheme.Title, scheme.Id)).ToListAsync(cancellation);

    private static async Task<IReadOnlyList<ProblemLine>> LinesAsync(CaseDbContext db, Team team, CancellationToken cancellation)
    {
        var origin = CreateSchemeTask.OriginOf(team.SchemeId);
        var cases = team.SchemeId == 0
            ? db.Set<AuditCase>().AsNoTracking().Where(row => row.OrgPath == team.OrgPath)
            : db.Set<AuditCase>().AsNoTracking().Where(row => db.Set<AuditTask>().Any(task => task.Id == row.TaskId && task.Origin == origin));
        var rows = await (from row in cases
                          join item in db.Set<CaseItem>() on row.Id equals item.CaseId
                          join anomaly in db.Set<Anomaly>() on item.AnomalyId equals anomaly.Id
                          where row.ClosedAt == null && row.State != PlanCasesHandler.DraftState && !anomaly.Secret
                          select new { item, row, anomaly.ThemeCode }).ToListAsync(cancellation);
        return ProblemLine.Sorted(rows.Select(each => new ProblemLine(
            each.row.Id, each.row.Number, each.row.OrgNo, each.ThemeCode, each.item.ObjKey, each.item.Metric, each.item.LimitValue, each.row.Stage, each.row.Urgency, each.row.DueAt,
            ProblemLine.StateOf(each.item.Conclusion, each.row.Overdue), each.item.Conclusion)));
    }

    private async ValueTask WriteAsync(CommitSession session, DateOnly week, IReadOnlyList<(Team Team, IReadOnlyList<ProblemLine> Lines)> lists)
    {
        foreach (var (team, lines) in lists)
        {
            // Another host may have been quicker.
            if ((await session.QueryAsync<ProblemList>($"org_no = {team.OrgNo} and week = {week} and scheme_id = {team.SchemeId}")).Count > 0)
            {
                continue;
            }

            var list = new ProblemList
            {
                Id = ids.Next(), OrgNo = team.OrgNo, OrgPath = team.OrgPath, SchemeId = team.SchemeId, Week = week, CreatedAt = session.Now,
                LinesJson = JsonSerializer.Serialize(lines, JsonSerializerOptions.Web),
                Open = lines.Count, Overdue = lines.Count(line => line.State == ProblemLine.Overdue), Confirmed = lines.Count(line => line.State == ProblemLine.Confirmed),
            };
            await session.InsertAsync(list);
            await session.AppendHistoryAsync($"problem-list/{list.Id}", "problem-list.written", new JsonObject
            {
                ["unit"] = team.OrgNo, ["scheme"] = team.SchemeId == 0 ? null : team.SchemeId, ["week"] = week.ToString("O", CultureInfo.InvariantCulture), ["lines"] = lines.Count,
            });
            if (lines.Count > 0)
            {
                await TellAsync(session, team, list);
            }
        }

        session.Announce("problem-lists");
    }

    private async ValueTask TellAsync(CommitSession session, Team team, ProblemList list)
    {
        string[] words = [team.Name, list.Week.ToString("O", CultureInfo.InvariantCulture), list.Open.ToString(CultureInfo.InvariantCulture)];
        if (team.SchemeId == 0)
        {
            await notifications.AddAsync(session, Roles.Handler, team.OrgPath, "problem-list.written", words, $"problem-list/{list.Id}");
            return;
        }

        var members = await session.QueryAsync<SchemeMember>($"scheme_id = {team.SchemeId}");
        await notifications.AddAsync(session, members.Select(member => member.AccountId), "problem-list.team", words, $"problem-list/{list.Id}");
    }
}
