using System.Globalization;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.ThemeLife;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Schemes;

/// <summary>GET /api/schemes: the own subtree, newest first; GET /api/schemes/{id}: one with its team and the tasks that came from it.</summary>
public static class ReadScheme
{
    private const int Size = 50;

    public sealed record Named(string Code, string Name);

    public sealed record View(
        long Id, string Number, string Title, string Type, string OrgName, IReadOnlyList<Named> Units, IReadOnlyList<Named> Themes, DateOnly PeriodFrom, DateOnly PeriodTo, string Goal,
        string Checklist, string Basis, string State, long? PlanId, int? PlanMonth, string CreatedBy, DateTime CreatedAt, string? ApprovedBy, string? Remark, bool Mine);

    public sealed record TaskRef(long Id, string Number, string Title, string State, DateTime CreatedAt);

    public sealed record Page(IReadOnlyList<View> Items, string? Next);

    public sealed record Whole(View Scheme, IReadOnlyList<SchemeTeam.View> Team, IReadOnlyList<TaskRef> Tasks);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/schemes", ListAsync).RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("schemes.list");
        api.MapGet("/schemes/{id:long}", GetAsync).RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("schemes.get");
    }

    private static async Task<Page> ListAsync(
        string? state, string? type, long? after, CaseDbContext db, CurrentAccount me, ThemeNames themes, HttpContext context, CancellationToken cancellation)
    {
        var rows = db.Set<AuditScheme>().AsNoTracking().Where(row => row.OrgPath.StartsWith(me.OrgPath));
        rows = string.IsNullOrEmpty(state) ? rows : rows.Where(row => row.State == state);
        rows = string.IsNullOrEmpty(type) ? rows : rows.Where(row => row.Type == type);
        rows = after is null ? rows : rows.Where(row => row.Id < after);
        var found = await rows.OrderByDescending(row => row.Id).Take(Size + 1).ToListAsync(cancellation);
        var shown = await ViewsAsync(db, [.. found.Take(Size)], me, themes, Texts.LanguageOf(context), cancellation);
        return new Page(shown, found.Count > Size ? shown[^1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    private static async Task<IResult> GetAsync(long id, CaseDbContext db, CurrentAccount me, ThemeNames themes, HttpContext context, CancellationToken cancellation)
    {
        var row = await db.Set<AuditScheme>().AsNoTracking().FirstOrDefaultAsync(each => each.Id == id && each.OrgPath.StartsWith(me.OrgPath), cancellation);
        if (row is null)
        {
            return Problem.NotFound();
        }

        var origin = CreateSchemeTask.OriginOf(id);
        var tasks = await db.Set<AuditTask>().AsNoTracking().Where(task => task.Origin == origin).OrderByDescending(task => task.Id)
            .Select(task => new TaskRef(task.Id, task.Number, task.Title, task.State, task.CreatedAt)).ToListAsync(cancellation);
        return Results.Ok(new Whole((await ViewsAsync(db, [row], me, themes, Texts.LanguageOf(context), cancellation))[0], await SchemeTeam.ReadAsync(db, id, cancellation), tasks));
    }

    private static async Task<IReadOnlyList<View>> ViewsAsync(
        CaseDbContext db, IReadOnlyList<AuditScheme> rows, CurrentAccount me, ThemeNames themes, string language, CancellationToken cancellation)
    {
        var orgs = await db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(org => org.OrgNo, org => org.Name, cancellation);
        var people = await ThemeVersionView.PeopleAsync(db, rows.SelectMany(row => new[] { row.CreatedBy, row.ApprovedBy }), cancellation);
        return
        [
            .. rows.Select(row => new View(
                row.Id, row.Number, row.Title, row.Type, orgs.GetValueOrDefault(row.OrgNo, row.OrgNo), [.. Words.Split(row.Units).Select(no => new Named(no, orgs.GetValueOrDefault(no, no)))],
                [.. Words.Split(row.Themes).Select(code => new Named(code, themes.Name(code, language)))], row.PeriodFrom, row.PeriodTo, row.Goal, row.Checklist, row.Basis, row.State,
                row.PlanId, row.PlanMonth, people.GetValueOrDefault(row.CreatedBy, ""), row.CreatedAt, row.ApprovedBy is null ? null : people.GetValueOrDefault(row.ApprovedBy, ""), row.Remark,
                row.CreatedByPerson == me.PersonNo)),
        ];
    }
}
