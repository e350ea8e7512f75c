using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Designer.Checking;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Designer.Publishing;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Designer.Definitions;

/// <summary>
/// POST /elsa/api/workflow-definitions: auto-save, and the publish button as a save that also asks for publication. One commit. Publication itself is
/// another person's decision, so the answer to the publish button is always the sentence that says so.
/// </summary>
public static class SaveDefinition
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/workflow-definitions", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DefinitionEdit)).WithName("elsa.definition.save");

    private static async Task<IResult> HandleAsync(HttpContext context, CommitDoor door, Ids ids, DefinitionCheck check, CurrentAccount me)
    {
        var body = await StudioJson.ReadBodyAsync(context.Request);
        var save = Read(body, context.Request);
        var asksForPublication = StudioJson.IsTrue(body["publish"]);
        var findings = asksForPublication ? check.Errors(save.Model, Texts.LanguageOf(context)) : [];
        var (row, opened) = await door.RunAsync(me.Actor, async session =>
        {
            var saved = await DraftWriter.SaveAsync(session, save);
            return (saved, asksForPublication && findings.Count == 0 ? await PublicationDesk.OpenAsync(session, saved, "publish", me, ids.Next()) : PublicationOutcome.None);
        }, context.RequestAborted);
        DraftRevision.Send(context.Response, row);
        if (findings.Count > 0)
        {
            return new StudioRefusal("publish-has-errors") { Lines = findings };
        }

        return opened == PublicationOutcome.Opened
            ? new StudioRefusal("publication-requested")
            : Results.Json(new DefinitionView(row, IsLatest: true, CanEdit: true).SaveResponse(opened == PublicationOutcome.AlreadyPublished));
    }

    private static SaveCommand Read(JsonObject body, HttpRequest request)
    {
        var model = body["model"] as JsonObject ?? throw new StudioRefusal("not-json");
        var definitionId = StudioJson.TextOf(model["definitionId"]) is { Length: > 0 } known ? known : NewId();
        if (definitionId.Length > 100 || definitionId.Contains('/', StringComparison.Ordinal))
        {
            throw new StudioRefusal("definition-id-unusable");
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Text(body))));
        return new SaveCommand(definitionId, DefinitionModel.Normalise(model, definitionId), request.Headers["X-Tab"].ToString(),
            request.Headers[DraftRevision.Header].FirstOrDefault(), hash);
    }

    /// <summary>Sixteen hexadecimal digits, as Elsa makes them.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
}
