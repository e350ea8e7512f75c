using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Designer.Protocol;

/// <summary>What all of /elsa/api demands beside the antiforgery token: our own pages as the origin, JSON as the body, refusals in Studio's form.</summary>
public static class StudioApi
{
    public static RouteGroupBuilder MapStudioApi(this IEndpointRouteBuilder routes) => routes.MapGroup("/elsa/api").AddEndpointFilter(GuardAsync);

    private static async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!IsSameOrigin(request))
        {
            return Problem.Forbidden();
        }

        if (request.ContentLength is > 0 && !request.HasJsonContentType())
        {
            return new Problem(StatusCodes.Status415UnsupportedMediaType, "bad-request");
        }

        try
        {
            return await next(context);
        }
        catch (StudioRefusal refusal)
        {
            return refusal;
        }
    }

    /// <summary>True when the browser names no origin, or this one.</summary>
    public static bool IsSameOrigin(HttpRequest request) =>
        request.Headers.Origin is not [{ Length: > 0 } origin]
        || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
