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

namespace CaseMgmt.Cases.Plans.Schemes;

/// <summary>
/// PUT /api/schemes/{id}/members: the team of a scheme, whole. People fall ill, so it may change while the scheme is in force; not while somebody is asked to
/// approve it, and not when it is over. Whoever comes new is told.
/// </summary>
public static class WriteMembers
{
    public sealed record Member(long AccountId, string? Role, IReadOnlyList<string>? Units);

    public sealed record Request(IReadOnlyList<Member>? Members);

    /// <summary>What writing needs of the house.</summary>
    public sealed record Services(CaseDbContext Db, CommitDoor Door, NotificationRows Notifications, CurrentAccount Me);

    public static void Map(RouteGroupBuilder api) => api
        .MapPut("/schemes/{id:long}/members", (long id, Request request, Services services, CancellationToken cancellation) => HandleAsync(id, request, services, cancellation))
        .RequireAuthorization(Permissions.Policy(Permissions.PlanWrite)).WithName("schemes.members");

    private static async Task<IResult> HandleAsync(long id, Request request, Services services, CancellationToken cancellation)
    {
        var (db, door, notifications, me) = services;
        if (await db.Set<AuditScheme>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation) is not { } scheme)
        {
            return Problem.NotFound();
        }

        if (TeamRules.Refuse(request.Members, Words.Split(scheme.Units)) is { } refusal)
        {
            return Problem.Unprocessable(refusal, TeamRules.MostMembers);
        }

        var wanted = request.Members!.Select(member => member.AccountId).ToList();
        var known = await db.Users.CountAsync(account => wanted.Contains(account.Id) && !account.Disabled && account.OrgPath.StartsWith(me.OrgPath), cancellation);
        if (known < wanted.Count)
        {
            return Problem.Unprocessable("scheme-people");
        }

        await door.RunAsync(me.Actor, session => WriteAsync(session, id, request.Members!, notifications), cancellation);
        return Results.NoContent();
    }

    private static async ValueTask WriteAsync(CommitSession session, long id, IReadOnlyList<Member> members, NotificationRows notifications)
    {
        var scheme = (await session.FindLockedAsync<AuditScheme>(id))!;
        if (!TeamRules.MayChange(scheme.State))
        {
            throw new ProblemException(Problem.Conflict("scheme-state"));
        }

        var before = (await session.QueryAsync<SchemeMember>($"scheme_id = {id}")).Select(member => member.AccountId).ToHashSet();
        await session.ExecuteAsync($"delete from scheme_member where scheme_id = {id}");
        foreach (var member in members)
        {
            await session.InsertAsync(new SchemeMember { SchemeId = id, AccountId = member.AccountId, Role = member.Role!, Units = Words.Join(member.Units) });
        }

        await session.UpdateAsync(scheme);
        await session.AppendHistoryAsync($"scheme/{id}", "scheme.team", new JsonObject
        {
            ["members"] = new JsonArray([.. members.Select(member => new JsonObject { ["account"] = member.AccountId, ["role"] = member.Role, ["units"] = Words.Join(member.Units) })]),
        });
        await notifications.AddAsync(session, members.Select(member => member.AccountId).Where(account => !before.Contains(account)), "scheme.joined", [scheme.Number, scheme.Title], $"scheme/{id}");
        session.Announce("schemes");
    }
}
