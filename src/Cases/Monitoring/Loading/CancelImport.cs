using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>POST /api/imports/{id}/cancel: the load ends where it is and nothing of it comes into force.</summary>
public static class CancelImport
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/imports/{id:long}/cancel", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DataImport)).WithName("imports.cancel");

    private static async Task<IResult> HandleAsync(long id, CaseDbContext db, MarketingImport import, CancellationToken cancellation)
    {
        if (!await db.Set<ImportBatch>().AnyAsync(batch => batch.Id == id, cancellation))
        {
            return Problem.NotFound();
        }

        return import.Stop(id) ? Results.NoContent() : Problem.Conflict("import-over");
    }
}
