using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Monitoring.Analyses;
using CaseMgmt.Cases.Monitoring.Precision;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>POST /api/indicators/run: computes the last months of the present data of a source again, after the answer. What was computed before is replaced.</summary>
public static class RunIndicators
{
    private const int MostMonths = 13;

    /// <param name="Source">A warehouse, "embedded" for the copy, or null for the source that scans use.</param>
    public sealed record Request(int? Months, string? Source = null);

    public sealed record Accepted(long Id);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/indicators/run", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.ScanRun)).WithName("indicators.run");

    private static async Task<IResult> HandleAsync(Request request, DataSources sources, ComputeIndicators compute, AnalysisRuns runs, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        if (await sources.PresentAsync(sources.Meant(request.Source), cancellation) is not { Ym: { } ym } batch)
        {
            return Problem.Unprocessable("no-data");
        }

        IReadOnlyList<string> months = [.. Backtest.MonthsBefore(ym, Math.Clamp(request.Months ?? 1, 1, MostMonths)).Reverse()];
        var run = await door.RunAsync(me.Actor, session => runs.OpenAsync(session, IndicatorSweep.Kind, IndicatorSweep.SubjectOf(batch.Id), me.OrgPath, compute.StepsOf(months)), cancellation);
        runs.Start(run, (progress, stop) => compute.RunAsync(batch, months, me.Actor, progress, stop));
        return Results.Accepted($"/api/analyses/{run.Id}", new Accepted(run.Id));
    }
}
