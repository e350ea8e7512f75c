using System.Net;
using CaseMgmt.Designer.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>The documents under /studio/ and the files of Studio, as a browser asks for them.</summary>
public sealed class StudioPagesTests : IDisposable, IAsyncDisposable
{
    private const string Fingerprinted = "/studio/_framework/System.98tzo6dc2v.wasm";
    private const string Plain = "/studio/_content/MudBlazor/MudBlazor.min.js";

    private readonly string folder = Directory.CreateTempSubdirectory("studio-pages").FullName;
    private readonly Site site = new();

    public StudioPagesTests()
    {
        foreach (var (path, text) in new[] { ("package.json", """{"version":"3.8.2"}"""), (Fingerprinted[8..], "plain"), (Fingerprinted[8..] + ".br", "br"), (Plain[8..], "plain") })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.WriteAllText(Path.Combine(folder, path), text);
        }

        site.Replace = services => services.AddSingleton(new StudioFiles([folder]));
    }

    [Fact]
    public async Task File_WithAFingerprint_ComesCompressedAndIsKeptForGood()
    {
        using var owner = await site.AsAsync("owner");

        using var answer = await AskAsync(owner, Fingerprinted, ("Accept-Encoding", "gzip, br"));

        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.Equal("application/wasm", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.Equal("br", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task File_WithoutOne_IsAskedForAgainAndNotSentAgain()
    {
        using var owner = await site.AsAsync("owner");
        using var first = await AskAsync(owner, Plain);
        Assert.True(first.Headers.CacheControl!.NoCache);

        using var again = await AskAsync(owner, Plain, ("If-None-Match", first.Headers.ETag!.ToString()));
        using var ofAnotherRelease = await AskAsync(owner, Plain, ("If-None-Match", "\"3.8.1\""));

        Assert.Equal((HttpStatusCode.NotModified, ""), (again.StatusCode, await again.Content.ReadAsStringAsync()));
        Assert.Equal((HttpStatusCode.OK, "plain"), (ofAnotherRelease.StatusCode, await ofAnotherRelease.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("/studio/definitions/online-audit?page=2")]
    [InlineData("/studio/instances")]
    public async Task Page_WithoutASession_LeadsToSignInAndBack(string path)
    {
        using var stranger = site.Stranger();

        using var answer = await stranger.GetAsync(path);

        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?from=" + Uri.EscapeDataString(path)), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("/studio/workflows/definitions/online-audit/edit", "/studio/definitions/online-audit")]
    [InlineData("/workflows/instances/a1/view", "/studio/instances/a1")]
    [InlineData("/workflows/instances/trial~online-audit/view", "/studio/trials/online-audit")]
    public async Task Address_OfStudiosOwnRouter_LeadsToOurPage(string path, string expected)
    {
        using var owner = await site.AsAsync("owner");

        using var answer = await owner.GetAsync(path);

        Assert.Equal((HttpStatusCode.Redirect, expected), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("/studio/definitions", "zh", "没有查看流程定义的权限")]
    [InlineData("/studio/instances", "en", "may not view lifecycle definitions")]
    public async Task Page_ForWhoMayNotRead_SaysSo(string path, string language, string expected)
    {
        using var handler = await site.AsAsync("handler1");
        await handler.PutAsync("/api/session/language", new { language });

        using var answer = await handler.SendAsync(HttpMethod.Get, path, null, language: language);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_HasAPolicyWithoutEvalAndInlineScripts_AndANonceOfItsOwn()
    {
        using var owner = await site.AsAsync("owner");

        var policies = new List<string>();
        for (var visit = 0; visit < 2; visit++)
        {
            using var answer = await owner.GetAsync("/studio/definitions");
            policies.Add(answer.Headers.GetValues("Content-Security-Policy").Single());
        }

        var scripts = policies[0].Split("; ").Single(part => part.StartsWith("script-src", StringComparison.Ordinal));
        Assert.Matches("^script-src 'nonce-[A-Za-z0-9+/]{24}' 'strict-dynamic' 'wasm-unsafe-eval'$", scripts);
        Assert.StartsWith("default-src 'none'", policies[0], StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'", policies[0], StringComparison.Ordinal);
        Assert.NotEqual(policies[0], policies[1]);
    }

    [Fact]
    public void Licence_OfStudio_IsShippedBesideTheProgram() =>
        Assert.Contains("MIT", File.ReadAllText(Path.Combine(Checkout.Root, "src/Designer/Licences/elsa-studio.txt")), StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        Dispose();
    }

    private static Task<HttpResponseMessage> AskAsync(Visitor visitor, string path, params (string Name, string Value)[] headers) =>
        visitor.SendAsync(HttpMethod.Get, path, null, headers: headers.ToDictionary(each => each.Name, each => each.Value));
}
