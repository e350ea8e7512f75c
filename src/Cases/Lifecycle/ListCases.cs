using System.Globalization;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Cases.Workbench;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>GET /api/cases: newest first, by keyset, inside the own subtree.</summary>
public static class ListCases
{
    private const int MostLines = 100;
    private const int MostCounted = 10_000;

    /// <param name="Closed">Month "YYYYMM" in which the case was closed.</param>
    public sealed record Filter(string? Stage, string? State, string? Org, string? Q, bool? Overdue, long? After, int? Take, string? Closed = null);

    public sealed record Line(
        long Id, string Number, string Title, string ThemeCode, string ThemeName, string OrgName, string Stage, string State, string Urgency,
        DateTime? DueAt, DateTime? DueSoonAt, bool Overdue, int ItemCount, DateTime CreatedAt);

    public sealed record Answer(IReadOnlyList<Line> Items, string? Next, int Total);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/cases", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("cases.list");

    private static async Task<Answer> HandleAsync(
        [AsParameters] Filter filter, CaseDbContext db, CurrentAccount me, ThemeNames themes, WorkingCalendar calendar, HttpContext context, CancellationToken cancellation)
    {
        var all = await RestrictAsync(db, me, filter, cancellation);
        var count = Math.Clamp(filter.Take ?? 50, 1, MostLines);
        var page = await all.Where(row => filter.After == null || row.Id < filter.After).OrderByDescending(row => row.Id).Take(count + 1).ToListAsync(cancellation);
        var shown = page.Take(count).ToList();
        var next = page.Count > count ? shown[^1].Id.ToString(CultureInfo.InvariantCulture) : null;
        return new(await LinesAsync(db, shown, themes, calendar, Texts.LanguageOf(context), cancellation), next, await all.Take(MostCounted).CountAsync(cancellation));
    }

    private static async Task<IQueryable<AuditCase>> RestrictAsync(CaseDbContext db, CurrentAccount me, Filter filter, CancellationToken cancellation)
    {
        var rows = db.Set<AuditCase>().AsNoTracking().Where(row => row.OrgPath.StartsWith(me.OrgPath))
            .Where(row => row.State != PlanCasesHandler.DraftState || !db.Set<AuditTask>().Any(task => task.Id == row.TaskId && task.State == AuditTask.Planning));
        rows = string.IsNullOrEmpty(filter.Stage) ? rows : rows.Where(row => row.Stage == filter.Stage);
        rows = string.IsNullOrEmpty(filter.State) ? rows : rows.Where(row => row.State == filter.State);
        rows = filter.Overdue is null ? rows : rows.Where(row => row.Overdue == filter.Overdue);
        rows = string.IsNullOrWhiteSpace(filter.Q) ? rows : rows.Where(row => row.Number.Contains(filter.Q) || row.Title.Contains(filter.Q));
        if (DateOnly.TryParseExact(filter.Closed + "01", "yyyyMMdd", out var month))
        {
            var (from, to) = (BusinessDay.At(month, 0), BusinessDay.At(month.AddMonths(1), 0));
            rows = rows.Where(row => row.ClosedAt >= from && row.ClosedAt < to);
        }

        if (string.IsNullOrEmpty(filter.Org))
        {
            return rows;
        }

        var path = await db.Set<OrgUnit>().Where(org => org.OrgNo == filter.Org).Select(org => org.OrgPath).FirstOrDefaultAsync(cancellation) ?? "/no-such-unit/";
        return rows.Where(row => row.OrgPath.StartsWith(path));
    }

    private static async Task<IReadOnlyList<Line>> LinesAsync(
        CaseDbContext db, IReadOnlyList<AuditCase> rows, ThemeNames themes, WorkingCalendar calendar, string language, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var names = await OrgNames.ReadAsync(db, rows.Select(row => row.OrgPath), cancellation);
        var items = await db.Set<CaseItem>().Where(item => ids.Contains(item.CaseId)).GroupBy(item => item.CaseId)
            .ToDictionaryAsync(group => group.Key, group => group.Count(), cancellation);
        return
        [
            .. rows.Select(row => new Line(
                row.Id, row.Number, themes.Title(row.Title, row.ThemeCode, language), row.ThemeCode, themes.Name(row.ThemeCode, language), names.GetValueOrDefault(row.OrgPath, row.OrgNo),
                row.Stage, row.State, row.Urgency, row.DueAt, calendar.SoonBefore(row.DueAt), row.Overdue, items.GetValueOrDefault(row.Id), row.CreatedAt)),
        ];
    }
}
