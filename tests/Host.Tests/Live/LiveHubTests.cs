using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Notifications;

namespace CaseMgmt.Host.Tests.Live;

/// <summary>After a commit the browsers that see the place hear of it; others do not.</summary>
public sealed class LiveHubTests(Site site) : IClassFixture<Site>
{
    private const char End = '\u001e';
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Commit_WithATopic_IsToldToWhoSeesThePlace()
    {
        using var county = await ConnectAsync("county");
        using var station = await ConnectAsync("handler2");

        await site.CommitAsync(session =>
        {
            session.Announce(Topics.ToOrg("/37/3703/370306/37030601/", "case/42"));
            session.Announce(Topics.Inbox);
            return ValueTask.CompletedTask;
        });

        Assert.Contains("case/42", await HearAsync(county, "inbox"));
        Assert.DoesNotContain("case/42", await HearAsync(station, "inbox"));
    }

    [Fact]
    public async Task Connection_OfAStranger_IsRefused()
    {
        var sockets = site.Server.CreateWebSocketClient();
        await Assert.ThrowsAnyAsync<Exception>(() => sockets.ConnectAsync(new Uri("ws://localhost/hub/live"), CancellationToken.None));
    }

    [Fact]
    public async Task Connection_OfAnAccountThatIsDisabledOrGetsAnotherPassword_IsClosed()
    {
        using var admin = await site.AsAsync("admin");
        await site.AddAccountAsync(admin, "closed1", "First#2026");
        var id = (await admin.ReadAsync("/api/accounts?q=closed1")).AsArray()[0]!["id"]!.GetValue<long>();
        using var bystander = await ConnectAsync("handler2");
        using var first = await ConnectAsync("closed1", "First#2026");
        Assert.True((await admin.PutAsync($"/api/accounts/{id}", new { password = "Second#2026" })).IsSuccessStatusCode);
        await EndsAsync(first);

        using var second = await ConnectAsync("closed1", "Second#2026");
        Assert.True((await admin.PutAsync($"/api/accounts/{id}", new { disabled = true })).IsSuccessStatusCode);
        await EndsAsync(second);

        await site.CommitAsync(session =>
        {
            session.Announce(Topics.Inbox);
            return ValueTask.CompletedTask;
        });
        await HearAsync(bystander, "inbox");
    }

    // Closed by a frame or by the end of the stream: either way nothing more is heard.
    private static async Task EndsAsync(WebSocket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer, patience.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception closed) when (closed is WebSocketException or IOException)
        {
            return;
        }
    }

    private async Task<WebSocket> ConnectAsync(string userName, string password = Cases.Access.DemoAccounts.Password)
    {
        var visitor = site.Stranger();
        var answer = await visitor.SignInAsync(userName, password);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("case-session=", StringComparison.Ordinal)).Split(';')[0];
        var sockets = site.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request => request.Headers.Cookie = cookie;
        var socket = await sockets.ConnectAsync(new Uri("ws://localhost/hub/live"), CancellationToken.None);
        await SendAsync(socket, "{\"protocol\":\"json\",\"version\":1}");
        await ReadAsync(socket);
        // The handshake is answered before the groups are joined; a call, even of nothing, only after that.
        await SendAsync(socket, "{\"type\":1,\"invocationId\":\"1\",\"target\":\"Nothing\",\"arguments\":[]}");
        while (!(await ReadAsync(socket)).Contains("\"invocationId\"", StringComparison.Ordinal))
        {
        }

        return socket;
    }

    private static Task SendAsync(WebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, true, CancellationToken.None);

    // Up to this topic: what others changed may be told before it, and each burst in the order of its announcement.
    private static async Task<List<string>> HearAsync(WebSocket socket, string topic)
    {
        var heard = new List<string>();
        while (heard.LastOrDefault() != topic)
        {
            var message = JsonNode.Parse(await ReadAsync(socket))!;
            if ((string?)message["target"] == "changed")
            {
                heard.Add((string)message["arguments"]![0]!["topic"]!);
            }
        }

        return heard;
    }

    // One message ends with a record separator; reading byte by byte keeps what belongs to the next.
    private static async Task<string> ReadAsync(WebSocket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        var text = new List<byte>();
        var one = new byte[1];
        while ((await socket.ReceiveAsync(one, patience.Token)).Count == 1 && one[0] != End)
        {
            text.Add(one[0]);
        }

        return Encoding.UTF8.GetString([.. text]);
    }
}
