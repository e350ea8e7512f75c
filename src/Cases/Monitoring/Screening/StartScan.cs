using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>POST /api/scans: runs themes over a month, after the answer.</summary>
public static class StartScan
{
    /// <param name="Source">A warehouse, "embedded" for the copy, or null for the usual source.</param>
    public sealed record Request(string? Ym, IReadOnlyList<string>? Themes, DateOnly? Today, string? Source = null);

    public sealed record Accepted(long Id);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/scans", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.ScanRun)).WithName("scans.start");

    private static async Task<IResult> HandleAsync(Request request, Scanner scanner, DataSources sources, MonitoringJobs jobs, CurrentAccount me, CancellationToken cancellation)
    {
        try
        {
            var themes = request.Themes ?? [];
            var run = await scanner.OpenAsync(new ScanRequest(request.Ym ?? "", themes, request.Today, Source: sources.Meant(request.Source)), me.Actor, cancellation);
            jobs.Enqueue($"scan {run.Id}", stop => scanner.RunAsync(run, themes, null, stop));
            return Results.Accepted($"/api/scans/{run.Id}", new Accepted(run.Id));
        }
        catch (ScanRefusedException refused)
        {
            return refused.Problem;
        }
    }
}
