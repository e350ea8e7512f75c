using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Evidence;

/// <summary>GET /api/evidence/{id}: always as an attachment, so that no uploaded content ever runs in the page.</summary>
public static class DownloadEvidence
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/evidence/{id:long}", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("evidence.read");

    private static async Task<IResult> HandleAsync(long id, CaseDbContext db, CurrentAccount me, EvidenceStore store, HttpContext context, CancellationToken cancellation)
    {
        var file = await db.Set<EvidenceFile>().AsNoTracking()
            .Where(row => row.Id == id && db.Set<AuditCase>().Any(audited => audited.Id == row.CaseId && audited.OrgPath.StartsWith(me.OrgPath)))
            .FirstOrDefaultAsync(cancellation);
        if (file is null)
        {
            return Problem.NotFound();
        }

        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(store.OpenRead(file.Sha256), file.ContentType, file.FileName);
    }
}
