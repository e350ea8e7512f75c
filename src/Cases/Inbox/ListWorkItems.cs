using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Sla;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Inbox;

/// <summary>GET /api/work-items: what waits for me, most urgent first; or what I answered, newest first.</summary>
public static class ListWorkItems
{
    private const int MostLines = 100;
    private const int MostCounted = 10_000;

    public sealed record Answer(IReadOnlyList<WorkItemLine> Items, string? Next, int Total);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/work-items", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.WorkAnswer)).WithName("work-items.list");

    /// <summary>What an account may answer now.</summary>
    public static IQueryable<WorkItem> Mine(CaseDbContext db, CurrentAccount me) => db.Set<WorkItem>().AsNoTracking()
        .Where(row => row.State == WorkItemStates.Open && me.Roles.Contains(row.RoleName) && row.OrgPath.StartsWith(me.OrgPath)
            && (row.AssigneeId == null || row.AssigneeId == me.Id));

    private static async Task<Answer> HandleAsync(
        CaseDbContext db, CurrentAccount me, WorkingCalendar calendar, HttpContext context, string? scope, string? urgency, string? stage, string? q, string? after, int? take, CancellationToken cancellation)
    {
        var done = scope == "done";
        var all = Filter(done ? db.Set<WorkItem>().AsNoTracking().Where(row => row.CompletedBy == me.Id) : Mine(db, me), urgency, stage, q);
        var count = Math.Clamp(take ?? 50, 1, MostLines);
        var page = await (done ? Newest(all, Cursor.TryParse(after)) : FirstDue(all, Cursor.TryParse(after))).Take(count + 1).ToListAsync(cancellation);
        var shown = page.Take(count).ToList();
        var names = await OrgNames.ReadAsync(db, shown.Select(row => row.UnitPath), cancellation);
        var next = page.Count > count ? new Cursor((done ? shown[^1].CompletedAt : shown[^1].DueAt) ?? default, shown[^1].Id).ToString() : null;
        var language = Texts.LanguageOf(context);
        return new([.. shown.Select(row => WorkItemLine.Of(row, names, calendar, language))], next, await all.Take(MostCounted).CountAsync(cancellation));
    }

    private static IQueryable<WorkItem> Filter(IQueryable<WorkItem> rows, string? urgency, string? stage, string? q)
    {
        rows = string.IsNullOrEmpty(urgency) ? rows : rows.Where(row => row.Urgency == urgency);
        rows = string.IsNullOrEmpty(stage) ? rows : rows.Where(row => row.Stage == stage);
        return string.IsNullOrWhiteSpace(q) ? rows : rows.Where(row => row.SubjectNumber.Contains(q) || row.SubjectTitle.Contains(q) || row.Title.Contains(q) || row.TitleEn!.Contains(q));
    }

    private static IQueryable<WorkItem> FirstDue(IQueryable<WorkItem> rows, Cursor? after) => rows
        .Where(row => after == null || row.DueAt > after.At || (row.DueAt == after.At && row.Id.CompareTo(after.Id) > 0))
        .OrderBy(row => row.DueAt).ThenBy(row => row.Id);

    private static IQueryable<WorkItem> Newest(IQueryable<WorkItem> rows, Cursor? after) => rows
        .Where(row => after == null || row.CompletedAt < after.At || (row.CompletedAt == after.At && row.Id.CompareTo(after.Id) < 0))
        .OrderByDescending(row => row.CompletedAt).ThenByDescending(row => row.Id);
}
