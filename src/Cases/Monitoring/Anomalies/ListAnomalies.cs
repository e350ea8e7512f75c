using System.Globalization;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Monitoring.Themes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>
/// GET /api/anomalies: the own subtree, filtered, page by page. Pages are keyed by the last row, so the thousandth page costs what the first does;
/// the total is counted up to a cap only.
/// </summary>
public static class ListAnomalies
{
    private const int CountCap = 10_000;
    private const int MaxTake = 500;

    public sealed record Filter(string? State, string? Theme, string? Org, string? Ym, string? Q, string? After, int? Take, string? Sort);

    public sealed record Page(IReadOnlyList<AnomalyView> Items, string? Next, int Total);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/anomalies", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("anomalies.list");

    private static async Task<Page> HandleAsync(
        [AsParameters] Filter filter, CaseDbContext db, CurrentAccount me, ThemeLibrary library, HttpContext context, CancellationToken cancellation)
    {
        var take = Math.Clamp(filter.Take ?? 50, 1, MaxTake);
        var matching = await MatchingAsync(filter, db, me, cancellation);
        var total = await matching.OrderByDescending(row => row.Id).Take(CountCap).CountAsync(cancellation);
        var rows = await Ordered(matching, filter).Take(take + 1).ToListAsync(cancellation);
        var names = await OrgNamesAsync(db, rows, cancellation);
        var items = rows.Take(take).Select(row => AnomalyView.Of(row, names.GetValueOrDefault(row.OrgNo, row.OrgNo), library, Texts.LanguageOf(context))).ToList();
        return new Page(items, rows.Count > take ? Cursor(rows[take - 1], filter.Sort) : null, total);
    }

    private static async Task<IQueryable<Anomaly>> MatchingAsync(Filter filter, CaseDbContext db, CurrentAccount me, CancellationToken cancellation)
    {
        var rows = db.Set<Anomaly>().AsNoTracking().Where(row => row.OrgPath.StartsWith(me.OrgPath));
        if (!string.IsNullOrEmpty(filter.Org))
        {
            var path = await db.Set<OrgUnit>().Where(org => org.OrgNo == filter.Org).Select(org => org.OrgPath).FirstOrDefaultAsync(cancellation) ?? "?";
            rows = rows.Where(row => row.OrgPath.StartsWith(path));
        }

        rows = string.IsNullOrEmpty(filter.State) ? rows : rows.Where(row => row.State == filter.State);
        rows = string.IsNullOrEmpty(filter.Theme) ? rows : rows.Where(row => row.ThemeCode == filter.Theme);
        rows = string.IsNullOrEmpty(filter.Ym) ? rows : rows.Where(row => row.Ym == filter.Ym);
        return string.IsNullOrEmpty(filter.Q) ? rows : rows.Where(row => row.ObjKey.StartsWith(filter.Q));
    }

    private static IQueryable<Anomaly> Ordered(IQueryable<Anomaly> rows, Filter filter)
    {
        var after = filter.After?.Split('|');
        var id = after is not null && long.TryParse(after[^1], CultureInfo.InvariantCulture, out var parsed) ? parsed : (long?)null;
        if (filter.Sort is not ("metric" or "hits"))
        {
            return (id is null ? rows : rows.Where(row => row.Id < id)).OrderByDescending(row => row.Id);
        }

        var value = after?.Length == 2 && decimal.TryParse(after[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0m;
        if (filter.Sort == "hits")
        {
            var hits = (int)value;
            return (id is null ? rows : rows.Where(row => row.Hits < hits || (row.Hits == hits && row.Id < id))).OrderByDescending(row => row.Hits).ThenByDescending(row => row.Id);
        }

        return (id is null ? rows : rows.Where(row => row.Metric < value || (row.Metric == value && row.Id < id))).OrderByDescending(row => row.Metric).ThenByDescending(row => row.Id);
    }

    private static string Cursor(Anomaly last, string? sort) => sort switch
    {
        "metric" => string.Create(CultureInfo.InvariantCulture, $"{last.Metric}|{last.Id}"),
        "hits" => string.Create(CultureInfo.InvariantCulture, $"{last.Hits}|{last.Id}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{last.Id}"),
    };

    private static Task<Dictionary<string, string>> OrgNamesAsync(CaseDbContext db, List<Anomaly> rows, CancellationToken cancellation)
    {
        var numbers = rows.Select(row => row.OrgNo).Distinct().ToList();
        return db.Set<OrgUnit>().AsNoTracking().Where(org => numbers.Contains(org.OrgNo)).ToDictionaryAsync(org => org.OrgNo, org => org.Name, cancellation);
    }
}
