using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>GET /api/scans: the last runs, newest first.</summary>
public static class ListScans
{
    private const int Limit = 50;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/scans", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.ScanRun)).WithName("scans.list");

    private static async Task<IEnumerable<ScanView>> HandleAsync(CaseDbContext db, HttpContext context, CancellationToken cancellation)
    {
        var rows = from run in db.Set<ScanRun>().AsNoTracking()
                   orderby run.Id descending
                   join load in db.Set<ImportBatch>() on run.BatchId equals load.Id into loads
                   from load in loads.DefaultIfEmpty()
                   select new { Run = run, Stamp = load == null ? null : load.Stamp };
        return (await rows.Take(Limit).ToListAsync(cancellation)).Select(row => ScanView.Of(row.Run, Texts.LanguageOf(context), row.Stamp));
    }
}
