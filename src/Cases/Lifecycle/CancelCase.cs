using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>
/// 作废, POST /api/cases/{id}/cancel: a manager takes an order back that went out wrongly and that nobody has begun to handle. Its anomalies are free again, its task goes on without it.
/// An order under supervision cannot be cancelled.
/// </summary>
public sealed class CancelCase(CaseDbContext db, WorkflowRuntime runtime)
{
    public const string State = "cancelled";
    public const int ShortestReason = 5;
    public const int LongestReason = 500;

    /// <summary>From this level of the ladder on an order is under supervision.</summary>
    private const int Supervised = 2;

    public sealed record Request(string? Reason);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/cases/{id:long}/cancel", (long id, Request request, CancelCase door, CurrentAccount me, CancellationToken cancellation) => door.HandleAsync(id, request, me, cancellation))
        .RequireAuthorization(Permissions.Policy(Permissions.CaseCancel)).WithName("cases.cancel");

    /// <summary>Why it cannot be cancelled, null when it can. Pure.</summary>
    public static string? Refuse(AuditCase row) => row switch
    {
        { ClosedAt: not null } => "case-closed",
        { Stage: not "dispatch" } or { State: not "dispatched" } => "case-begun",
        { EscalationLevel: >= Supervised } => "case-supervised",
        _ => null,
    };

    public async Task<IResult> HandleAsync(long id, Request request, CurrentAccount me, CancellationToken cancellation = default)
    {
        var row = await db.Set<AuditCase>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellation);
        if (row is null || !me.Sees(row.OrgPath))
        {
            return Problem.NotFound();
        }

        if (request.Reason?.Trim() is not { Length: >= ShortestReason and <= LongestReason } reason)
        {
            return Problem.Unprocessable("case-cancel-reason", ShortestReason, LongestReason);
        }

        if (Refuse(row) is { } refusal)
        {
            return Problem.Conflict(refusal);
        }

        var cancel = new RepairRequest(row.InstanceId, new Stimulus.Cancel(reason)) { Actor = me.Actor, Reason = reason, Also = session => WriteAsync(session, id, reason) };
        return await runtime.RepairAsync(cancel, cancellation) is RuntimeResult.Refused ? Problem.Conflict("case-begun") : Results.NoContent();
    }

    // The unit may have signed meanwhile: the order is looked at again inside the commit.
    private static async ValueTask WriteAsync(CommitSession session, long id, string reason)
    {
        var row = (await session.FindLockedAsync<AuditCase>(id))!;
        if (Refuse(row) is { } refusal)
        {
            throw new ProblemException(Problem.Conflict(refusal));
        }

        await session.AppendHistoryAsync(SubjectRef.Case(id).ToString(), "case.cancelled", new JsonObject { ["reason"] = reason });
        await CloseSubjectHandler.EndAsync(session, SubjectRef.Case(id), "cancelled", State);
    }
}
