using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Evidence;

/// <summary>
/// POST /api/cases/{id}/evidence: one file for an open case, or for a closed one by who may take it up again. The row and its line in the case's history land in one commit.
/// </summary>
public static class AddEvidence
{
    // Room for the other parts of the request round a file of exactly the limit.
    private const long RequestLimit = EvidenceStore.Limit + (64 * 1024);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/cases/{id:long}/evidence", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.WorkAnswer)).WithName("evidence.add");

    private static async Task<IResult> HandleAsync(
        long id, HttpRequest request, CaseDbContext db, CurrentAccount me, EvidenceStore store, CommitDoor door, Ids ids, CancellationToken cancellation)
    {
        var audited = await db.Set<AuditCase>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation);
        if (audited is null)
        {
            return Problem.NotFound();
        }

        if (request.ContentLength > RequestLimit)
        {
            return TooLarge();
        }

        using var upload = await Upload.ReadAsync(request, store, cancellation);
        var contentType = upload?.File is { Size: > 0 } ? Detect(upload) : null;
        if (Refusal(audited, me, upload, contentType) is { } refusal)
        {
            return refusal;
        }

        store.Keep(upload!.File!);
        var file = RowOf(upload, contentType!, id, me.Id, ids.Next(), await WaitingNodeAsync(db, id, cancellation));
        await door.RunAsync(me.Actor, session => WriteAsync(session, file), cancellation);
        return Results.Created($"/api/evidence/{file.Id}", EvidenceLine.Of(file, me.DisplayName));
    }

    private static Problem? Refusal(AuditCase audited, CurrentAccount me, Upload? upload, string? contentType) => upload switch
    {
        _ when audited.ClosedAt is not null && !(ReopenCase.May(audited) && me.Has(Permissions.CaseReopen)) => Problem.Conflict("case-closed"),
        { TooLarge: true } => TooLarge(),
        { File: null } or null => Problem.Unprocessable("file-missing"),
        { File.Size: 0 } => Problem.Unprocessable("file-empty"),
        _ when contentType is null => new Problem(StatusCodes.Status415UnsupportedMediaType, "file-type"),
        _ => null,
    };

    private static Problem TooLarge() => new(StatusCodes.Status413PayloadTooLarge, "file-too-large", EvidenceStore.Limit / (1024 * 1024));

    private static string? Detect(Upload upload)
    {
        using var content = upload.File!.Open();
        return FileTypes.Detect(content, upload.FileName);
    }

    internal static Task<string?> WaitingNodeAsync(CaseDbContext db, long caseId, CancellationToken cancellation)
    {
        var subject = $"case/{caseId}";
        return db.Set<WorkItem>().AsNoTracking().Where(item => item.Subject == subject && item.State == "open")
            .OrderBy(item => item.OpenedAt).Select(item => (string?)item.ActivityId).FirstOrDefaultAsync(cancellation);
    }

    private static EvidenceFile RowOf(Upload upload, string contentType, long caseId, long by, long id, string? activityId) => new()
    {
        Id = id, CaseId = caseId, ActivityId = activityId, FileName = upload.FileName, ContentType = contentType, Size = upload.File!.Size,
        Sha256 = upload.File.Sha256, UploadedBy = by, Latitude = upload.Number("latitude"), Longitude = upload.Number("longitude"), TakenAt = upload.Time("takenAt"),
    };

    internal static async ValueTask WriteAsync(CommitSession session, EvidenceFile file)
    {
        file.UploadedAt = session.Now;
        await session.InsertAsync(file);
        await session.AppendHistoryAsync($"case/{file.CaseId}", "evidence.added", new JsonObject
        {
            ["evidenceId"] = file.Id, ["fileName"] = file.FileName, ["contentType"] = file.ContentType, ["size"] = file.Size, ["sha256"] = file.Sha256,
            ["activityId"] = file.ActivityId, ["latitude"] = file.Latitude, ["longitude"] = file.Longitude, ["takenAt"] = file.TakenAt,
        });
        session.Announce($"case/{file.CaseId}");
    }
}
