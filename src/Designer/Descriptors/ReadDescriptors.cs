using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Designer.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Designer.Descriptors;

/// <summary>GET /elsa/api/descriptors/*, /features/*: what every load of editor and viewer asks first.</summary>
public static class ReadDescriptors
{
    public static void Map(RouteGroupBuilder api)
    {
        var reads = api.MapGroup("").RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead));
        reads.MapGet("/descriptors/activities", ActivitiesAsync).WithName("elsa.descriptors.activities");
        List(reads, "/descriptors/expression-descriptors", StudioLists.Expressions);
        List(reads, "/descriptors/workflow-activation-strategies", StudioLists.ActivationStrategies);
        List(reads, "/descriptors/incident-strategies", StudioLists.IncidentStrategies);
        List(reads, "/descriptors/log-persistence-strategies", StudioLists.LogStrategies);
        List(reads, "/descriptors/commit-strategies/workflows", _ => StudioJson.ListOf([]));
        List(reads, "/descriptors/commit-strategies/activities", _ => StudioJson.ListOf([]));
        List(reads, "/descriptors/storage-drivers", StudioLists.StorageDrivers);
        List(reads, "/descriptors/variables", StudioLists.VariableTypes);
        List(reads, "/descriptors/output-converters", _ => new JsonObject { ["items"] = new JsonArray() });
        List(reads, "/features/installed", _ => StudioJson.ListOf(Features));
        reads.MapGet("/features/installed/{name}", (string name) => Features.Any(each => (string?)each["fullName"] == name) ? Results.Ok() : Results.NotFound())
            .WithName("elsa.feature");
    }

    // Resilience, alterations and structured logs are not listed: each would switch on surface that nothing stands behind.
    private static IEnumerable<JsonObject> Features =>
    [
        new()
        {
            ["name"] = "RealTimeWorkflowUpdates", ["namespace"] = "Elsa", ["fullName"] = "Elsa.RealTimeWorkflowUpdates",
            ["displayName"] = "Real-time workflow updates", ["description"] = "The viewer follows an instance through the hub instead of asking every five seconds.",
        },
    ];

    private static void List(RouteGroupBuilder reads, string pattern, Func<string, JsonObject> make) =>
        reads.MapGet(pattern, (HttpContext context) => Results.Json(make(Texts.LanguageOf(context)))).WithName("elsa." + pattern.Trim('/').Replace('/', '.'));

    private static async Task<IResult> ActivitiesAsync(HttpContext context, DescriptorSet descriptors)
    {
        var answer = await descriptors.InAsync(Texts.LanguageOf(context), context.RequestAborted);
        var packed = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        context.Response.Headers.Vary = "Accept-Encoding, Accept-Language";
        if (packed)
        {
            context.Response.Headers.ContentEncoding = "gzip";
        }

        return Results.Bytes(packed ? answer.Gzip : answer.Plain, "application/json; charset=utf-8");
    }
}
