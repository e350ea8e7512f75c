using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>GET /api/scans: the last runs, newest first.</summary>
public static class ListScans
{
    private const int Limit = 50;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/scans", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.ScanRun)).WithName("scans.list");

    private static async Task<IEnumerable<ScanView>> HandleAsync(CaseDbContext db, CancellationToken cancellation) =>
        (await db.Set<ScanRun>().AsNoTracking().OrderByDescending(run => run.Id).Take(Limit).ToListAsync(cancellation)).Select(ScanView.Of);
}
