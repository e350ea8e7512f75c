using System.Threading.Channels;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.SignalR;

namespace CaseMgmt.Host.Live;

/// <summary>
/// Carries the topics of each commit to the browsers that may care: the first at once, those that follow a second later in one burst, so that a flood of commits
/// costs a browser one round of fetches a second. A client that missed a hint sees the change at its next fetch.
/// </summary>
public sealed class LiveHints(Announcements announcements, IHubContext<LiveHub> hub, LiveConnections connections, TimeProvider time) : BackgroundService
{
    /// <summary>How long the browsers are left alone after a burst.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromSeconds(1);

    private readonly PendingHints pending = new();
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private IDisposable? listening;

    /// <summary>Listens from here on: what is announced before the background begins is told by it.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        listening = announcements.Listen(Hear);
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        listening?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await wake.Reader.WaitToReadAsync(stoppingToken))
        {
            // Emptied before the hints are taken: what is announced from here on wakes again.
            wake.Reader.TryRead(out _);
            foreach (var hint in pending.Take())
            {
                await SendAsync(hint, stoppingToken);
            }

            using var gap = new PeriodicTimer(Gap, time);
            await gap.WaitForNextTickAsync(stoppingToken);
        }
    }

    private void Hear(IReadOnlyList<string> changed)
    {
        foreach (var topic in changed)
        {
            pending.Add(topic);
        }

        wake.Writer.TryWrite(true);
    }

    private Task SendAsync(Hint hint, CancellationToken cancellation)
    {
        if (hint.Topic == Topics.SessionsEnded)
        {
            foreach (var account in hint.Groups!)
            {
                connections.CloseAllOf(account);
            }

            return Task.CompletedTask;
        }

        var clients = hint.Groups is null ? hub.Clients.All : hub.Clients.Groups(hint.Groups);
        return clients.SendAsync("changed", new { topic = hint.Topic }, cancellation);
    }
}
