using System.Globalization;
using System.Text.Json;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Plans.Schemes;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.ProblemLists;

/// <summary>
/// GET /api/problem-lists: the lists of the own subtree and of the schemes whose team one is in, newest week first; GET /api/problem-lists/{id}: one with its lines,
/// as far as their units are the reader's; GET .../export: the same as a CSV or XLSX file in the reader's language.
/// </summary>
public static class ReadProblemLists
{
    private const int Size = 50;
    private const string CsvType = "text/csv; charset=utf-8";
    private const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public sealed record View(long Id, string OrgNo, string OrgName, DateOnly Week, int Open, int Overdue, int Confirmed, DateTime CreatedAt, long? SchemeId, string? SchemeTitle);

    public sealed record Page(IReadOnlyList<View> Items, string? Next);

    public sealed record LineView(
        long CaseId, string CaseNumber, string OrgName, string ThemeCode, string ThemeName, string ObjKey, decimal Metric, decimal LimitValue, string Stage, string Urgency, DateTime? DueAt, DateTime? DueSoonAt, string State,
        string? Conclusion);

    public sealed record Whole(View List, IReadOnlyList<LineView> Lines);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/problem-lists", ListAsync).RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("problem-lists.list");
        api.MapGet("/problem-lists/{id:long}", GetAsync).RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("problem-lists.get");
        api.MapGet("/problem-lists/{id:long}/export", ExportAsync).RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("problem-lists.export");
    }

    private static async Task<Page> ListAsync(DateOnly? week, string? org, long? after, CaseDbContext db, CurrentAccount me, CancellationToken cancellation)
    {
        var rows = SeenBy(db, me);
        rows = week is null ? rows : rows.Where(row => row.Week == week);
        rows = string.IsNullOrEmpty(org) ? rows : rows.Where(row => row.OrgPath.Contains("/" + org + "/"));
        rows = after is null ? rows : rows.Where(row => row.Id < after);
        var found = await rows.OrderByDescending(row => row.Id).Take(Size + 1)
            .Select(row => new ProblemList { Id = row.Id, OrgNo = row.OrgNo, OrgPath = row.OrgPath, Week = row.Week, Open = row.Open, Overdue = row.Overdue, Confirmed = row.Confirmed, CreatedAt = row.CreatedAt, SchemeId = row.SchemeId })
            .ToListAsync(cancellation);
        var names = await OrgNames.ReadAsync(db, found.Select(row => row.OrgPath), cancellation);
        var titles = await TitlesAsync(db, found, cancellation);
        var shown = found.Take(Size).Select(row => Of(row, names, titles)).ToList();
        return new Page(shown, found.Count > Size ? shown[^1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    private static async Task<IResult> GetAsync(long id, CaseDbContext db, CurrentAccount me, ThemeNames themes, WorkingCalendar calendar, HttpContext context, CancellationToken cancellation) =>
        await ReadAsync(id, db, me, themes, calendar, Texts.LanguageOf(context), cancellation) is { } whole ? Results.Ok(whole) : Problem.NotFound();

    private static async Task<IResult> ExportAsync(
        long id, string? format, CaseDbContext db, CurrentAccount me, ThemeNames themes, WorkingCalendar calendar, HttpContext context, CancellationToken cancellation)
    {
        var language = Texts.LanguageOf(context);
        if (await ReadAsync(id, db, me, themes, calendar, language, cancellation) is not { } whole)
        {
            return Problem.NotFound();
        }

        var table = ProblemTable.Of(whole.Lines, language);
        var name = string.Create(CultureInfo.InvariantCulture, $"{whole.List.OrgNo}-{whole.List.Week:yyyyMMdd}");
        return format == "xlsx"
            ? Results.File(XlsxSheet.Write(Texts.Get(language, "problem-list.sheet"), table), XlsxType, name + ".xlsx")
            : Results.File(CsvText.Write(table), CsvType, name + ".csv");
    }

    private static async Task<Whole?> ReadAsync(long id, CaseDbContext db, CurrentAccount me, ThemeNames themes, WorkingCalendar calendar, string language, CancellationToken cancellation)
    {
        var row = await SeenBy(db, me).FirstOrDefaultAsync(list => list.Id == id, cancellation);
        if (row is null)
        {
            return null;
        }

        var lines = JsonSerializer.Deserialize<IReadOnlyList<ProblemLine>>(row.LinesJson, JsonSerializerOptions.Web)!;
        var numbers = lines.Select(line => line.OrgNo).Append(row.OrgNo).Distinct().ToList();
        var orgs = await db.Set<OrgUnit>().AsNoTracking().Where(unit => numbers.Contains(unit.OrgNo)).ToListAsync(cancellation);
        var own = orgs.Where(unit => me.Sees(unit.OrgPath)).Select(unit => unit.OrgNo).ToHashSet(StringComparer.Ordinal);
        var names = orgs.ToDictionary(unit => unit.OrgNo, unit => unit.Name);
        var paths = orgs.ToDictionary(unit => unit.OrgPath, unit => unit.Name);
        return new Whole(Of(row, paths, await TitlesAsync(db, [row], cancellation)), [.. lines.Where(line => own.Contains(line.OrgNo)).Select(line => new LineView(
            line.CaseId, line.CaseNumber, names.GetValueOrDefault(line.OrgNo, line.OrgNo), line.ThemeCode, themes.Name(line.ThemeCode, language), line.ObjKey, line.Metric, line.LimitValue, line.Stage,
            line.Urgency, line.DueAt, calendar.SoonBefore(line.DueAt), line.State, line.Conclusion))]);
    }

    private static IQueryable<ProblemList> SeenBy(CaseDbContext db, CurrentAccount me) => db.Set<ProblemList>().AsNoTracking().Where(row =>
        row.OrgPath.StartsWith(me.OrgPath) || (row.SchemeId != 0 && db.Set<SchemeMember>().Any(member => member.SchemeId == row.SchemeId && member.AccountId == me.Id)));

    private static Task<Dictionary<long, string>> TitlesAsync(CaseDbContext db, IEnumerable<ProblemList> rows, CancellationToken cancellation)
    {
        var schemes = rows.Select(row => row.SchemeId).Where(id => id != 0).Distinct().ToList();
        return db.Set<AuditScheme>().AsNoTracking().Where(scheme => schemes.Contains(scheme.Id)).ToDictionaryAsync(scheme => scheme.Id, scheme => scheme.Title, cancellation);
    }

    private static View Of(ProblemList row, IReadOnlyDictionary<string, string> names, Dictionary<long, string> titles) => new(
        row.Id, row.OrgNo, names.GetValueOrDefault(row.OrgPath, row.OrgNo), row.Week, row.Open, row.Overdue, row.Confirmed, row.CreatedAt,
        row.SchemeId == 0 ? null : row.SchemeId, titles.GetValueOrDefault(row.SchemeId));
}
