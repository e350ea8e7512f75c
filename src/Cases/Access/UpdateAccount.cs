using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Access;

/// <summary>PUT /api/accounts/{id}: disable, enable, other roles, new password (which also ends a lock). What is left out stays.</summary>
public static class UpdateAccount
{
    public sealed record Request(bool? Disabled, IReadOnlyList<string>? Roles, string? Password);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/accounts/{id:long}", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AccountManage)).WithName("accounts.update");

    private static async Task<IResult> HandleAsync(
        long id, Request request, CaseDbContext db, CurrentAccount me, AccountRows rows, CommitDoor door, HttpContext context, CancellationToken cancellation)
    {
        var account = await db.Users.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation);
        if (account is null)
        {
            return Problem.NotFound();
        }

        if (Refusal(request, id == me.Id, Texts.LanguageOf(context)) is { } refusal)
        {
            return refusal;
        }

        var hash = request.Password is null ? null : rows.Hash(account, request.Password);
        await door.RunAsync(me.Actor, session => WriteAsync(session, id, request, hash), cancellation);
        return Results.NoContent();
    }

    private static Problem? Refusal(Request request, bool own, string language) => request switch
    {
        _ when own && (request.Disabled == true || request.Roles is not null) => Problem.Unprocessable("account-self"),
        { Roles: not null } when !AccountRules.AreRoles(request.Roles) => Problem.Unprocessable("account-invalid", Texts.Get(language, "account.roles")),
        { Password: not null } when !AccountRules.IsStrong(request.Password) => Problem.Unprocessable("account-invalid", Texts.Get(language, "account.password")),
        _ => null,
    };

    private static async ValueTask WriteAsync(CommitSession session, long id, Request request, string? hash)
    {
        var told = new JsonObject();
        if (request.Roles is not null)
        {
            await AccountRows.ReplaceRolesAsync(session, id, request.Roles);
            told["roles"] = AccountRows.Json(request.Roles);
        }

        if (request.Disabled is { } disabled)
        {
            told["disabled"] = disabled;
        }

        if (hash is not null)
        {
            told["password"] = "reset";
        }

        await AccountRows.ChangeAsync(session, id, "account.changed", told, account =>
        {
            account.Disabled = request.Disabled ?? account.Disabled;
            account.PasswordHash = hash ?? account.PasswordHash;
            account.LockoutEnd = hash is null ? account.LockoutEnd : null;
            account.AccessFailedCount = hash is null ? account.AccessFailedCount : 0;
        });
    }
}
