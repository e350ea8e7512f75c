using System.Net.WebSockets;
using System.Text;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>Studio's end of the viewer hub: plain JSON messages over one WebSocket.</summary>
public sealed class HubSocket(WebSocket socket) : IDisposable
{
    private const char End = '\u001e';
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private int calls;

    public static async Task<HubSocket> ConnectAsync(Site site, string userName, string? origin = null)
    {
        using var visitor = site.Stranger();
        var answer = await visitor.SignInAsync(userName, Cases.Access.DemoAccounts.Password);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("case-session=", StringComparison.Ordinal)).Split(';')[0];
        var sockets = site.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request =>
        {
            request.Headers.Cookie = cookie;
            if (origin is not null)
            {
                request.Headers.Origin = origin;
            }
        };
        var hub = new HubSocket(await sockets.ConnectAsync(new Uri("ws://localhost/elsa/hubs/workflow-instance"), CancellationToken.None));
        await hub.SendAsync("""{"protocol":"json","version":1}""");
        await hub.NextAsync(_ => true);
        return hub;
    }

    /// <summary>Calls a method of the hub and waits until it has run.</summary>
    public async Task CallAsync(string method, string argument)
    {
        var id = $"{++calls}";
        await SendAsync($$"""{"type":1,"invocationId":"{{id}}","target":"{{method}}","arguments":["{{argument}}"]}""");
        await NextAsync(message => message.Contains($"\"invocationId\":\"{id}\"", StringComparison.Ordinal));
    }

    /// <summary>The next message that is wanted; others are passed over.</summary>
    public async Task<string> NextAsync(Func<string, bool> wanted)
    {
        // One limit for all: the hub's keep-alive messages would renew it without end.
        using var patience = new CancellationTokenSource(Patience);
        string message;
        do
        {
            message = await ReadAsync(patience.Token);
        }
        while (!wanted(message));

        return message;
    }

    public void Dispose() => socket.Dispose();

    private Task SendAsync(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, true, CancellationToken.None);

    // One message ends with a record separator; reading byte by byte keeps what belongs to the next.
    private async Task<string> ReadAsync(CancellationToken patience)
    {
        var text = new List<byte>();
        var one = new byte[1];
        while (true)
        {
            if ((await socket.ReceiveAsync(one, patience)).Count == 0)
            {
                throw new EndOfStreamException("The hub closed the connection after: " + Encoding.UTF8.GetString([.. text]));
            }

            if (one[0] == End)
            {
                return Encoding.UTF8.GetString([.. text]);
            }

            text.Add(one[0]);
        }
    }
}
