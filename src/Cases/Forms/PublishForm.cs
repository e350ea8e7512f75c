using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Forms;

/// <summary>POST /api/forms/{key}/publish asks, POST /api/forms/{key}/decide is the second pair of eyes: another person approves exactly this text, or sends it back.</summary>
public static class PublishForm
{
    /// <param name="ContentHash">Of the text that the second person read.</param>
    public sealed record Decision(bool Approve, string? ContentHash, string? Comment);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/forms/{key}/publish", AskAsync).RequireAuthorization(Permissions.Policy(Permissions.DefinitionEdit)).WithName("forms.publish");
        api.MapPost("/forms/{key}/decide", DecideAsync).RequireAuthorization(Permissions.Policy(Permissions.DefinitionApprove)).WithName("forms.decide");
    }

    private static async Task<IResult> AskAsync(string key, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        await door.RunAsync(me.Actor, async session =>
        {
            var row = await DraftAsync(session, key);
            FormDesk.Demand(FormDefinition.Read(row.Json));
            (row.State, row.RequestedBy, row.RequestedByPerson, row.RequestedAt) = (FormStates.Review, me.Id, me.PersonNo, session.Now);
            await session.UpdateAsync(row);
            await FormDesk.NoteAsync(session, row, "requested");
        }, cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> DecideAsync(string key, Decision decision, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        var comment = decision.Comment?.Trim() ?? "";
        await door.RunAsync(me.Actor, async session =>
        {
            var row = await DraftAsync(session, key);
            Check(row, decision, comment, me);
            (row.DecidedBy, row.Comment, row.State) = (me.Id, comment, decision.Approve ? row.State : FormStates.Draft);
            await (decision.Approve ? FormDesk.PublishAsync(session, row) : FormDesk.NoteAsync(session, row, "rejected"));
            await session.UpdateAsync(row);
        }, cancellation);
        return Results.NoContent();
    }

    private static void Check(FormRow row, Decision decision, string comment, CurrentAccount me)
    {
        if (FormDesk.Refusal(row, decision.ContentHash ?? "", me) is { } code)
        {
            throw new ProblemException(Problem.Conflict(code));
        }

        if (!decision.Approve && comment.Length == 0)
        {
            throw new ProblemException(Problem.Unprocessable("form-rejection-needs-comment"));
        }

        if (decision.Approve)
        {
            FormDesk.Demand(FormDefinition.Read(row.Json));
        }
    }

    private static async ValueTask<FormRow> DraftAsync(CommitSession session, string key) =>
        (await FormDesk.VersionsAsync(session, key)).Find(row => row.State != FormStates.Published) ?? throw new ProblemException(Problem.NotFound());
}
