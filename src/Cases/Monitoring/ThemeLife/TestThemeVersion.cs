using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.ThemeLife;

/// <summary>
/// POST /api/themes/{code}/versions/{number}/test: runs the version over the data in force without storing an anomaly, beside the version in use, and keeps the
/// result with the version. Only content that was tested can be handed in.
/// </summary>
public static class TestThemeVersion
{
    /// <param name="Source">A warehouse, or null for the source that scans use.</param>
    public sealed record Request(string? Ym, string? Source = null);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/themes/{code}/versions/{number:int}/test", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.ThemeEdit)).WithName("themes.test");

    private static async Task<IResult> HandleAsync(
        string code, int number, Request request, CaseDbContext db, ThemeTrial trial, DataSources sources, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        var row = await db.Set<ThemeVersion>().AsNoTracking().FirstOrDefaultAsync(each => each.Code == code && each.Number == number, cancellation);
        if (row is null)
        {
            return Problem.NotFound();
        }

        try
        {
            if (await sources.PresentAsync(request.Source ?? sources.Default, cancellation) is not { } batch || (request.Ym ?? batch.Ym) is not { Length: 6 } ym)
            {
                return Problem.Unprocessable("no-data");
            }

            var result = await trial.RunAsync(row, batch, ym, me, cancellation);
            var json = JsonSerializer.Serialize(result, JsonSerializerOptions.Web);
            await door.RunAsync(me.Actor, session => KeepAsync(session, row, result, json), cancellation);
            return Results.Ok(result);
        }
        catch (RuleException wrong)
        {
            return Problem.Unprocessable("theme-rule", wrong.Message);
        }
        catch (SourceUnfitException unfit)
        {
            return Problem.Unprocessable("source-unfit", unfit.Message);
        }
    }

    /// <summary>An approved version may be tried again any time; its state stays.</summary>
    private static async ValueTask KeepAsync(CommitSession session, ThemeVersion seen, TrialResult result, string json)
    {
        var row = await session.FindAsync<ThemeVersion>(seen.Id);
        if (row is null || row.ContentHash != seen.ContentHash || !ThemeLifeRules.IsOpen(row.State))
        {
            return;
        }

        (row.TestJson, row.State) = (json, row.State == ThemeStates.Draft ? ThemeStates.Tested : row.State);
        await session.UpdateAsync(row);
        await WriteThemeVersion.RecordAsync(session, row, "theme.tested",
            new JsonObject { ["ym"] = result.Ym, ["rows"] = result.Rows, ["added"] = result.Added, ["gone"] = result.Gone, ["batch"] = result.BatchId });
    }
}
