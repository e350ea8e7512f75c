using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Publishing;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Designer.Publishing;

/// <summary>What asking for publication did.</summary>
public enum PublicationOutcome { None, Opened, AlreadyPublished, NotPublished }

/// <summary>Opens, voids and decides publication requests inside a commit. Every step is a row of the lifecycle's own hash chain.</summary>
public static class PublicationDesk
{
    public static string Subject(string definitionId) => "lifecycle/" + definitionId;

    /// <summary>Asks for publication or retraction. Asking again for the same content changes nothing.</summary>
    public static async ValueTask<PublicationOutcome> OpenAsync(CommitSession session, DefinitionRow row, string kind, CurrentAccount me, long requestId)
    {
        if (kind == "publish" ? row.IsLatestPublished : !row.IsLatestPublished)
        {
            return kind == "publish" ? PublicationOutcome.AlreadyPublished : PublicationOutcome.NotPublished;
        }

        var open = await OpenRequestsAsync(session, row.DefinitionId);
        if (open.Any(request => request.Kind == kind && request.DefinitionVersion == row.DefinitionVersion && request.ContentHash == row.ContentHash))
        {
            return PublicationOutcome.Opened;
        }

        await session.InsertAsync(new PublicationRequest
        {
            Id = requestId, DefinitionId = row.DefinitionId, DefinitionVersion = row.DefinitionVersion, ContentHash = row.ContentHash, Name = row.Name,
            Kind = kind, RequestedBy = me.Id, RequestedByPerson = me.PersonNo, RequestedAt = session.Now,
        });
        await NoteAsync(session, kind + "-requested", row.DefinitionId, row.DefinitionVersion, row.ContentHash, null);
        return PublicationOutcome.Opened;
    }

    /// <summary>An edited draft is no longer what was asked for.</summary>
    public static async ValueTask VoidAsync(CommitSession session, DefinitionRow row)
    {
        foreach (var request in await OpenRequestsAsync(session, row.DefinitionId))
        {
            if (request.DefinitionVersion == row.DefinitionVersion && request.ContentHash != row.ContentHash)
            {
                (request.State, request.DecidedAt) = ("voided", session.Now);
                await session.UpdateAsync(request);
                await NoteAsync(session, request.Kind + "-voided", row.DefinitionId, row.DefinitionVersion, request.ContentHash, null);
            }
        }
    }

    public static async ValueTask DecideAsync(CommitSession session, PublicationRequest request, bool approve, CurrentAccount me, string comment)
    {
        (request.State, request.DecidedBy, request.DecidedAt, request.Comment) = (approve ? "approved" : "rejected", me.Id, session.Now, comment);
        await session.UpdateAsync(request);
        await NoteAsync(session, request.Kind + (approve ? "-approved" : "-rejected"), request.DefinitionId, request.DefinitionVersion, request.ContentHash, comment);
    }

    private static ValueTask<List<PublicationRequest>> OpenRequestsAsync(CommitSession session, string definitionId) =>
        session.QueryAsync<PublicationRequest>($"definition_id = {definitionId} and state = {"open"}");

    private static ValueTask NoteAsync(CommitSession session, string what, string definitionId, int version, string contentHash, string? comment) =>
        session.AppendHistoryAsync(Subject(definitionId), "lifecycle." + what,
            new JsonObject { ["version"] = version, ["contentHash"] = contentHash, ["comment"] = comment });
}
