using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>
/// GET /api/anomalies: the own subtree, filtered, page by page in one of the orders of <see cref="AnomalyOrder"/>. Pages are keyed by the last row, so the
/// thousandth page costs what the first does; the total is counted up to a cap only.
/// </summary>
public static class ListAnomalies
{
    private const int CountCap = 1_000;
    private const int MaxTake = 500;

    public sealed record Request(string? State, string? Theme, string? Org, string? Ym, string? Level, string? Q, string? After, int? Take, string? Sort);

    public sealed record Page(IReadOnlyList<AnomalyView> Items, string? Next, int Total);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/anomalies", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("anomalies.list");

    private static async Task<Page> HandleAsync(
        [AsParameters] Request request, CaseDbContext db, CurrentAccount me, ThemeLibrary library, HttpContext context, CancellationToken cancellation)
    {
        var filter = new AnomalyFilter(request.State, request.Theme, request.Org, request.Ym, request.Level, request.Q);
        var order = AnomalyOrder.Of(request.Sort, request.Theme);
        var take = Math.Clamp(request.Take ?? 50, 1, MaxTake);
        var (rows, total) = await ReadAsync(db, await AnomalyQuery.MatchingAsync(filter, db, me, cancellation), filter, order, request.After, take, cancellation);
        var words = await AnomalyWords.ReadAsync(db, rows, library, Texts.LanguageOf(context), cancellation);
        return new Page([.. rows.Take(take).Select(row => AnomalyView.Of(row, words))], rows.Count > take ? order.Cursor(rows[take - 1]) : null, total);
    }

    /// <summary>
    /// One row more than asked for, and the capped total. The order is found among the ids alone, which the indexes hold; only what is shown is read.
    /// Public for the benchmark, which asks exactly what the page asks.
    /// </summary>
    public static async Task<(IReadOnlyList<Anomaly> Rows, int Total)> ReadAsync(
        CaseDbContext db, MatchingAnomalies matching, AnomalyFilter filter, AnomalyOrder order, string? after, int take, CancellationToken cancellation)
    {
        var (found, total) = (new List<long>(), 0);
        foreach (var rows in matching.In(filter.State))
        {
            found.AddRange(await order.Apply(matching, rows, after).Select(row => row.Id).Take(take + 1).ToListAsync(cancellation));
            total += total >= CountCap ? 0 : await matching.ToCount(rows).Select(row => row.Id).Take(CountCap - total).CountAsync(cancellation);
        }

        var shown = await db.Set<Anomaly>().AsNoTracking().Where(row => found.Contains(row.Id)).ToListAsync(cancellation);
        return ([.. order.Merge(shown).Take(take + 1)], total);
    }
}
