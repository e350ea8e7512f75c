using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Analyses;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.ThemeLife;

/// <summary>
/// POST /api/themes/{code}/versions/{number}/test: runs the version over the data in force after the answer, without storing an anomaly, beside the version in use,
/// and keeps the result with the version. Only content that was tested can be handed in; content that was changed meanwhile was not.
/// </summary>
public static class TestThemeVersion
{
    public const string Kind = "trial";

    /// <param name="Source">A warehouse, "embedded" for the copy, or null for the source that scans use.</param>
    public sealed record Request(string? Ym, string? Source = null);

    public sealed record Accepted(long Id);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/themes/{code}/versions/{number:int}/test", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.ThemeEdit)).WithName("themes.test");

    private static async Task<IResult> HandleAsync(
        string code, int number, Request request, CaseDbContext db, ThemeTrial trial, DataSources sources, AnalysisRuns runs, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        var row = await db.Set<ThemeVersion>().AsNoTracking().FirstOrDefaultAsync(each => each.Code == code && each.Number == number, cancellation);
        if (row is null)
        {
            return Problem.NotFound();
        }

        if (await sources.PresentAsync(sources.Meant(request.Source), cancellation) is not { Ym: { } newest } batch)
        {
            return Problem.Unprocessable("no-data");
        }

        var ym = request.Ym ?? newest;
        return await sources.RefuseMonthAsync(batch, ym, cancellation) is { } refused ? refused : await StartAsync(row, batch, ym, trial, runs, door, me, cancellation);
    }

    private static async Task<IResult> StartAsync(
        ThemeVersion row, ImportBatch batch, string ym, ThemeTrial trial, AnalysisRuns runs, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        var run = await door.RunAsync(me.Actor, session => runs.OpenAsync(session, Kind, $"theme/{row.Code}/{row.Number}", me.OrgPath, ThemeTrial.Steps), cancellation);
        runs.Start(run, async (progress, stop) =>
        {
            var result = await trial.RunAsync(row, batch, ym, me, progress, stop);
            await door.RunAsync(me.Actor, session => KeepAsync(session, row, result), stop);
            return result;
        });
        return Results.Accepted($"/api/analyses/{run.Id}", new Accepted(run.Id));
    }

    /// <summary>An approved version may be tried again any time; its state stays.</summary>
    private static async ValueTask KeepAsync(CommitSession session, ThemeVersion seen, TrialResult result)
    {
        var row = await session.FindAsync<ThemeVersion>(seen.Id);
        if (row is null || row.ContentHash != seen.ContentHash || !ThemeLifeRules.IsOpen(row.State))
        {
            return;
        }

        (row.TestJson, row.State) = (JsonSerializer.Serialize(result, JsonSerializerOptions.Web), row.State == ThemeStates.Draft ? ThemeStates.Tested : row.State);
        await session.UpdateAsync(row);
        await WriteThemeVersion.RecordAsync(session, row, "theme.tested",
            new JsonObject { ["ym"] = result.Ym, ["rows"] = result.Rows, ["added"] = result.Added, ["gone"] = result.Gone, ["batch"] = result.BatchId });
    }
}
