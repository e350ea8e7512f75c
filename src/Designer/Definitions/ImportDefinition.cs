using CaseMgmt.Cases.Access;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Designer.Definitions;

/// <summary>
/// POST /elsa/api/workflow-definitions/import: a file becomes a draft, never a published version. Over a draft that somebody is working on it is refused,
/// unless it came out of the very editor that has this draft open.
/// </summary>
public static class ImportDefinition
{
    /// <summary>"new" gives the file an id of its own, "version" makes it the next version of what is there; without it nothing that exists is touched.</summary>
    public const string Choice = "X-Import";

    public static void Map(RouteGroupBuilder api) => api.MapPost("/workflow-definitions/import", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DefinitionEdit)).WithName("elsa.definition.import");

    private static async Task<IResult> HandleAsync(HttpContext context, CommitDoor door, CurrentAccount me)
    {
        var file = await StudioJson.ReadBodyAsync(context.Request);
        var asNew = context.Request.Headers[Choice] == "new";
        var definitionId = !asNew && StudioJson.TextOf(file["definitionId"]) is { Length: > 0 } known ? known : SaveDefinition.NewId();
        var revision = context.Request.Headers[DraftRevision.Header].FirstOrDefault();
        var save = new SaveCommand(definitionId, DefinitionModel.Normalise(file, definitionId), "", revision, "");
        var row = await door.RunAsync(me.Actor, async session =>
        {
            var latest = await DraftWriter.LatestAsync(session, definitionId);
            if (latest is { State: DefinitionStates.Draft } draft && revision != DraftRevision.Of(draft))
            {
                throw new StudioRefusal("import-over-draft");
            }

            if (latest is not null && context.Request.Headers[Choice] != "version")
            {
                throw new StudioRefusal("import-asks", latest.Name);
            }

            return await DraftWriter.ReplaceAsync(session, save);
        }, context.RequestAborted);
        DraftRevision.Send(context.Response, row);
        return Results.Json(new DefinitionView(row, IsLatest: true, CanEdit: true).Full());
    }
}
