using System.Net;
using System.Net.Http.Json;
using CaseMgmt.Cases.Access;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Host.Tests.Access;

/// <summary>Every endpoint against every role, generated from the routing table and the permission table: a new endpoint is covered the moment it exists.</summary>
public sealed class PermissionMatrixTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string> People() => [.. DemoAccounts.Cast.Where(demo => demo.UserName != "handler2").Select(demo => demo.UserName)];

    [Fact]
    public async Task Stranger_OnAnyGuardedEndpoint_Gets401()
    {
        using var stranger = site.Stranger();
        await stranger.FetchTokenAsync();
        foreach (var (endpoint, method) in Guarded())
        {
            var answer = await CallAsync(stranger, endpoint, method);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{method} {endpoint.RoutePattern.RawText}: {answer.StatusCode}");
        }
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task Person_WithoutThePermission_Gets403AndOthersDoNot(string userName)
    {
        using var person = await site.AsAsync(userName);
        var role = DemoAccounts.Cast.Single(demo => demo.UserName == userName).Role;
        foreach (var (endpoint, method) in Guarded().Where(each => Surface.NameOf(each.Endpoint) != "session.sign-out"))
        {
            var permission = Surface.PermissionOf(endpoint)!;
            var may = permission == Permissions.Session || Roles.PermissionsOf[role].Contains(permission);
            var answer = await CallAsync(person, endpoint, method);
            Assert.True(may == (answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)), $"{method} {endpoint.RoutePattern.RawText}: {answer.StatusCode}");
            Assert.True((int)answer.StatusCode < 500, $"{method} {endpoint.RoutePattern.RawText}: {answer.StatusCode}");
        }
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task Person_WithUnknownId_Gets404(string userName)
    {
        using var person = await site.AsAsync(userName);
        var role = DemoAccounts.Cast.Single(demo => demo.UserName == userName).Role;
        foreach (var (endpoint, method) in Guarded().Where(each => each.Method == "GET" && Surface.HasHole(each.Endpoint) && each.Endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal)))
        {
            if (Roles.PermissionsOf[role].Contains(Surface.PermissionOf(endpoint)!))
            {
                var answer = await CallAsync(person, endpoint, method);
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{method} {endpoint.RoutePattern.RawText}: {answer.StatusCode}");
            }
        }
    }

    private IEnumerable<(RouteEndpoint Endpoint, string Method)> Guarded() => site.Endpoints()
        .Where(endpoint => Surface.PermissionOf(endpoint) is not null && (endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal) || endpoint.RoutePattern.RawText.StartsWith("/elsa/api", StringComparison.Ordinal)))
        .SelectMany(endpoint => Surface.MethodsOf(endpoint).Select(method => (endpoint, method)));

    private static Task<HttpResponseMessage> CallAsync(Visitor visitor, RouteEndpoint endpoint, string method) =>
        visitor.SendAsync(new HttpMethod(method), Surface.AddressOf(endpoint), method == "GET" ? null : JsonContent.Create(new { }));
}
