using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Access;

/// <summary>
/// Antiforgery for the JSON interface. The check is a middleware over all of /api and /elsa (the designer's), before any body is read: a group filter can be forgotten on a new group,
/// and runs only after the body was bound.
/// </summary>
public static class Antiforgery
{
    public const string HeaderName = "X-XSRF-TOKEN";
    public const string CookieName = "XSRF-TOKEN";

    /// <summary>GET /api/antiforgery puts the token into a cookie that the page's own script reads and sends back as a header.</summary>
    public static void Map(RouteGroupBuilder api) => api.MapGet("/antiforgery", Handle).AllowAnonymous().WithName("antiforgery.read");

    public static void UseAntiforgeryForApi(this IApplicationBuilder app) => app.Use(async (HttpContext context, RequestDelegate next) =>
    {
        if (MustCarryToken(context.Request) && !await IsValidAsync(context))
        {
            await new Problem(StatusCodes.Status400BadRequest, "antiforgery").ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    private static bool MustCarryToken(HttpRequest request) =>
        (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || request.Path.StartsWithSegments("/elsa", StringComparison.OrdinalIgnoreCase))
        && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    // Without the header the service would look for the token in the form, and read a whole upload for it.
    private static async Task<bool> IsValidAsync(HttpContext context) =>
        context.Request.Headers.ContainsKey(HeaderName)
        && await ((IAntiforgery)context.RequestServices.GetService(typeof(IAntiforgery))!).IsRequestValidAsync(context);

    private static IResult Handle(IAntiforgery antiforgery, HttpContext context)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        context.Response.Cookies.Append(CookieName, tokens.RequestToken!, new CookieOptions
        {
            HttpOnly = false,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        });
        return Results.NoContent();
    }
}
