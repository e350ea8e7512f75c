using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Access;

/// <summary>DELETE /api/session.</summary>
public static class SignOut
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/session", (Delegate)HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.Session)).WithName("session.sign-out");

    private static async Task<IResult> HandleAsync(HttpContext context)
    {
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Results.NoContent();
    }
}
