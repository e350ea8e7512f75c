using CaseMgmt.Cases.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Host.Tests.Conventions;

/// <summary>No endpoint is open by oversight.</summary>
public sealed class EndpointTests(Site site) : IClassFixture<Site>
{
    /// <summary>Open to strangers on purpose. A new line here is a decision.</summary>
    private static readonly string[] Open = ["antiforgery.read", "session.sign-in", "demo-accounts.list", "health", "api.unknown", "app"];

    [Fact]
    public void Endpoints_Always_HaveANameAndOnePermission()
    {
        var wrong = site.Endpoints().Where(endpoint => !IsOpen(endpoint) && !IsGuarded(endpoint)).Select(endpoint => endpoint.DisplayName);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Endpoints_OpenToStrangers_AreTheDeclaredOnes()
    {
        var open = site.Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && !Surface.IsStudioAsset(endpoint)).Select(Surface.NameOf);
        Assert.Empty(open.Except(Open));
    }

    [Fact]
    public void Endpoints_UnderApi_HaveUniqueNames()
    {
        var names = site.Endpoints().Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal)).Select(Surface.NameOf).ToList();
        Assert.All(names, Assert.NotNull);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    private static bool IsOpen(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static bool IsGuarded(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>() is [{ Policy: { } policy }] && Surface.Known.Contains(policy)
        && (Surface.NameOf(endpoint) is not null || Surface.IsHub(endpoint));
}
