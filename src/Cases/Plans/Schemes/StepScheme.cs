using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Workbench;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Schemes;

/// <summary>
/// POST /api/schemes/{id}/submit, start, close and cancel by who plans, approve and return by who approves: another person. Whoever has to act next is told.
/// </summary>
public static class StepScheme
{
    public sealed record Request(string? Remark);

    /// <summary>What a step needs of the house.</summary>
    public sealed record Services(CaseDbContext Db, CommitDoor Door, NotificationRows Notifications, CurrentAccount Me);

    public static void Map(RouteGroupBuilder api)
    {
        foreach (var step in new[] { "submit", "start", "close", "cancel", "approve", "return" })
        {
            api.MapPost($"/schemes/{{id:long}}/{step}", (long id, Request request, Services services, CancellationToken cancellation) => HandleAsync(id, step, request, services, cancellation))
                .RequireAuthorization(Permissions.Policy(step is "approve" or "return" ? Permissions.PlanApprove : Permissions.PlanWrite)).WithName($"schemes.{step}");
        }
    }

    private static async Task<IResult> HandleAsync(long id, string step, Request request, Services services, CancellationToken cancellation)
    {
        var (db, door, notifications, me) = services;
        if (!await db.Set<AuditScheme>().AnyAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation))
        {
            return Problem.NotFound();
        }

        await door.RunAsync(me.Actor, async session =>
        {
            var scheme = (await session.FindAsync<AuditScheme>(id))!;
            var team = step == "submit" ? TeamRules.RefuseSubmit(scheme.Type, await session.QueryAsync<SchemeMember>($"scheme_id = {id}")) : null;
            if ((SchemeRules.RefuseStep(scheme, step, me.PersonNo, BusinessDay.Of(session.Now), request.Remark) ?? team) is { } refusal)
            {
                throw new ProblemException(Problem.Conflict(refusal));
            }

            scheme.State = SchemeRules.Next(scheme.State, step)!;
            scheme.ApprovedBy = step == "approve" ? me.Actor : scheme.ApprovedBy;
            scheme.Remark = string.IsNullOrWhiteSpace(request.Remark) ? scheme.Remark : request.Remark.Trim();
            await session.UpdateAsync(scheme);
            await session.AppendHistoryAsync($"scheme/{id}", "scheme." + step, new JsonObject { ["state"] = scheme.State, ["remark"] = request.Remark });
            await TellAsync(session, notifications, scheme, step);
            session.Announce("schemes");
        }, cancellation);
        return Results.NoContent();
    }

    private static ValueTask TellAsync(CommitSession session, NotificationRows notifications, AuditScheme scheme, string step) => step switch
    {
        "submit" => notifications.AddAsync(session, Roles.Reviewer, scheme.OrgPath, "scheme.submit", [scheme.Number, scheme.Title], $"scheme/{scheme.Id}"),
        "approve" or "return" => notifications.AddAsync(session, [long.Parse(scheme.CreatedBy, System.Globalization.CultureInfo.InvariantCulture)], "scheme." + step,
            [scheme.Number, scheme.Title], $"scheme/{scheme.Id}"),
        _ => ValueTask.CompletedTask,
    };
}
