using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Publishing;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Designer.Checking;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Designer.Publishing;

/// <summary>POST /elsa/api/publication-requests/{id}/approve and /reject: the second pair of eyes. Persons are compared, not accounts.</summary>
public static class DecidePublication
{
    /// <summary>What the second person says.</summary>
    public sealed record Body(string? Comment);

    public static void Map(RouteGroupBuilder api)
    {
        var decisions = api.MapGroup("/publication-requests/{id:long}").RequireAuthorization(Permissions.Policy(Permissions.DefinitionApprove));
        decisions.MapPost("/approve", (long id, Body body, HttpContext context, CommitDoor door, DefinitionStore definitions, DefinitionCheck check, CurrentAccount me) =>
            HandleAsync(id, true, body, context, door, definitions, check, me)).WithName("elsa.publication.approve");
        decisions.MapPost("/reject", (long id, Body body, HttpContext context, CommitDoor door, DefinitionStore definitions, DefinitionCheck check, CurrentAccount me) =>
            HandleAsync(id, false, body, context, door, definitions, check, me)).WithName("elsa.publication.reject");
    }

    private static async Task<IResult> HandleAsync(
        long id, bool approve, Body body, HttpContext context, CommitDoor door, DefinitionStore definitions, DefinitionCheck check, CurrentAccount me)
    {
        var comment = body.Comment?.Trim() ?? "";
        if (!approve && comment.Length == 0)
        {
            return new StudioRefusal("rejection-needs-comment");
        }

        var language = Texts.LanguageOf(context);
        await door.RunAsync(me.Actor, session => DecideAsync(session, id, approve, comment, definitions, check, me, language), context.RequestAborted);
        return Results.NoContent();
    }

    private static async ValueTask DecideAsync(
        CommitSession session, long id, bool approve, string comment, DefinitionStore definitions, DefinitionCheck check, CurrentAccount me, string language)
    {
        var request = await session.FindLockedAsync<PublicationRequest>(id) ?? throw new ProblemException(Problem.NotFound());
        var row = await session.FindAsync<DefinitionRow>(request.DefinitionId, request.DefinitionVersion);
        if (Refusal(request, row, me) is { } code)
        {
            throw new StudioRefusal(code);
        }

        if (approve && request.Kind == "publish")
        {
            Demand(check, DefinitionJson.Read(row!.Json).Json, comment, language);
        }

        await PublicationDesk.DecideAsync(session, request, approve, me, comment);
        if (approve)
        {
            await (request.Kind == "publish"
                ? definitions.PublishAsync(session, row!.DefinitionId, row.DefinitionVersion)
                : definitions.RetractAsync(session, row!.DefinitionId, row.DefinitionVersion));
        }
    }

    // What was asked for may have become wrong since: a form was never published, an activity type went away.
    private static void Demand(DefinitionCheck check, JsonObject model, string comment, string language)
    {
        if (check.Errors(model, language) is { Count: > 0 } errors)
        {
            throw new StudioRefusal("publish-has-errors") { Lines = errors };
        }

        if (comment.Length == 0 && check.Warnings(model, language) is { Count: > 0 } warnings)
        {
            throw new StudioRefusal("warnings-need-comment") { Lines = warnings };
        }
    }

    /// <summary>Why this person may not decide this request now, or null.</summary>
    public static string? Refusal(PublicationRequest request, DefinitionRow? row, CurrentAccount me) =>
        request.State != "open" || row is null || row.ContentHash != request.ContentHash ? "publication-not-open"
        : request.RequestedBy == me.Id || request.RequestedByPerson == me.PersonNo ? "publication-own"
        : null;
}
