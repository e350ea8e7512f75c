using System.Collections.Concurrent;
using CaseMgmt.Host.Live;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.SignalR;

namespace CaseMgmt.Host.Tests.Live;

/// <summary>How often the browsers are spoken to, by a clock that the test moves.</summary>
public sealed class LiveHintsTests
{
    [Fact]
    public async Task Flood_OfCommits_IsToldAtOnceAndThenOnceASecond()
    {
        var (time, announcements, hub) = (new SteppedTime(), new Announcements(), new Heard());
        using var hints = new LiveHints(announcements, hub, new LiveConnections(), time);
        await hints.StartAsync(CancellationToken.None);

        announcements.Publish(["case/1", "inbox"]);
        await time.TimerAsync();
        Assert.Equal(["case/1", "inbox"], hub.Topics);

        for (var order = 2; order < 3_000; order++)
        {
            announcements.Publish([$"case/{order}", "inbox"]);
        }

        Assert.Equal(2, hub.Topics.Count);
        time.Advance(LiveHints.Gap);
        await time.TimerAsync();
        Assert.Equal(["case/1", "inbox", "case/*", "inbox"], hub.Topics);

        // Nothing new: no burst, and the next change is told at once again.
        time.Advance(LiveHints.Gap);
        announcements.Publish(["task/7"]);
        await time.TimerAsync();
        Assert.Equal("task/7", hub.Topics[^1]);
        await hints.StopAsync(CancellationToken.None);
    }

    /// <summary>A clock whose timers run when it is moved, and which tells when one is made.</summary>
    private sealed class SteppedTime : TimeProvider
    {
        private readonly SemaphoreSlim made = new(0);
        private readonly ConcurrentQueue<(TimerCallback Callback, object? State)> timers = new();

        public async Task TimerAsync() => Assert.True(await made.WaitAsync(TimeSpan.FromSeconds(30)));

        public void Advance(TimeSpan by)
        {
            Assert.Equal(LiveHints.Gap, by);
            while (timers.TryDequeue(out var timer))
            {
                timer.Callback(timer.State);
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            timers.Enqueue((callback, state));
            made.Release();
            return new Timer();
        }

        private sealed class Timer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }

    /// <summary>A hub that writes down what it is told to send.</summary>
    private sealed class Heard : IHubContext<LiveHub>, IHubClients, IClientProxy, IGroupManager
    {
        private readonly ConcurrentQueue<string> topics = new();

        public IReadOnlyList<string> Topics => [.. topics];

        public IHubClients Clients => this;

        public IGroupManager Groups => this;

        public IClientProxy All => this;

        public Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default)
        {
            topics.Enqueue((string)args[0]!.GetType().GetProperty("topic")!.GetValue(args[0])!);
            return Task.CompletedTask;
        }

        public IClientProxy AllExcept(IReadOnlyList<string> excludedConnectionIds) => this;

        public IClientProxy Client(string connectionId) => this;

        IClientProxy IHubClients<IClientProxy>.Clients(IReadOnlyList<string> connectionIds) => this;

        public IClientProxy Group(string groupName) => this;

        IClientProxy IHubClients<IClientProxy>.Groups(IReadOnlyList<string> groupNames) => this;

        public IClientProxy GroupExcept(string groupName, IReadOnlyList<string> excludedConnectionIds) => this;

        public IClientProxy User(string userId) => this;

        public IClientProxy Users(IReadOnlyList<string> userIds) => this;

        public Task AddToGroupAsync(string connectionId, string groupName, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task RemoveFromGroupAsync(string connectionId, string groupName, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
