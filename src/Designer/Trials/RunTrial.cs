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
            DefinitionCompiler.Compile(DefinitionJson.Read(row.Json), catalog), await StandInsAsync(db, definitionId, catalog, context.RequestAborted),
            StudioJson.TextsOf(body["choices"]), calendar, time.GetUtcNow().UtcDateTime);
        return Results.Json(new JsonObject
        {
            ["name"] = row.Name, ["version"] = row.DefinitionVersion, ["end"] = result.End, ["reason"] = result.Reason,
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

    // A child that ends at once stands for every lifecycle that this one may start: a trial shows one level.
    private static async Task<IEnumerable<CompiledDefinition>> StandInsAsync(CaseDbContext db, string definitionId, ActivityCatalog catalog, CancellationToken cancellationToken)
    {
        var others = await db.Set<DefinitionRow>().AsNoTracking().Where(row => row.DefinitionId != definitionId).Select(row => row.DefinitionId).Distinct().ToListAsync(cancellationToken);
        return others.Select(other => DefinitionCompiler.Compile(DefinitionJson.Read(new JsonObject
        {
            ["definitionId"] = other, ["id"] = other, ["version"] = 1,
            ["root"] = new JsonObject
            {
                ["id"] = "root", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["connections"] = new JsonArray(),
                ["activities"] = new JsonArray(new JsonObject { ["id"] = "end", ["type"] = "Elsa.End", ["version"] = 1 }),
            },
        }), catalog));
    }
}
