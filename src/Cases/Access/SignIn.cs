using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Access;

/// <summary>POST /api/session. A wrong name, a wrong password and a disabled account get the same answer; only the lock is told.</summary>
public static class SignIn
{
    public sealed record Request(string? UserName, string? Password);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/session", HandleAsync).AllowAnonymous().WithName("session.sign-in");

    private static async Task<IResult> HandleAsync(Request request, SignInManager<Account> signIn, CaseDbContext db, CommitDoor door, HttpContext context)
    {
        var account = string.IsNullOrEmpty(request.UserName) ? null : await signIn.UserManager.FindByNameAsync(request.UserName);
        if (account is null || account.Disabled)
        {
            // The hash of a password nobody has: an unknown name must not be answered faster than a wrong password.
            signIn.UserManager.PasswordHasher.HashPassword(new Account(), request.Password ?? "");
            return Failed();
        }

        var wasLocked = await signIn.UserManager.IsLockedOutAsync(account);
        var result = await signIn.CheckPasswordSignInAsync(account, request.Password ?? "", lockoutOnFailure: true);
        if (result.IsLockedOut)
        {
            await TellLockAsync(door, account.Id, wasLocked);
            return new Problem(StatusCodes.Status423Locked, "locked-out", (int)signIn.Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes);
        }

        if (!result.Succeeded)
        {
            return Failed();
        }

        await signIn.SignInAsync(account, isPersistent: false);
        var principal = await signIn.CreateUserPrincipalAsync(account);
        return Results.Ok(await SessionView.ReadAsync(db, CurrentAccount.From(principal), context.RequestAborted));
    }

    private static async Task TellLockAsync(CommitDoor door, long accountId, bool wasLocked)
    {
        if (!wasLocked)
        {
            await door.RunAsync("system", session => session.AppendHistoryAsync(AccountRows.Subject(accountId), "account.locked", []));
        }
    }

    private static Problem Failed() => new(StatusCodes.Status401Unauthorized, "sign-in-failed");
}
