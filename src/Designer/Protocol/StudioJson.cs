using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Expressions;
using Microsoft.AspNetCore.Http;

namespace CaseMgmt.Designer.Protocol;

/// <summary>The shapes that many answers share.</summary>
public static class StudioJson
{
    public static JsonObject ListOf(IEnumerable<JsonNode> items)
    {
        JsonArray array = [.. items];
        return new JsonObject { ["items"] = array, ["count"] = array.Count };
    }

    public static JsonObject PageOf(IEnumerable<JsonNode> items, long totalCount, JsonArray? links = null)
    {
        var page = new JsonObject { ["items"] = new JsonArray([.. items]), ["totalCount"] = totalCount };
        if (links is not null)
        {
            page["links"] = links;
        }

        return page;
    }

    public static JsonObject Link(string href, string rel, string method) => new() { ["href"] = href, ["rel"] = rel, ["method"] = method };

    /// <summary>A stored time with the offset of the site: some of Studio's lists print what they are given, others the browser's own zone.</summary>
    public static string Time(DateTime time) => TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)), ExpressionScope.DefaultZone)
        .ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture);

    /// <summary>The body as an object, or a refusal.</summary>
    public static async Task<JsonObject> ReadBodyAsync(HttpRequest request)
    {
        try
        {
            var node = await JsonNode.ParseAsync(request.Body, documentOptions: new JsonDocumentOptions { MaxDepth = 256 }, cancellationToken: request.HttpContext.RequestAborted);
            return node as JsonObject ?? throw new StudioRefusal("not-json");
        }
        catch (JsonException)
        {
            throw new StudioRefusal("not-json");
        }
    }

    public static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static IReadOnlyList<string> TextsOf(JsonNode? node) => node is JsonArray items ? [.. items.Select(TextOf).OfType<string>()] : [];

    public static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;
}
