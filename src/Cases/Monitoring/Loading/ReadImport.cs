using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>GET /api/imports/{id}: how far a delivery is, or how it ended.</summary>
public static class ReadImport
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/imports/{id:long}", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DataImport)).WithName("imports.read");

    private static async Task<IResult> HandleAsync(long id, HttpContext context, CaseDbContext db, CancellationToken cancellation) =>
        await db.Set<ImportBatch>().AsNoTracking().FirstOrDefaultAsync(batch => batch.Id == id, cancellation) is { } found
            ? Results.Ok(ImportView.Of(found, Texts.LanguageOf(context)))
            : Problem.NotFound();
}
