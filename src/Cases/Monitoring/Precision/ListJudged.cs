using System.Globalization;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Precision;

/// <summary>GET /api/precision/items: the items behind a figure of the table, newest case first, page by page.</summary>
public static class ListJudged
{
    private const int Size = 50;

    public sealed record Request(string? Theme, int? Version, string? Org, string? Verdict, int? Months, long? After);

    public sealed record Line(long CaseId, string CaseNumber, string ThemeCode, string ThemeName, int Version, string Ym, string OrgName, string ObjKey, decimal Metric, decimal LimitValue,
        string Verdict, string? Conclusion, DateTime? ClosedAt);

    public sealed record Page(IReadOnlyList<Line> Items, string? Next);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/precision/items", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("precision.items");

    private static async Task<Page> HandleAsync(
        [AsParameters] Request request, CaseDbContext db, CurrentAccount me, ThemeLibrary library, TimeProvider time, HttpContext context, CancellationToken cancellation)
    {
        var scope = await ReadPrecision.ScopeAsync(db, me, request.Org, cancellation);
        var since = time.GetUtcNow().UtcDateTime.AddMonths(-Math.Clamp(request.Months ?? 12, 1, 60));
        var rows = JudgedItems.Query(db, me, scope, since);
        rows = string.IsNullOrEmpty(request.Theme) ? rows : rows.Where(row => row.ThemeCode == request.Theme);
        rows = request.Version is null ? rows : rows.Where(row => row.Version == request.Version);
        rows = request.After is null ? rows : rows.Where(row => row.ItemId < request.After);
        rows = Of(request.Verdict, rows);
        var found = await rows.OrderByDescending(row => row.ItemId).Take(Size + 1).ToListAsync(cancellation);
        var shown = found.Take(Size).ToList();
        var names = await OrgNames.ReadAsync(db, shown.Select(row => row.OrgPath), cancellation);
        var english = Texts.LanguageOf(context) == "en";
        return new Page([.. shown.Select(row => Shown(row, names, library, english))], found.Count > Size ? shown[^1].ItemId.ToString(CultureInfo.InvariantCulture) : null);
    }

    private static Line Shown(JudgedItem row, IReadOnlyDictionary<string, string> names, ThemeLibrary library, bool english) => new(
        row.CaseId, row.CaseNumber, row.ThemeCode, library.Find(row.ThemeCode) is not { } theme ? row.ThemeCode : english ? theme.NameEn : theme.NameZh, row.Version, row.Ym,
        names.GetValueOrDefault(row.OrgPath, row.OrgNo), row.ObjKey, row.Metric, row.LimitValue, row.Verdict, row.Conclusion, row.ClosedAt);

    /// <summary>The words of <see cref="Verdict"/> as a condition that the database can read.</summary>
    private static IQueryable<JudgedItem> Of(string? verdict, IQueryable<JudgedItem> rows) => verdict switch
    {
        Verdict.Open => rows.Where(row => row.CaseState != "closed" || row.Conclusion == null || row.Conclusion == ""),
        Verdict.Confirmed => rows.Where(row => row.CaseState == "closed" && (row.Conclusion!.StartsWith("confirmed-") || row.Conclusion == "cannot-fix-now")),
        Verdict.Unfounded => rows.Where(row => row.CaseState == "closed" && row.Conclusion != null && row.Conclusion != ""
            && !row.Conclusion.StartsWith("confirmed-") && row.Conclusion != "cannot-fix-now"),
        _ => rows,
    };
}
