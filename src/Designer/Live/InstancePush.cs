using System.Text.Json.Nodes;
using System.Threading.Channels;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Designer.Instances;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace CaseMgmt.Designer.Live;

/// <summary>Moves open viewers after a commit. The channel is bounded: under a flood a viewer skips steps and shows the last.</summary>
public sealed class InstancePush(Announcements announcements, WatchedInstances watched, IHubContext<WorkflowInstanceHub> hub, IDbContextFactory<CaseDbContext> contexts) : BackgroundService
{
    private readonly Channel<string> changed = Channel.CreateBounded<string>(new BoundedChannelOptions(1024) { FullMode = BoundedChannelFullMode.DropOldest });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = announcements.Listen(topics =>
        {
            foreach (var instance in topics.SelectMany(topic => watched.About(Topics.Split(topic).Topic)).Distinct())
            {
                changed.Writer.TryWrite(instance);
            }
        });
        while (await changed.Reader.WaitToReadAsync(stoppingToken))
        {
            var burst = new HashSet<string>();
            while (burst.Count < 64 && changed.Reader.TryRead(out var instance))
            {
                burst.Add(instance);
            }

            foreach (var instance in burst)
            {
                await TellAsync(instance, stoppingToken);
            }
        }
    }

    // The names are Studio's. The badges come with the message; journal and instance are read again by the viewer.
    private async Task TellAsync(string instanceId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Set<InstanceRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == instanceId, cancellationToken) is not { } row)
        {
            return;
        }

        var stats = await ExecutionStats.ReadAsync(db, row, null, cancellationToken);
        var viewers = hub.Clients.Group(WatchedInstances.GroupOf(instanceId));
        await viewers.SendAsync("ActivityExecutionLogUpdatedAsync", new JsonObject { ["stats"] = stats }, cancellationToken);
        await viewers.SendAsync("WorkflowExecutionLogUpdatedAsync", new JsonObject(), cancellationToken);
        await viewers.SendAsync("WorkflowInstanceUpdatedAsync", new JsonObject { ["workflowInstanceId"] = instanceId }, cancellationToken);
    }
}
