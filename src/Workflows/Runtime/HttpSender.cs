using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>
/// Sends the requests of the HTTP activities. At least once: each carries the id of its effect as Idempotency-Key, which is the same when a host that lost its
/// lease is followed by another. A host that is not on the list is never called; that, and an answer that is too long, becomes an incident that can be retried.
/// </summary>
internal sealed class HttpSender(HttpCallOptions options, TimeProvider time) : OutboxSender, IDisposable
{
    private const int MostRedirects = 5;
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };

    public override string Kind => OutboxKinds.Send;

    public override TimeSpan Longest => options.Timeout;

    public override async Task<QueuedStimulus> SendAsync(string data)
    {
        var request = DeepJson.Read<SendHttpRequest>(data);
        return new QueuedStimulus("http", await AnswerAsync(request)) { BookmarkId = request.BookmarkId };
    }

    public void Dispose() => client.Dispose();

    private async Task<JsonObject> AnswerAsync(SendHttpRequest request)
    {
        using var patience = new CancellationTokenSource(options.Timeout, time);
        try
        {
            return Uri.TryCreate(request.Url, UriKind.Absolute, out var url)
                ? await FollowAsync(request, url, patience.Token)
                : HttpAnswer.Failed(HttpAnswer.Refused, $"{request.Url} is no absolute URL.");
        }
        catch (OperationCanceledException)
        {
            return HttpAnswer.Failed(HttpAnswer.Timeout, $"No answer within {options.Timeout.TotalSeconds:0.#} s.");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or FormatException or InvalidOperationException)
        {
            return HttpAnswer.Failed(problem is HttpRequestException or IOException ? HttpAnswer.NoConnection : HttpAnswer.Refused, problem.Message);
        }
    }

    private async Task<JsonObject> FollowAsync(SendHttpRequest request, Uri url, CancellationToken cancellation)
    {
        var (method, origin) = (new HttpMethod(request.Method), url);
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (!options.Allows(url))
            {
                return HttpAnswer.Failed(HttpAnswer.Refused, $"{url.Scheme}://{url.Authority} is not on the list of hosts that workflows may call{(hop == 0 ? "." : " (a redirect led there).")}");
            }

            using var message = Message(request, method, url, sameHost: url.Authority == origin.Authority);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (Target(response, url) is not { } next)
            {
                return await ReadAsync(response, cancellation);
            }

            method = KeepsMethod(response.StatusCode, method) ? method : HttpMethod.Get;
            url = next;
        }

        return HttpAnswer.Failed(HttpAnswer.Refused, $"More than {MostRedirects} redirects.");
    }

    private static Uri? Target(HttpResponseMessage response, Uri url) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location ? new Uri(url, location) : null;

    private static bool KeepsMethod(HttpStatusCode status, HttpMethod method) =>
        (int)status is 307 or 308 || method == HttpMethod.Head || (method != HttpMethod.Post && (int)status is 301 or 302);

    // Another host is not told the secrets that were meant for the first one.
    private static HttpRequestMessage Message(SendHttpRequest request, HttpMethod method, Uri url, bool sameHost)
    {
        var message = new HttpRequestMessage(method, url);
        if (request.Body is not null && method.Method == request.Method)
        {
            message.Content = new StringContent(request.Body, Encoding.UTF8);
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.ContentType ?? "text/plain; charset=utf-8");
        }

        message.Headers.Add("Idempotency-Key", request.Id);
        foreach (var (name, value) in request.Headers)
        {
            var isSecret = name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || name.Equals("Cookie", StringComparison.OrdinalIgnoreCase);
            if (sameHost || !isSecret)
            {
                message.Headers.TryAddWithoutValidation(name, value is JsonArray many ? many.Select(each => each?.ToString() ?? "") : [value?.ToString() ?? ""]);
            }
        }

        return message;
    }

    private async Task<JsonObject> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var bytes = new byte[options.MostBytes + 1];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return length > options.MostBytes
            ? HttpAnswer.Failed(HttpAnswer.Refused, $"The answer is longer than {options.MostBytes} bytes.")
            : HttpAnswer.Of(response, Encoding.UTF8.GetString(bytes, 0, length));
    }
}
