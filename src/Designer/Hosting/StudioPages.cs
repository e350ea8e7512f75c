using System.Security.Cryptography;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Designer.Trials;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Designer.Hosting;

/// <summary>
/// The documents under /studio/: definition list, editor, instance list, instance viewer, publication requests and trials. They hold no data, only the frame;
/// who is not signed in is sent to sign-in and back instead of to a page that stays at "Loading...".
/// </summary>
public static class StudioPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Page(routes, "/studio/definitions", "definitions");
        Page(routes, "/studio/definitions/{id}", "editor");
        Page(routes, "/studio/instances", "instances");
        Page(routes, "/studio/instances/{id}", "viewer");
        Page(routes, "/studio/publications", "publications");
        Page(routes, "/studio/trials/{id}", "trial");
        Moved(routes, "/studio", _ => "/studio/definitions");
        // Studio itself writes these addresses, into links and into the history, for a router that only its own host has.
        foreach (var prefix in (string[])["", "/studio"])
        {
            Moved(routes, prefix + "/workflows/definitions/{id}/edit", id => $"/studio/definitions/{id}");
            Moved(routes, prefix + "/workflows/instances/{id}/view", ViewerOf);
        }
    }

    // The Run button leads to a viewer of what is no instance.
    private static string ViewerOf(string id) =>
        id.StartsWith(RunTrial.Prefix, StringComparison.Ordinal) ? $"/studio/trials/{id[RunTrial.Prefix.Length..]}" : $"/studio/instances/{id}";

    private static void Page(IEndpointRouteBuilder routes, string pattern, string page) => routes
        .MapGet(pattern, (HttpContext context, StudioFiles files, StudioShell shell, IAuthorizationService authorization) =>
            ShowAsync(page, context, files, shell, authorization))
        .AllowAnonymous().WithName("studio." + page);

    private static void Moved(IEndpointRouteBuilder routes, string pattern, Func<string, string> target) => routes
        .MapGet(pattern, (string? id) => Results.Redirect(target(Uri.EscapeDataString(id ?? ""))))
        .AllowAnonymous().WithName("studio.moved:" + pattern);

    private static async Task ShowAsync(string page, HttpContext context, StudioFiles files, StudioShell shell, IAuthorizationService authorization)
    {
        if (context.User.Identity?.IsAuthenticated != true)
        {
            context.Response.Redirect("/sign-in?from=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString));
            return;
        }

        var allowed = await authorization.AuthorizeAsync(context.User, null, Permissions.Policy(Permissions.DefinitionRead));
        var language = Texts.LanguageOf(context);
        context.Response.StatusCode = !allowed.Succeeded ? StatusCodes.Status403Forbidden
            : files.Present && shell.Present ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        WriteHeaders(context.Response, nonce);
        await context.Response.WriteAsync(
            context.Response.StatusCode == StatusCodes.Status200OK
                ? StudioDocument.Of(page, context.Request.RouteValues["id"] as string ?? "", language, nonce, shell)
                : StudioDocument.Notice(context.Response.StatusCode, language),
            context.RequestAborted);
    }

    // The strictest policy that Studio lives with. 'strict-dynamic' because Blazor inserts a script of its own; inline styles because MudBlazor,
    // the canvas and Monaco write them; blob workers are Monaco's, data images and fonts the canvas pattern's and the code editor's.
    private static void WriteHeaders(HttpResponse response, string nonce)
    {
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src blob:; manifest-src 'self'; frame-ancestors 'self'; base-uri 'self'; form-action 'self'";
    }
}
