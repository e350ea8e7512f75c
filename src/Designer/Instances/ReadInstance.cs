using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Instances;

/// <summary>GET one instance, its variables, and the short state that the viewer asks for every five seconds.</summary>
public static class ReadInstance
{
    public static void Map(RouteGroupBuilder api)
    {
        var reads = api.MapGroup("/workflow-instances/{id}").RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead));
        reads.MapGet("", GetAsync).WithName("elsa.instance.read");
        reads.MapGet("/variables", VariablesAsync).WithName("elsa.instance.variables");
        reads.MapGet("/execution-state", StateAsync).WithName("elsa.instance.execution-state");
    }

    private static async Task<IResult> GetAsync(string id, CaseDbContext db, CurrentAccount me, CancellationToken cancellationToken)
    {
        var row = await VisibleInstances.GetAsync(db, me, id, cancellationToken);
        var story = await StoryReader.ReadAsync(db, row, cancellationToken);
        var incidents = await db.Set<IncidentRow>().AsNoTracking().Where(each => each.InstanceId == id).ToListAsync(cancellationToken);
        var bookmarks = await db.Set<BookmarkRow>().AsNoTracking().Where(each => each.InstanceId == id).ToListAsync(cancellationToken);
        var numbers = await VisibleInstances.NumbersAsync(db, [id], cancellationToken);
        return Results.Json(InstanceView.Full(row, numbers.GetValueOrDefault(id), story, incidents, bookmarks));
    }

    private static async Task<IResult> StateAsync(string id, CaseDbContext db, CurrentAccount me, CancellationToken cancellationToken)
    {
        var row = await VisibleInstances.GetAsync(db, me, id, cancellationToken);
        return Results.Json(new JsonObject { ["status"] = row.Status, ["subStatus"] = row.SubStatus, ["updatedAt"] = StudioJson.Time(row.UpdatedAt) });
    }

    private static async Task<IResult> VariablesAsync(string id, CaseDbContext db, DefinitionStore definitions, CurrentAccount me, CancellationToken cancellationToken)
    {
        var row = await VisibleInstances.GetAsync(db, me, id, cancellationToken);
        var definition = await definitions.FindAsync(row.DefinitionId, row.DefinitionVersion, cancellationToken);
        if (definition is null)
        {
            return Results.Json(StudioJson.ListOf([]));
        }

        var values = InstanceState.Read(System.Text.Encoding.UTF8.GetString(row.State), definition).Variables;
        return Results.Json(StudioJson.ListOf(definition.Source.Variables.OfType<JsonObject>().Select(variable => new JsonObject
        {
            ["id"] = variable["id"]?.DeepClone(),
            ["name"] = variable["name"]?.DeepClone(),
            ["value"] = values.GetValueOrDefault(StudioJson.TextOf(variable["name"]) ?? "")?.DeepClone(),
        })));
    }
}
