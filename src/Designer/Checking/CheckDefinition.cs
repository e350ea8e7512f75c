using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Checking;

/// <summary>GET /elsa/api/workflow-definitions/{definitionId}/findings: the check of the draft as it is stored, for the panel beside the canvas. It asks after each save.</summary>
public static class CheckDefinition
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/workflow-definitions/{definitionId}/findings", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead)).WithName("elsa.definition.findings");

    private static async Task<IResult> HandleAsync(string definitionId, HttpContext context, CaseDbContext db, DefinitionCheck check)
    {
        var row = await db.Set<DefinitionRow>().AsNoTracking().Where(row => row.DefinitionId == definitionId).Named("Latest")
            .OrderByDescending(row => row.DefinitionVersion).FirstOrDefaultAsync(context.RequestAborted);
        if (row is null)
        {
            return Results.NotFound();
        }

        var model = (JsonObject)JsonNode.Parse(row.Json)!;
        var names = ActivityTree.All(model["root"]).GroupBy(ActivityTree.IdOf).ToDictionary(group => group.Key, group => FlowShape.NameOf(group.First()));
        var findings = check.Findings(model).Select(finding => (JsonNode)new JsonObject
        {
            ["severity"] = finding.IsWarning ? "warning" : "error",
            ["text"] = finding.In(Texts.LanguageOf(context)),
            ["activityId"] = finding.ActivityId,
            ["node"] = finding.ActivityId is { } id ? names.GetValueOrDefault(id) : null,
        });
        return Results.Json(new JsonObject { ["version"] = row.DefinitionVersion, ["items"] = new JsonArray([.. findings]) });
    }
}
