using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Trials;

/// <summary>
/// POST /elsa/api/workflow-definitions/{definitionId}/trial, and Studio's Run button (/execute), which is answered with the id of a trial that only its page knows.
/// A real case starts from a task and nowhere else.
/// </summary>
public static class RunTrial
{
    /// <summary>What an instance id begins with that is none.</summary>
    public const string Prefix = "trial~";

    public static void Map(RouteGroupBuilder api)
    {
        var runs = api.MapGroup("/workflow-definitions/{definitionId}").RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead));
        runs.MapPost("/trial", HandleAsync).WithName("elsa.definition.trial");
        runs.MapPost("/execute", ExecuteAsync).WithName("elsa.definition.execute");
    }

    private static async Task<IResult> HandleAsync(string definitionId, HttpContext context, CaseDbContext db, ActivityCatalog catalog, FormLibrary forms, WorkingCalendar calendar, TimeProvider time)
    {
        var body = await StudioJson.ReadBodyAsync(context.Request);
        if (await LatestAsync(db, definitionId, context.RequestAborted) is not { } row)
        {
            return Results.NotFound();
        }

        var result = Trial.Run(
            DefinitionCompiler.Compile(DefinitionJson.Read(row.Json), catalog), await ChildrenAsync(db, catalog, context.RequestAborted),
            StudioJson.TextsOf(body["choices"]), calendar, time.GetUtcNow().UtcDateTime);
        return Results.Json(new JsonObject
        {
            ["name"] = row.Name, ["version"] = row.DefinitionVersion, ["end"] = result.End, ["reason"] = result.Reason, ["passedBy"] = result.PassedBy,
            ["steps"] = new JsonArray([.. result.Steps.Select(step => (JsonNode)step.ToJson(Texts.LanguageOf(context), forms))]),
        });
    }

    private static async Task<IResult> ExecuteAsync(string definitionId, HttpContext context, CaseDbContext db)
    {
        if (await LatestAsync(db, definitionId, context.RequestAborted) is null)
        {
            return Results.NotFound();
        }

        var id = Prefix + definitionId;
        context.Response.Headers["x-elsa-workflow-instance-id"] = Uri.EscapeDataString(id);
        return Results.Json(new JsonObject { ["workflowState"] = new JsonObject { ["id"] = id, ["status"] = "Running", ["subStatus"] = "Suspended" } });
    }

    private static Task<DefinitionRow?> LatestAsync(CaseDbContext db, string definitionId, CancellationToken cancellationToken) =>
        db.Set<DefinitionRow>().AsNoTracking().Where(row => row.DefinitionId == definitionId).Named("Latest")
            .OrderByDescending(row => row.DefinitionVersion).FirstOrDefaultAsync(cancellationToken);

    // As the engine would: the published version of each. A pair of lifecycles that is still being drawn has none; then the draft serves.
    private static async Task<TrialChildren> ChildrenAsync(CaseDbContext db, ActivityCatalog catalog, CancellationToken cancellationToken)
    {
        var keys = await db.Set<DefinitionRow>().AsNoTracking().Select(row => new { row.DefinitionId, row.DefinitionVersion, row.IsLatestPublished }).ToListAsync(cancellationToken);
        var wanted = keys.GroupBy(key => key.DefinitionId).Select(group => group.OrderByDescending(key => key.IsLatestPublished).ThenByDescending(key => key.DefinitionVersion).First()).ToList();
        var (ids, versions) = (wanted.ConvertAll(key => key.DefinitionId), wanted.ConvertAll(key => key.DefinitionVersion));
        var rows = await db.Set<DefinitionRow>().AsNoTracking().Where(row => ids.Contains(row.DefinitionId) && versions.Contains(row.DefinitionVersion))
            .Select(row => new { row.DefinitionId, row.DefinitionVersion, row.Name, row.Json }).ToListAsync(cancellationToken);
        var known = rows.Where(row => wanted.Exists(key => key.DefinitionId == row.DefinitionId && key.DefinitionVersion == row.DefinitionVersion))
            .ToDictionary(row => row.DefinitionId, row => (row.Name, row.Json));
        return new(id => known.TryGetValue(id, out var lifecycle) ? lifecycle : null, catalog);
    }
}
