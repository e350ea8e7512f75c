using System.Threading.Channels;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.SignalR;

namespace CaseMgmt.Host.Live;

/// <summary>
/// Carries the topics of each commit to the browsers that may care. The channel is bounded: under a flood of commits hints are lost, never memory;
/// a client that missed one sees the change at its next fetch.
/// </summary>
public sealed class LiveHints(Announcements announcements, IHubContext<LiveHub> hub, LiveConnections connections) : BackgroundService
{
    private readonly Channel<string> topics = Channel.CreateBounded<string>(new BoundedChannelOptions(4096) { FullMode = BoundedChannelFullMode.DropOldest });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = announcements.Listen(changed =>
        {
            foreach (var topic in changed)
            {
                topics.Writer.TryWrite(topic);
            }
        });
        while (await topics.Reader.WaitToReadAsync(stoppingToken))
        {
            foreach (var topic in Drain())
            {
                await SendAsync(topic, stoppingToken);
            }
        }
    }

    // A burst of commits says the same few things again and again; each is told once.
    private HashSet<string> Drain()
    {
        var burst = new HashSet<string>(StringComparer.Ordinal);
        while (burst.Count < 256 && topics.Reader.TryRead(out var topic))
        {
            burst.Add(topic);
        }

        return burst;
    }

    private Task SendAsync(string announced, CancellationToken cancellation)
    {
        var (topic, audience) = Topics.Split(announced);
        if (topic == Topics.SessionsEnded)
        {
            connections.CloseAllOf(audience!);
            return Task.CompletedTask;
        }

        var clients = audience switch
        {
            null => hub.Clients.All,
            _ when audience.StartsWith("org", StringComparison.Ordinal) => hub.Clients.Groups(OrgPaths.SelfAndAbove(audience[3..]).Select(LiveHub.OrgGroup)),
            _ => hub.Clients.Group(audience),
        };
        return clients.SendAsync("changed", new { topic }, cancellation);
    }
}
