using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Plans.Schemes;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Visits;

/// <summary>GET /api/cases/{id}/visits: the visits that the items of an order are on, each with everything else to be done there by the same unit.</summary>
public static class ReadVisits
{
    public sealed record ItemView(long ItemId, long CaseId, string CaseNumber, string ThemeName, string ObjKey, string ConsNo, decimal Metric, decimal LimitValue, string? Conclusion, bool Mine);

    public sealed record View(long Id, string Kind, string PlaceKey, string PlaceName, DateTime? DoneAt, int Objects, int Orders, IReadOnlyList<ItemView> Items);

    /// <param name="Team">Who goes, where the order carries out a scheme.</param>
    public sealed record Answer(IReadOnlyList<View> Visits, int Waiting, IReadOnlyList<SchemeTeam.View> Team);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/cases/{id:long}/visits", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("cases.visits");

    private static async Task<IResult> HandleAsync(long id, CaseDbContext db, CurrentAccount me, ThemeNames themes, HttpContext context, CancellationToken cancellation)
    {
        if (await db.Set<AuditCase>().AsNoTracking().FirstOrDefaultAsync(each => each.Id == id, cancellation) is not { } row || !me.Sees(row.OrgPath))
        {
            return Problem.NotFound();
        }

        var ids = await db.Set<VisitItem>().AsNoTracking().Where(item => item.CaseId == id).Select(item => item.VisitId).Distinct().ToListAsync(cancellation);
        var visits = await db.Set<Visit>().AsNoTracking().Where(visit => ids.Contains(visit.Id)).OrderBy(visit => visit.Kind).ThenBy(visit => visit.PlaceName).ThenBy(visit => visit.PlaceKey).ToListAsync(cancellation);
        var items = await ItemsAsync(db, ids, id, me, themes, Texts.LanguageOf(context), cancellation);
        var waiting = await db.Set<CaseItem>().CountAsync(item => item.CaseId == id && !db.Set<VisitItem>().Any(visited => visited.ItemId == item.Id), cancellation);
        return Results.Ok(new Answer(
            [.. visits.Select(visit => new View(visit.Id, visit.Kind, visit.PlaceKey, visit.PlaceName, visit.DoneAt, items[visit.Id].Select(item => item.ObjKey).Distinct().Count(),
                items[visit.Id].Select(item => item.CaseId).Distinct().Count(), [.. items[visit.Id]]))], waiting,
            await SchemeTeam.OfOrderAsync(db, row, cancellation)));
    }

    private static async Task<ILookup<long, ItemView>> ItemsAsync(
        CaseDbContext db, List<long> visits, long caseId, CurrentAccount me, ThemeNames themes, string language, CancellationToken cancellation)
    {
        var rows = await (from visited in db.Set<VisitItem>().AsNoTracking()
                          join item in db.Set<CaseItem>() on visited.ItemId equals item.Id
                          join owner in db.Set<AuditCase>() on item.CaseId equals owner.Id
                          join anomaly in db.Set<Anomaly>() on item.AnomalyId equals anomaly.Id into found
                          from anomaly in found.DefaultIfEmpty()
                          where visits.Contains(visited.VisitId) && owner.OrgPath.StartsWith(me.OrgPath)
                          orderby visited.ConsNo, item.ObjKey, item.Id
                          select new { visited.VisitId, visited.ConsNo, Item = item, owner.Number, Theme = anomaly == null ? owner.ThemeCode : anomaly.ThemeCode }).ToListAsync(cancellation);
        return rows.ToLookup(row => row.VisitId, row => new ItemView(
            row.Item.Id, row.Item.CaseId, row.Number, themes.Name(row.Theme, language), row.Item.ObjKey, row.ConsNo, row.Item.Metric, row.Item.LimitValue, row.Item.Conclusion, row.Item.CaseId == caseId));
    }
}
