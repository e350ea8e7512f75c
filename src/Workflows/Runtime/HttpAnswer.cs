using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>What came of a request, as the payload that resumes the activity: { StatusCode, Headers, Body }, or { Error, Failure }.</summary>
internal static class HttpAnswer
{
    /// <summary>It was not sent, or its answer was not taken, by our own rule.</summary>
    public const string Refused = "refused";
    public const string Timeout = "timeout";
    public const string NoConnection = "no-connection";

    public static JsonObject Failed(string failure, string error) => new() { ["Failure"] = failure, ["Error"] = error };

    public static JsonObject Of(HttpResponseMessage response, string body)
    {
        var headers = new JsonObject();
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            headers[name] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        }

        var isJson = response.Content.Headers.ContentType?.MediaType is { } type
            && (type.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
        return new JsonObject { ["StatusCode"] = (int)response.StatusCode, ["Headers"] = headers, ["Body"] = isJson ? Parsed(body) : body };
    }

    // A body that is not what its type says is still an answer: it is taken as the text it is.
    private static JsonNode? Parsed(string body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return body;
        }
    }
}
