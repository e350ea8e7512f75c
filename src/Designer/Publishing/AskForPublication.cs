using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Designer.Checking;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Designer.Publishing;

/// <summary>POST /{definitionId}/publish and /retract, and their bulk forms: the row menu. They only ask; another person decides.</summary>
public static class AskForPublication
{
    public static void Map(RouteGroupBuilder api)
    {
        var edits = api.MapGroup("").RequireAuthorization(Permissions.Policy(Permissions.DefinitionEdit));
        foreach (var kind in (string[])["publish", "retract"])
        {
            edits.MapPost("/workflow-definitions/{definitionId}/" + kind, (string definitionId, HttpContext context, CommitDoor door, Ids ids, DefinitionCheck check, CurrentAccount me) =>
                AskAsync([definitionId], kind, context, door, ids, check, me)).WithName("elsa.definition." + kind);
            edits.MapPost($"/bulk-actions/{kind}/workflow-definitions/by-definition-ids", async (HttpContext context, CommitDoor door, Ids ids, DefinitionCheck check, CurrentAccount me) =>
                await AskAsync(StudioJson.TextsOf((await StudioJson.ReadBodyAsync(context.Request))["definitionIds"]), kind, context, door, ids, check, me)).WithName("elsa.definitions." + kind);
        }
    }

    private static async Task<IResult> AskAsync(
        IReadOnlyList<string> definitionIds, string kind, HttpContext context, CommitDoor door, Ids ids, DefinitionCheck check, CurrentAccount me)
    {
        var outcomes = new List<PublicationOutcome>();
        foreach (var definitionId in definitionIds)
        {
            outcomes.Add(await door.RunAsync(me.Actor, session => OpenAsync(session, definitionId, kind, ids, check, me, Texts.LanguageOf(context)), context.RequestAborted));
        }

        return outcomes.Contains(PublicationOutcome.Opened) ? new StudioRefusal(kind == "publish" ? "publication-requested" : "retraction-requested")
            : kind == "publish" ? new StudioRefusal("already-published") : new StudioRefusal("not-published");
    }

    private static async ValueTask<PublicationOutcome> OpenAsync(
        CommitSession session, string definitionId, string kind, Ids ids, DefinitionCheck check, CurrentAccount me, string language)
    {
        await session.LockAsync(PublicationDesk.Subject(definitionId));
        var row = kind == "publish" ? await DraftWriter.LatestAsync(session, definitionId)
            : (await session.QueryAsync<DefinitionRow>($"definition_id = {definitionId} and is_latest_published = {true}")).FirstOrDefault();
        if (row is null)
        {
            return PublicationOutcome.NotPublished;
        }

        if (kind == "publish" && check.Errors((JsonObject)JsonNode.Parse(row.Json)!, language) is { Count: > 0 } findings)
        {
            throw new StudioRefusal("publish-has-errors") { Lines = findings };
        }

        return await PublicationDesk.OpenAsync(session, row, kind, me, ids.Next());
    }
}
