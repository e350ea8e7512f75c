using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>GET /api/imports: the last deliveries, newest first.</summary>
public static class ListImports
{
    private const int Limit = 50;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/imports", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DataImport)).WithName("imports.list");

    private static async Task<IEnumerable<ImportView>> HandleAsync(HttpContext context, CaseDbContext db, CancellationToken cancellation) =>
        (await db.Set<ImportBatch>().AsNoTracking().Where(batch => batch.Source == null).OrderByDescending(batch => batch.Id).Take(Limit).ToListAsync(cancellation)).Select(batch => ImportView.Of(batch, Texts.LanguageOf(context)));
}
