using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Forms;

/// <summary>PUT /api/forms/{key}/draft: stores the draft, the first save beside a published version makes it. From an older revision it is refused and nothing is lost.</summary>
public static class SaveForm
{
    /// <param name="Revision">Of the draft that was opened; null where there was none.</param>
    public sealed record Request(int? Revision, JsonObject? Form);

    public sealed record Saved(int Version, IReadOnlyList<FormFinding> Findings);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/forms/{key}/draft", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DefinitionEdit)).WithName("forms.save");

    private static async Task<IResult> HandleAsync(string key, Request request, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        if (request.Form is null || key.Length > 64)
        {
            return Problem.Unprocessable("form-unreadable");
        }

        var findings = FormCheck.Findings(FormDesk.Read(request.Form) with { Key = key });
        var version = await door.RunAsync(me.Actor, session => StoreAsync(session, key, request, me), cancellation);
        return Results.Ok(new Saved(version, findings));
    }

    private static async ValueTask<int> StoreAsync(CommitSession session, string key, Request request, CurrentAccount me)
    {
        var versions = await FormDesk.VersionsAsync(session, key);
        var draft = versions.Find(row => row.State != FormStates.Published);
        if (draft?.Version != request.Revision)
        {
            throw new ProblemException(Problem.Conflict("form-draft-changed"));
        }

        var row = draft ?? FormDesk.NewDraft(key, versions, me.Actor, session.Now);
        var wasAskedFor = row.State == FormStates.Review;
        FormDesk.Fill(row, (JsonObject)request.Form!.DeepClone());
        if (wasAskedFor)
        {
            await FormDesk.NoteAsync(session, row, "request-voided");
        }

        await (draft is null ? session.InsertAsync(row) : session.UpdateAsync(row));
        return row.FormVersion;
    }
}
