using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Designer.Publishing;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Designer.Definitions;

/// <summary>Only an unused draft can go. A version that was ever published, or ever ran, is evidence.</summary>
public static class DeleteDefinition
{
    public static void Map(RouteGroupBuilder api)
    {
        var edits = api.MapGroup("").RequireAuthorization(Permissions.Policy(Permissions.DefinitionEdit));
        edits.MapDelete("/workflow-definitions/{definitionId}", async (string definitionId, CommitDoor door, CurrentAccount me) =>
        {
            await DeleteAsync(door, me, [definitionId]);
            return Results.NoContent();
        }).WithName("elsa.definition.delete");
        edits.MapDelete("/workflow-definition-versions/{id}", async (string id, CommitDoor door, CurrentAccount me) =>
        {
            await DeleteVersionsAsync(door, me, [id]);
            return Results.NoContent();
        }).WithName("elsa.version.delete");
        edits.MapPost("/bulk-actions/delete/workflow-definitions/by-definition-id", async (HttpContext context, CommitDoor door, CurrentAccount me) =>
            Deleted(await DeleteAsync(door, me, StudioJson.TextsOf((await StudioJson.ReadBodyAsync(context.Request))["definitionIds"])))).WithName("elsa.definitions.delete");
        edits.MapPost("/bulk-actions/delete/workflow-definitions/by-id", async (HttpContext context, CommitDoor door, CurrentAccount me) =>
            Deleted(await DeleteVersionsAsync(door, me, StudioJson.TextsOf((await StudioJson.ReadBodyAsync(context.Request))["ids"])))).WithName("elsa.versions.delete");
    }

    private static IResult Deleted(int count) => Results.Json(new JsonObject { ["deleted"] = count });

    // All or nothing: half of a bulk deletion that was refused would be hard to tell.
    private static Task<int> DeleteAsync(CommitDoor door, CurrentAccount me, IReadOnlyList<string> definitionIds) => door.RunAsync(me.Actor, async session =>
    {
        var count = 0;
        foreach (var definitionId in definitionIds)
        {
            foreach (var row in await session.QueryAsync<DefinitionRow>($"definition_id = {definitionId}"))
            {
                await DeleteRowAsync(session, row);
                count++;
            }
        }

        return count;
    });

    private static Task<int> DeleteVersionsAsync(CommitDoor door, CurrentAccount me, IReadOnlyList<string> ids) => door.RunAsync(me.Actor, async session =>
    {
        foreach (var id in ids)
        {
            var row = VersionId.Parse(id) is var (definitionId, version) ? await session.FindAsync<DefinitionRow>(definitionId, version) : null;
            await DeleteRowAsync(session, row ?? throw new StudioRefusal("version-not-found"));
        }

        return ids.Count;
    });

    private static async ValueTask DeleteRowAsync(CommitSession session, DefinitionRow row)
    {
        var used = await session.TopAsync<InstanceRow>(1, $"definition_id = {row.DefinitionId} and definition_version = {row.DefinitionVersion}");
        if (row.State != DefinitionStates.Draft || row.PublishedAt is not null || used.Count > 0)
        {
            throw new StudioRefusal("version-is-evidence", row.DefinitionVersion);
        }

        await session.ExpectAsync($"delete from definition where definition_id = {row.DefinitionId} and definition_version = {row.DefinitionVersion}");
        await session.ExecuteAsync($"delete from draft_save where definition_id = {row.DefinitionId}");
        foreach (var request in await session.QueryAsync<Cases.Publishing.PublicationRequest>(
            $"definition_id = {row.DefinitionId} and definition_version = {row.DefinitionVersion} and state = {"open"}"))
        {
            (request.State, request.DecidedAt) = ("voided", session.Now);
            await session.UpdateAsync(request);
        }

        await session.AppendHistoryAsync(PublicationDesk.Subject(row.DefinitionId), "lifecycle.draft-deleted",
            new JsonObject { ["version"] = row.DefinitionVersion, ["contentHash"] = row.ContentHash });
    }
}
