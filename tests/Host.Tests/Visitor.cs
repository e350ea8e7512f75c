using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CaseMgmt.Host.Tests;

/// <summary>A browser as the server sees it: cookies, and the antiforgery header on everything that changes something.</summary>
public sealed class Visitor(HttpClient client) : IDisposable
{
    private string? token;

    public async Task<HttpResponseMessage> SignInAsync(string userName, string password)
    {
        await FetchTokenAsync();
        var answer = await PostAsync("/api/session", new { userName, password });
        if (answer.IsSuccessStatusCode)
        {
            await FetchTokenAsync();
        }

        return answer;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public async Task<JsonNode> ReadAsync(string path) => (await (await GetAsync(path)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!;

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, Json(body));

    public Task<HttpResponseMessage> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, Json(body));

    public Task<HttpResponseMessage> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public Task<HttpResponseMessage> UploadAsync(string path, string fileName, byte[] content, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent(content), "file", fileName);
        return SendAsync(HttpMethod.Post, path, form);
    }

    /// <summary>Sends as it is, with the token unless <paramref name="withToken"/> says otherwise.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, bool withToken = true, string? language = null,
        IReadOnlyDictionary<string, string>? headers = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (withToken && token is not null)
        {
            request.Headers.Add("X-XSRF-TOKEN", token);
        }

        if (language is not null)
        {
            request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        }

        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            request.Headers.Add(name, value);
        }

        return await client.SendAsync(request);
    }

    public static async Task<string> CodeOf(HttpResponseMessage answer) =>
        (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["code"] ?? "";

    public void Dispose() => client.Dispose();

    public async Task FetchTokenAsync()
    {
        using var answer = await client.GetAsync(new Uri("/api/antiforgery", UriKind.Relative));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal));
        token = Uri.UnescapeDataString(cookie["XSRF-TOKEN=".Length..cookie.IndexOf(';')]);
    }

    private static JsonContent? Json(object? body) => body is null ? null : JsonContent.Create(body);
}
