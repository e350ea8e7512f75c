using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Calendar;

/// <summary>POST /api/plans/{id}/decide approves or returns a plan after its consultation; POST /api/plans/{id}/revise opens an approved one for a new round.</summary>
public static class DecidePlan
{
    public sealed record Request(bool? Approve, string? Remark);

    public sealed record Revision(string? Remark);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/plans/{id:long}/decide", HandleAsync).RequireAuthorization(Permissions.Policy(Permissions.PlanApprove)).WithName("plans.decide");
        api.MapPost("/plans/{id:long}/revise", ReviseAsync).RequireAuthorization(Permissions.Policy(Permissions.PlanWrite)).WithName("plans.revise");
    }

    private static async Task<IResult> HandleAsync(
        long id, Request request, CaseDbContext db, CommitDoor door, NotificationRows notifications, CurrentAccount me, CancellationToken cancellation)
    {
        if (request.Approve is not { } approve)
        {
            return Problem.Unprocessable("plan-remark");
        }

        return await WithAsync(id, db, door, me, async (session, plan) =>
        {
            var opinions = await session.QueryAsync<PlanOpinion>($"plan_id = {id} and round = {plan.Round}");
            if (PlanRules.RefuseDecision(plan, opinions, approve, me.PersonNo, request.Remark, session.Now) is { } refusal)
            {
                throw new ProblemException(Problem.Conflict(refusal));
            }

            (plan.State, plan.ApprovedBy, plan.Remark) = (approve ? PlanStates.Approved : PlanStates.Draft, approve ? me.Actor : null, request.Remark?.Trim());
            await notifications.AddAsync(session, [long.Parse(plan.CreatedBy, CultureInfo.InvariantCulture)], approve ? "plan.approved" : "plan.returned", [plan.Number], $"plan/{id}");
            await session.AppendHistoryAsync($"plan/{id}", approve ? "plan.approved" : "plan.returned", new JsonObject
            {
                ["round"] = plan.Round, ["remark"] = plan.Remark, ["silent"] = string.Join(',', opinions.Where(opinion => opinion.Verdict is null).Select(opinion => opinion.Specialty)),
            });
        }, cancellation);
    }

    private static Task<IResult> ReviseAsync(long id, Revision request, CaseDbContext db, CommitDoor door, CurrentAccount me, CancellationToken cancellation) =>
        WithAsync(id, db, door, me, async (session, plan) =>
        {
            if (plan.State != PlanStates.Approved || string.IsNullOrWhiteSpace(request.Remark))
            {
                throw new ProblemException(Problem.Conflict(plan.State != PlanStates.Approved ? "plan-state" : "plan-remark"));
            }

            (plan.State, plan.ApprovedBy, plan.Remark) = (PlanStates.Draft, null, request.Remark.Trim());
            await session.AppendHistoryAsync($"plan/{id}", "plan.revised", new JsonObject { ["remark"] = plan.Remark });
        }, cancellation);

    private static async Task<IResult> WithAsync(
        long id, CaseDbContext db, CommitDoor door, CurrentAccount me, Func<CommitSession, AuditPlan, ValueTask> change, CancellationToken cancellation)
    {
        if (!await db.Set<AuditPlan>().AnyAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation))
        {
            return Problem.NotFound();
        }

        await door.RunAsync(me.Actor, async session =>
        {
            var plan = (await session.FindAsync<AuditPlan>(id))!;
            await change(session, plan);
            await session.UpdateAsync(plan);
            session.Announce("plans");
        }, cancellation);
        return Results.NoContent();
    }
}
