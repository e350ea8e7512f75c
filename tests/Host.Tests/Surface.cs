using System.Text.RegularExpressions;
using CaseMgmt.Cases.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests;

/// <summary>What the product answers to, read from its own routing table.</summary>
public static partial class Surface
{
    public static IReadOnlySet<string> Known { get; } = typeof(Permissions).GetFields()
        .Where(field => field.IsLiteral).Select(field => Permissions.Policy((string)field.GetRawConstantValue()!)).ToHashSet();

    public static IReadOnlyList<RouteEndpoint> Endpoints(this Site site)
    {
        using var client = site.CreateClient();
        return [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];
    }

    public static string? NameOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;

    /// <summary>The permission that the endpoint asks for, or null if it is open.</summary>
    public static string? PermissionOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? null : endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy?["perm:".Length..];

    public static IReadOnlyList<string> MethodsOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    /// <summary>The address with an id in each hole that no row has.</summary>
    public static string AddressOf(RouteEndpoint endpoint) => "/" + Hole().Replace(endpoint.RoutePattern.RawText!, "987654321").TrimStart('/');

    public static bool HasHole(RouteEndpoint endpoint) => endpoint.RoutePattern.Parameters.Count > 0;

    /// <summary>Files and moved addresses of the designer's pages: they hold no data.</summary>
    public static bool IsStudioAsset(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("studio", StringComparison.Ordinal) || NameOf(endpoint)?.StartsWith("studio.", StringComparison.Ordinal) == true;

    /// <summary>Hubs have no names of their own; a hub and its negotiation are two endpoints.</summary>
    public static bool IsHub(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText!.StartsWith("/hub/", StringComparison.Ordinal) || endpoint.RoutePattern.RawText.StartsWith("/elsa/hubs/", StringComparison.Ordinal);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
