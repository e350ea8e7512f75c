using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>GET /api/imports/{id}/rejects: every problem of a delivery as CSV in the language of the reader.</summary>
public static class DownloadRejects
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/imports/{id:long}/rejects", Handle)
        .RequireAuthorization(Permissions.Policy(Permissions.DataImport)).WithName("imports.rejects");

    private static IResult Handle(long id, HttpContext context, MarketingFiles files) => File.Exists(files.RejectsOf(id))
        ? Results.Stream(output => RejectCsv.WriteAsync(files.RejectsOf(id), output, Texts.LanguageOf(context), context.RequestAborted), "text/csv; charset=utf-8", $"rejects-{id}.csv")
        : Problem.NotFound();
}
