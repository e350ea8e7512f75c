using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Host.Live;
using Microsoft.AspNetCore.StaticFiles;

namespace CaseMgmt.Host.Serving;

/// <summary>No verb: the web server. Everything that must be ready is made ready before the first request is accepted.</summary>
public static class Server
{
    private const string DefaultAddress = "http://localhost:5080";

    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Build(args);
        await Preparation.RunAsync(app.Services, app.Lifetime.ApplicationStopping);
        app.Lifetime.ApplicationStarted.Register(() => Greeting.Print(app));
        await app.RunAsync();
        return 0;
    }

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, WebRootPath = Places.WebRoot });
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        Quiet(builder.Logging);
        builder.Services.AddSingleton(HttpCalls.Read(builder.Configuration));
        builder.Services.AddProduct(new Places(builder.Configuration["data"] ?? Places.DefaultData), HasDemoAccounts(builder), builder.Configuration);
        builder.Services.AddWeb();
        var app = builder.Build();
        Pipeline(app);
        return app;
    }

    // What is left out says nothing that an operator could act on: every answer is uncached by our own header, the keys lie beside the database by design,
    // and totals are counted up to a limit, in no order, on purpose.
    private static void Quiet(ILoggingBuilder logging) => logging
        .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
        .AddFilter("Microsoft.EntityFrameworkCore.Query", LogLevel.Error)
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
        .AddFilter("Quartz", LogLevel.Warning);

    private static bool HasDemoAccounts(WebApplicationBuilder builder) =>
        builder.Environment.IsDevelopment() && builder.Configuration["sample"] != "false";

    // The names under /assets hold a hash of their content; everything else may change with the next build.
    private static void Cache(StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";

    private static void Pipeline(WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseSecurityHeaders();
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = Cache });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgeryForApi();
        app.MapProduct();
    }
}
