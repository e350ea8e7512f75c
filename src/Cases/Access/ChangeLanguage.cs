using System.Text.Json.Nodes;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Access;

/// <summary>PUT /api/session/language.</summary>
public static class ChangeLanguage
{
    public sealed record Request(string? Language);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/session/language", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.Session)).WithName("session.language");

    private static async Task<IResult> HandleAsync(
        Request request, CurrentAccount me, CommitDoor door, SignInManager<Account> signIn, CancellationToken cancellation)
    {
        if (request.Language is not { } language || !Texts.Languages.Contains(language))
        {
            return Problem.Unprocessable("language-unknown");
        }

        await door.RunAsync(me.Actor, async session =>
        {
            await AccountRows.ChangeAsync(session, me.Id, "account.language", new JsonObject { ["language"] = language }, row => row.Language = language, endSessions: false);
        }, cancellation);
        await FreshCookie.WriteAsync(signIn, me.Id);
        return Results.NoContent();
    }
}
