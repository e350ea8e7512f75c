using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>GET /api/imports/{id}/rejects: every problem of a delivery as CSV.</summary>
public static class DownloadRejects
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/imports/{id:long}/rejects", Handle)
        .RequireAuthorization(Permissions.Policy(Permissions.DataImport)).WithName("imports.rejects");

    private static IResult Handle(long id, MarketingFiles files) => File.Exists(files.RejectsOf(id))
        ? Results.File(files.RejectsOf(id), "text/csv", $"rejects-{id}.csv")
        : Problem.NotFound();
}
