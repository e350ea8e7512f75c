using CaseMgmt.Cases.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace CaseMgmt.Designer.Hosting;

/// <summary>GET /studio/{file}: Elsa Studio's own files. Fingerprinted names are kept for good, the others are asked for again and answered with 304.</summary>
public static class StudioAssets
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/studio/{**path}", SendAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead)).WithMetadata(new KeptByBrowser()).WithName("studio.asset");

    private static async Task SendAsync(string path, StudioFiles files, HttpContext context)
    {
        if (files.Find(path, context.Request.Headers.AcceptEncoding) is not { } file)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        WriteHeaders(context.Response.Headers, file);
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Tag == file.ETag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = file.ContentType;
        context.Response.ContentLength = new FileInfo(file.Path).Length;
        await context.Response.SendFileAsync(file.Path, context.RequestAborted);
    }

    private static void WriteHeaders(IHeaderDictionary headers, StudioFile file)
    {
        headers.CacheControl = file.Immutable ? "private, max-age=31536000, immutable" : "private, no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ETag = file.ETag;
        headers.XContentTypeOptions = "nosniff";
        if (file.Encoding is { } encoding)
        {
            headers.ContentEncoding = encoding;
        }
    }
}
