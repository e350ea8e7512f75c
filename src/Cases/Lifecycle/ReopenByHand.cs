using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Evidence;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>
/// POST /api/cases/{id}/reopen: an authorised person takes up a closed order again, because of new evidence (a file added since the closing) or because its theme found the
/// same object again. GET /api/cases/{id}/reopening says which of the two there is. Who handled the order does not decide whether it was handled well.
/// </summary>
public sealed class ReopenByHand(CaseDbContext db, WorkflowRuntime runtime, DefinitionStore definitions, ReopenCase reopen, Ids ids)
{
    public const string NewEvidence = "new-evidence";
    public const string Recurred = "recurrence";
    public const int ShortestReason = 10;
    public const int LongestReason = 500;

    /// <summary>As many as an order may be dispatched with.</summary>
    private const int MostItems = 200;

    public sealed record Request(string? Cause, string? Reason);

    public sealed record FoundAgain(long AnomalyId, string ThemeCode, string Ym, string ObjKey, DateTime FirstSeenAt);

    /// <param name="Refusal">Why this account may not at all; null where it may.</param>
    /// <param name="NewFiles">Files added since the closing.</param>
    public sealed record Grounds(string? Refusal, int NewFiles, IReadOnlyList<FoundAgain> Recurrences, DateTime? RecurrenceUntil);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/cases/{id:long}/reopen", (long id, Request request, ReopenByHand door, CurrentAccount me, CancellationToken cancellation) => door.HandleAsync(id, request, me, cancellation))
            .RequireAuthorization(Permissions.Policy(Permissions.CaseReopen)).WithName("cases.reopen");
        api.MapGet("/cases/{id:long}/reopening", (long id, ReopenByHand door, CurrentAccount me, CancellationToken cancellation) => door.GroundsAsync(id, me, cancellation))
            .RequireAuthorization(Permissions.Policy(Permissions.CaseReopen)).WithName("cases.reopening");
    }

    public async Task<IResult> HandleAsync(long id, Request request, CurrentAccount me, CancellationToken cancellation = default)
    {
        if (await FindAsync(id, me, cancellation) is not { } row)
        {
            return Problem.NotFound();
        }

        if (request.Cause is not (NewEvidence or Recurred) || request.Reason?.Trim() is not { Length: >= ShortestReason and <= LongestReason } reason)
        {
            return Problem.Unprocessable("reopen-reason", ShortestReason, LongestReason);
        }

        var grounds = await ReadAsync(row, me, cancellation);
        if (Refuse(request.Cause, grounds) is { } refusal)
        {
            return Problem.Conflict(refusal, Recurrence.Days);
        }

        if (await definitions.FindPublishedAsync(ReopenCase.DefinitionId, cancellation) is null)
        {
            return Problem.Conflict("lifecycle-refused", ReopenCase.DefinitionId);
        }

        var again = request.Cause == Recurred ? grounds.Recurrences.Select(found => found.AnomalyId).ToList() : [];
        await runtime.CommitAsync(new HostRequest(SubjectRef.Case(id).ToString()) { Actor = me.Actor, Also = session => WriteAsync(session, row, request.Cause, reason, again) }, cancellation);
        return Results.NoContent();
    }

    /// <summary>Why this cause does not hold; null when it does. Pure.</summary>
    public static string? Refuse(string cause, Grounds grounds) => grounds.Refusal
        ?? (cause == NewEvidence && grounds.NewFiles == 0 ? "reopen-evidence"
            : cause == Recurred && grounds.Recurrences.Count == 0 ? "reopen-recurrence" : null);

    private async Task<IResult> GroundsAsync(long id, CurrentAccount me, CancellationToken cancellation) =>
        await FindAsync(id, me, cancellation) is { } row ? Results.Ok(await ReadAsync(row, me, cancellation)) : Problem.NotFound();

    private Task<AuditCase?> FindAsync(long id, CurrentAccount me, CancellationToken cancellation) =>
        db.Set<AuditCase>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation);

    private async Task<Grounds> ReadAsync(AuditCase row, CurrentAccount me, CancellationToken cancellation)
    {
        if (!ReopenCase.May(row))
        {
            return new("reopen-not-closed", 0, [], null);
        }

        var files = await db.Set<EvidenceFile>().CountAsync(file => file.CaseId == row.Id && file.UploadedAt > row.ClosedAt, cancellation);
        var found = await Recurrence.OfAsync(db, row, cancellation);
        return new(await HandledAsync(row.Id, me.PersonNo, cancellation) ? "reopen-own" : null, files,
            [.. found.Select(each => new FoundAgain(each.Id, each.ThemeCode, each.Ym, each.ObjKey, each.FirstSeenAt))], Recurrence.Until(row.ClosedAt!.Value));
    }

    private Task<bool> HandledAsync(long id, string person, CancellationToken cancellation)
    {
        var subject = SubjectRef.Case(id).ToString();
        var accounts = db.Users.Where(account => account.PersonNo == person).Select(account => (long?)account.Id);
        return db.Set<WorkItem>().AnyAsync(item => item.Subject == subject && AuditActivities.Work.Contains(item.ActivityType) && accounts.Contains(item.CompletedBy), cancellation);
    }

    private async ValueTask WriteAsync(CommitSession session, AuditCase row, string cause, string reason, List<long> again)
    {
        var subject = SubjectRef.Case(row.Id).ToString();
        if (again.Count > 0)
        {
            var items = await session.QueryAsync<CaseItem>($"case_id = {row.Id}");
            var joined = await Recurrence.JoinAsync(session, ids, row, items, again, MostItems - items.Count);
            await session.AppendHistoryAsync(subject, "case.recurred", new JsonObject { ["items"] = joined });
        }

        if (!await reopen.WriteAsync(session, row.Id, cause, reason))
        {
            throw new ProblemException(Problem.Conflict("reopen-not-closed"));
        }
    }
}
