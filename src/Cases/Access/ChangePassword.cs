using System.Text.Json.Nodes;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Access;

/// <summary>POST /api/session/password. Every other open session of the account ends with it.</summary>
public static class ChangePassword
{
    public sealed record Request(string? Current, string? Next);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/session/password", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.Session)).WithName("session.password");

    private static async Task<IResult> HandleAsync(
        Request request, CurrentAccount me, AccountRows rows, CommitDoor door, SignInManager<Account> signIn, CancellationToken cancellation)
    {
        var account = await signIn.UserManager.FindByIdAsync(me.Actor);
        if (account is null || !await signIn.UserManager.CheckPasswordAsync(account, request.Current ?? ""))
        {
            return Problem.Unprocessable("password-wrong");
        }

        if (!AccountRules.IsStrong(request.Next))
        {
            return Problem.Unprocessable("password-weak");
        }

        var hash = rows.Hash(account, request.Next!);
        await door.RunAsync(me.Actor, async session =>
        {
            await AccountRows.ChangeAsync(session, me.Id, "account.password-changed", new JsonObject(), row => row.PasswordHash = hash);
        }, cancellation);
        await FreshCookie.WriteAsync(signIn, me.Id);
        return Results.NoContent();
    }
}
