using System.Collections.Concurrent;
using CaseMgmt.Workflows.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>What a server saw of one request.</summary>
public sealed record SeenRequest(string Method, string Path, string Body, string? Authorization, string? Key);

/// <summary>A real server on this machine that answers well, badly, late or elsewhere.</summary>
public sealed class Outside : IAsyncDisposable
{
    private readonly WebApplication app;

    private Outside(WebApplication app) => this.app = app;

    public ConcurrentQueue<SeenRequest> Seen { get; } = new();

    public HttpCallOptions Options => new() { AllowedHosts = [new Uri(app.Urls.First()).Authority], Timeout = TimeSpan.FromSeconds(2), MostBytes = 1000 };

    public static async Task<Outside> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var outside = new Outside(builder.Build());
        outside.app.Use(outside.NoteAsync);
        outside.app.Map("/orders", () => Results.Json(new { accepted = true }, statusCode: 201));
        outside.app.Map("/missing", () => Results.NotFound());
        outside.app.Map("/teapot", () => Results.StatusCode(418));
        outside.app.Map("/hangs", (HttpContext context) => new TaskCompletionSource().Task.WaitAsync(context.RequestAborted));
        outside.app.Map("/moved", () => Results.Redirect("/orders"));
        outside.app.Map("/away", (HttpContext context) => Results.Redirect($"http://localhost:{context.Connection.LocalPort}/stolen"));
        outside.app.Map("/circle", () => Results.Redirect("/circle"));
        outside.app.Map("/long", () => Results.Text(new string('x', 5000)));
        await outside.app.StartAsync();
        return outside;
    }

    public string Url(string path) => app.Urls.First() + path;

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task NoteAsync(HttpContext context, Func<Task> next)
    {
        using var reader = new StreamReader(context.Request.Body);
        var (request, headers) = (context.Request, context.Request.Headers);
        Seen.Enqueue(new(request.Method, request.Path, await reader.ReadToEndAsync(), headers.Authorization, headers["Idempotency-Key"]));
        await next();
    }
}
