using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>GET /api/scans/{id}: what each theme found.</summary>
public static class ReadScan
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/scans/{id:long}", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.ScanRun)).WithName("scans.read");

    private static async Task<IResult> HandleAsync(long id, CaseDbContext db, HttpContext context, CancellationToken cancellation) =>
        await db.Set<ScanRun>().AsNoTracking().FirstOrDefaultAsync(run => run.Id == id, cancellation) is { } found
            ? Results.Ok(ScanView.Of(found, Texts.LanguageOf(context), await db.Set<ImportBatch>().Where(load => load.Id == found.BatchId).Select(load => load.Stamp).FirstOrDefaultAsync(cancellation)))
            : Problem.NotFound();
}
