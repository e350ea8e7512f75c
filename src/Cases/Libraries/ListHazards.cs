using System.Globalization;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Libraries;

/// <summary>GET /api/hazards: newest first, by keyset, inside the own subtree.</summary>
public static class ListHazards
{
    private const int Page = 50;
    private const int MostCounted = 10_000;

    public sealed record Line(
        long Id, string Number, string Title, string Specialty, string RootCause, long CaseId, string CaseNumber, string Status, DateTime CreatedAt);

    public sealed record Answer(IReadOnlyList<Line> Items, string? Next, int Total);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/hazards", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.LibraryRead)).WithName("hazards.list");

    private static async Task<Answer> HandleAsync(CaseDbContext db, CurrentAccount me, string? q, long? after, CancellationToken cancellation)
    {
        var all = db.Set<Hazard>().AsNoTracking().Where(row => row.OrgPath.StartsWith(me.OrgPath));
        all = string.IsNullOrWhiteSpace(q) ? all : all.Where(row => row.Title.Contains(q) || row.Number.Contains(q) || row.RootCause.Contains(q));
        var page = await all.Where(row => after == null || row.Id < after).OrderByDescending(row => row.Id).Take(Page + 1)
            .Join(db.Set<AuditCase>(), hazard => hazard.CaseId, row => row.Id, (hazard, row) => new Line(
                hazard.Id, hazard.Number, hazard.Title, hazard.Specialty, hazard.RootCause, hazard.CaseId, row.Number, hazard.Status, hazard.CreatedAt))
            .ToListAsync(cancellation);
        var shown = page.OrderByDescending(line => line.Id).Take(Page).ToList();
        var next = page.Count > Page ? shown[^1].Id.ToString(CultureInfo.InvariantCulture) : null;
        return new(shown, next, await all.Take(MostCounted).CountAsync(cancellation));
    }
}
