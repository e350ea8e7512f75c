using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Plans.Samples;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tasks;

/// <summary>
/// POST /api/tasks/{id}/withdraw: who made a task takes it back before it goes out, above all one that was rejected; a manager may do it for any. Its lifecycle ends, its drafts
/// are void, its anomalies are free for another task. It works for tasks of every version of the lifecycle, because none of them has to know of it.
/// </summary>
public sealed class WithdrawTask(CaseDbContext db, WorkflowRuntime runtime)
{
    public const string State = "cancelled";
    public const int ShortestReason = 5;
    public const int LongestReason = 500;

    public sealed record Request(string? Reason);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/tasks/{id:long}/withdraw", (long id, Request request, WithdrawTask door, CurrentAccount me, CancellationToken cancellation) => door.HandleAsync(id, request, me, cancellation))
        .RequireAuthorization(Permissions.Policy(Permissions.TaskWithdraw)).WithName("tasks.withdraw");

    public async Task<IResult> HandleAsync(long id, Request request, CurrentAccount me, CancellationToken cancellation = default)
    {
        var task = await db.Set<AuditTask>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (task is null || !me.Sees(task.OrgPath))
        {
            return Problem.NotFound();
        }

        if (!await MayAsync(db, task, me, cancellation))
        {
            return Problem.Conflict("task-not-maker");
        }

        if (request.Reason?.Trim() is not { Length: >= ShortestReason and <= LongestReason } reason)
        {
            return Problem.Unprocessable("task-withdraw-reason", ShortestReason, LongestReason);
        }

        return await WaitingAsync(id, cancellation) is { } instance ? await EndAsync(id, instance, reason, me, cancellation) : Problem.Conflict("task-out");
    }

    /// <summary>Whether this account may withdraw it, if it waits: its maker, under whatever account, and who approves plans.</summary>
    public static async Task<bool> MayAsync(CaseDbContext db, AuditTask task, CurrentAccount me, CancellationToken cancellation) =>
        me.Has(Permissions.TaskWithdraw)
        && (me.Has(Permissions.PlanApprove) || await db.Users.AnyAsync(account => account.Id == task.CreatedBy && account.PersonNo == me.PersonNo, cancellation));

    /// <summary>The instance that waits for a person's word: while it works by itself, or has sent its orders out, there is nothing to take back.</summary>
    private Task<string?> WaitingAsync(long id, CancellationToken cancellation)
    {
        var subject = SubjectRef.Task(id).ToString();
        return db.Set<WorkItem>().AsNoTracking().Where(row => row.Subject == subject && row.State == WorkItemStates.Open).Select(row => (string?)row.InstanceId).FirstOrDefaultAsync(cancellation);
    }

    private async Task<IResult> EndAsync(long id, string instance, string reason, CurrentAccount me, CancellationToken cancellation)
    {
        var cancel = new RepairRequest(instance, new Stimulus.Cancel(reason)) { Actor = me.Actor, Reason = reason, Also = session => WriteAsync(session, id, reason) };
        return await runtime.RepairAsync(cancel, cancellation) is RuntimeResult.Refused ? Problem.Conflict("task-out") : Results.NoContent();
    }

    // An answer may have come first: the question is looked for again inside the commit.
    private static async ValueTask WriteAsync(CommitSession session, long id, string reason)
    {
        var subject = SubjectRef.Task(id);
        if ((await session.QueryAsync<WorkItem>($"subject = {subject.ToString()} and state = {WorkItemStates.Open}")).Count == 0)
        {
            throw new ProblemException(Problem.Conflict("task-out"));
        }

        var task = await TaskRow.FindAsync(session, subject);
        await session.AppendHistoryAsync(subject.ToString(), "task.cancelled", new JsonObject { ["reason"] = reason, ["stage"] = task.Stage, ["state"] = task.State });
        await TaskRow.ChangeAsync(session, subject, row => (row.Stage, row.State, row.ClosedAt) = ("closed", State, session.Now));
        await CreateSampleTask.ReleaseAsync(session, task);
        await session.EnqueueWorkAsync(FreeAnomalies.WorkName, null, FreeAnomalies.DataOf(id));
    }
}
