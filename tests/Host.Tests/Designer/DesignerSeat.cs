using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>One browser tab in front of the designer: it remembers revisions as the frame's script does.</summary>
public sealed class DesignerSeat(Visitor visitor) : IDisposable
{
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, string> revisions = [];
    private readonly string tab = Guid.NewGuid().ToString("n");

    public static async Task<DesignerSeat> Async(Site site, string userName) => new(await site.AsAsync(userName));

    public static async Task<JsonNode> JsonOf(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    public string? Revision(string definitionId) => revisions.GetValueOrDefault(definitionId);

    /// <summary>Goes back to an older revision, as a tab whose last answer got lost.</summary>
    public void Forget(string definitionId, string? known) => revisions[definitionId] = known ?? "";

    public async Task<HttpResponseMessage> OpenAsync(string definitionId) =>
        Remember(await visitor.GetAsync($"/elsa/api/workflow-definitions/by-definition-id/{definitionId}?versionOptions=Latest"));

    public Task<HttpResponseMessage> SaveAsync(JsonObject model, bool publish = false) => SendAsync(model, publish);

    public async Task<HttpResponseMessage> SendAsync(JsonObject model, bool publish = false, string? origin = null, string contentType = "application/json")
    {
        var body = new JsonObject { ["model"] = model.DeepClone(), ["publish"] = publish };
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, contentType);
        var headers = new Dictionary<string, string> { ["X-Tab"] = tab };
        if (revisions.TryGetValue((string?)model["definitionId"] ?? "", out var revision))
        {
            headers["X-Draft-Revision"] = revision;
        }

        if (origin is not null)
        {
            headers["Origin"] = origin;
        }

        return Remember(await visitor.SendAsync(HttpMethod.Post, "/elsa/api/workflow-definitions", content, headers: headers));
    }

    /// <summary>Puts a file on top of the draft that this tab has open.</summary>
    public async Task<HttpResponseMessage> ImportAsync(JsonObject file)
    {
        using var content = new StringContent(file.ToJsonString(), Encoding.UTF8, "application/json");
        return Remember(await visitor.SendAsync(HttpMethod.Post, "/elsa/api/workflow-definitions/import", content,
            headers: new Dictionary<string, string> { ["X-Import"] = "version", ["X-Draft-Revision"] = revisions[(string)file["definitionId"]!] }));
    }

    public async Task<long> RequestAsync(string definitionId) =>
        (long)(await visitor.ReadAsync("/elsa/api/publication-requests"))["items"]!.AsArray().First(each => (string?)each!["definitionId"] == definitionId)!["id"]!;

    public async Task<string> ReadTextAsync(string path) => await (await visitor.GetAsync(path)).Content.ReadAsStringAsync();

    public Task<HttpResponseMessage> GetAsync(string path) => visitor.GetAsync(path);

    public Task<HttpResponseMessage> PostAsync(string path, object body) => visitor.PostAsync(path, body);

    public Task<HttpResponseMessage> DeleteAsync(string path) => visitor.DeleteAsync(path);

    public void Dispose() => visitor.Dispose();

    private HttpResponseMessage Remember(HttpResponseMessage answer)
    {
        if (answer.Headers.TryGetValues("X-Draft-Revision", out var revision) && answer.Headers.TryGetValues("X-Definition-Id", out var definition))
        {
            revisions[Uri.UnescapeDataString(definition.Single())] = revision.Single();
        }

        return answer;
    }
}
