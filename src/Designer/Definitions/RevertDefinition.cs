using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Designer.Definitions;

/// <summary>POST /{definitionId}/revert/{version}: a copy of an older version becomes the draft. The published version goes on until the copy is published.</summary>
public static class RevertDefinition
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/workflow-definitions/{definitionId}/revert/{version:int}", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DefinitionEdit)).WithName("elsa.definition.revert");

    private static async Task<IResult> HandleAsync(string definitionId, int version, HttpContext context, CommitDoor door, CurrentAccount me)
    {
        var row = await door.RunAsync(me.Actor, async session =>
        {
            var old = await session.FindAsync<DefinitionRow>(definitionId, version) ?? throw new StudioRefusal("version-not-found");
            var latest = await DraftWriter.LatestAsync(session, definitionId);
            if (latest is { State: DefinitionStates.Draft } && latest.DefinitionVersion != version)
            {
                // Overwriting it would lose a text that nobody else holds.
                throw new StudioRefusal("revert-over-draft");
            }

            var model = (JsonObject)JsonNode.Parse(old.Json)!;
            return await DraftWriter.ReplaceAsync(session, new SaveCommand(definitionId, model, "", null, ""));
        }, context.RequestAborted);
        DraftRevision.Send(context.Response, row);
        return Results.Json(new DefinitionView(row, IsLatest: true, CanEdit: true).Summary());
    }
}
