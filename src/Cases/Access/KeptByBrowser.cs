using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace CaseMgmt.Cases.Access;

/// <summary>
/// Marks an endpoint whose answers the browser keeps. A renewed session cookie turns its answer into one that nobody may keep (no-store), and every ten
/// seconds one is due: there the next call renews it.
/// </summary>
public sealed class KeptByBrowser
{
    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        await SecurityStampValidator.ValidatePrincipalAsync(context);
        context.ShouldRenew &= !IsMarked(context.HttpContext);
    }

    internal static Task SlideAsync(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew &= !IsMarked(context.HttpContext);
        return Task.CompletedTask;
    }

    private static bool IsMarked(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<KeptByBrowser>() is not null;
}
