using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Libraries;

/// <summary>GET /api/hazards/{id}: one entry, its Markdown as safe HTML, and the case it came from.</summary>
public static class GetHazard
{
    public sealed record Answer(
        long Id, string Number, string Title, string Specialty, string BodyHtml, string BodyMd, string RootCause, long CaseId, string? CaseNumber,
        string Status, DateTime CreatedAt);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/hazards/{id:long}", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.LibraryRead)).WithName("hazards.get");

    private static async Task<IResult> HandleAsync(long id, CaseDbContext db, CurrentAccount me, CancellationToken cancellation)
    {
        var row = await db.Set<Hazard>().AsNoTracking().SingleOrDefaultAsync(hazard => hazard.Id == id, cancellation);
        if (row is null || !me.Sees(row.OrgPath))
        {
            return Problem.NotFound();
        }

        var number = await db.Set<AuditCase>().Where(audited => audited.Id == row.CaseId).Select(audited => audited.Number).SingleOrDefaultAsync(cancellation);
        return Results.Ok(new Answer(
            row.Id, row.Number, row.Title, row.Specialty, SafeMarkdown.ToHtml(row.BodyMd), row.BodyMd, row.RootCause, row.CaseId, number, row.Status, row.CreatedAt));
    }
}
