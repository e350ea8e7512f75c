using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>An open viewer moves with its instance, and with no other.</summary>
public sealed class LiveViewerTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Viewer_OfAnInstanceThatMoves_HearsOfItWithItsBadges()
    {
        await WaitingAsync("moving", 910_001, "/37/3703/370306/");
        using var hub = await HubSocket.ConnectAsync(site, "owner");
        await hub.CallAsync("ObserveInstanceAsync", "moving");

        await site.Services.GetRequiredService<WorkflowRuntime>().SignalAsync(new SignalRequest("Elsa.Event", "go-910001", null));

        var stats = await hub.NextAsync(message => message.Contains("ActivityExecutionLogUpdatedAsync", StringComparison.Ordinal));
        Assert.Contains("Workflow1:flow1:pause", stats, StringComparison.Ordinal);
        await hub.NextAsync(message => message.Contains("WorkflowExecutionLogUpdatedAsync", StringComparison.Ordinal));
        Assert.Contains("moving", await hub.NextAsync(message => message.Contains("WorkflowInstanceUpdatedAsync", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewer_OfAnotherOrganisationsInstance_HearsNothingOfIt()
    {
        await WaitingAsync("foreign", 910_002, "/37/3799/");
        await WaitingAsync("own", 910_003, "/37/3703/");
        using var hub = await HubSocket.ConnectAsync(site, "owner");
        await hub.CallAsync("ObserveInstanceAsync", "foreign");
        await hub.CallAsync("ObserveInstanceAsync", "own");

        var runtime = site.Services.GetRequiredService<WorkflowRuntime>();
        await runtime.SignalAsync(new SignalRequest("Elsa.Event", "go-910002", null));
        await runtime.SignalAsync(new SignalRequest("Elsa.Event", "go-910003", null));

        var first = await hub.NextAsync(message => message.Contains("WorkflowInstanceUpdatedAsync", StringComparison.Ordinal));
        Assert.Contains("\"own\"", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewer_OnAPageOfAnotherOrigin_IsRefused() =>
        await Assert.ThrowsAnyAsync<Exception>(() => HubSocket.ConnectAsync(site, "owner", "https://elsewhere.example"));

    [Fact]
    public async Task Viewer_WithoutThePermission_IsRefused() =>
        await Assert.ThrowsAnyAsync<Exception>(() => HubSocket.ConnectAsync(site, "handler1"));

    private async Task WaitingAsync(string instanceId, long caseId, string orgPath)
    {
        var model = DesignerTests.LifecycleThrough("waits-" + instanceId, """
            {"id":"pause","type":"Elsa.Event","version":1,"name":"E","eventName":{"typeName":"String","expression":{"type":"Literal","value":"go-N"}}}
            """.Replace("go-N", "go-" + caseId, StringComparison.Ordinal));
        await site.Services.GetRequiredService<DefinitionStore>().ImportAsync(model.ToJsonString(), "system", publish: true);
        await site.CommitAsync(session => session.InsertAsync(new AuditCase
        {
            Id = caseId, Number = "GD-" + caseId, Title = instanceId, OrgNo = "x", OrgPath = orgPath, InstanceId = instanceId, CreatedAt = session.Now,
        }));
        var started = await site.Services.GetRequiredService<WorkflowRuntime>().StartAsync(new StartRequest("waits-" + instanceId, []) { InstanceId = instanceId, CorrelationId = "case/" + caseId });
        Assert.IsType<RuntimeResult.Landed>(started);
    }
}
