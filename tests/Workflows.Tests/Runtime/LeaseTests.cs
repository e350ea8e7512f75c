using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>
/// A host claims what resumes a parent and is killed: all children have ended, and the parent waits for the lease and for nothing else. The first owner, if it
/// was only slow, comes too late.
/// </summary>
public sealed class LeaseTests
{
    private static string Parent => Flow.Chart("parent", [Flow.Node("Elsa.ExecuteWorkflow", "child", ("workflowDefinitionId", "child"), ("waitForCompletion", true))]);

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Parent_WhoseResumptionAKilledHostHadClaimed_GoesOnOnceWhenTheLeaseIsOver(Database kind)
    {
        await using var healthy = await TestEngine.CreateAsync(kind, Parent, Flow.Steps("child", "go"));
        await using var killed = healthy.AnotherHost();
        var parent = await WaitingForAKilledHostAsync(healthy, killed);

        healthy.Time.Advance(killed.Services.Lease);
        Assert.Equal(0, await healthy.Pump.SweepAsync());
        Assert.Empty(await healthy.Reconciler.RunAsync());
        Assert.Equal(("Suspended", 1L), await StandingAsync(healthy, parent));

        healthy.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await healthy.Pump.SweepAsync());
        Assert.Equal(("Finished", 2L), await StandingAsync(healthy, parent));
        Assert.Equal(2, (await healthy.RowsAsync<HistoryRow>()).Count(row => row.Subject == $"workflow/{parent}" && row.Kind == "workflow.transition"));
        Assert.Empty(await healthy.RowsAsync<OutboxRow>());
        Assert.Empty(await healthy.RowsAsync<FanInRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task FirstOwner_WhoComesWhenAnotherHostHasTakenOver_IsRefusedAndTheParentGoesOnOnce(Database kind)
    {
        await using var healthy = await TestEngine.CreateAsync(kind, Parent, Flow.Steps("child", "go"));
        await using var slow = healthy.AnotherHost();
        await using var other = healthy.AnotherHost();
        var parent = await WaitingForAKilledHostAsync(healthy, slow);
        var claimed = Assert.Single(await healthy.RowsAsync<OutboxRow>());
        healthy.Time.Advance(slow.Services.Lease + TimeSpan.FromSeconds(1));
        await ClaimAndForgetAsync(other);

        await slow.Services.Deliver!([claimed]);
        var kept = Assert.Single(await healthy.RowsAsync<OutboxRow>());
        Assert.Equal((other.Services.Host.Name, 0), (kept.Owner, kept.Attempts));
        Assert.Equal(("Suspended", 1L), await StandingAsync(healthy, parent));

        await other.Services.Deliver!([kept]);
        Assert.Equal(("Finished", 2L), await StandingAsync(healthy, parent));
        await slow.Services.Deliver!([claimed]);
        Assert.Equal(("Finished", 2L), await StandingAsync(healthy, parent));
        Assert.Empty(await healthy.RowsAsync<OutboxRow>());
        Assert.Empty(await healthy.RowsAsync<ParkedStimulusRow>());
    }

    // The child ends on the one host, which is gone before it delivers; the other claims the row that was left, and is gone too.
    private static async Task<string> WaitingForAKilledHostAsync(TestEngine engine, TestEngine killed)
    {
        var parent = await engine.StartAsync("parent");
        var deliver = engine.Services.Deliver;
        var wait = Assert.Single(await engine.RowsAsync<BookmarkRow>(), row => row.StimulusKey == "go");
        engine.Services.Deliver = null;
        await engine.Runtime.ResumeAsync(new ResumeRequest(wait.InstanceId, wait.BookmarkId, null));
        engine.Services.Deliver = deliver;
        engine.Time.Advance(engine.Services.Lease + TimeSpan.FromSeconds(1));
        await ClaimAndForgetAsync(killed);

        var row = Assert.Single(await engine.RowsAsync<OutboxRow>());
        Assert.Equal((parent, killed.Services.Host.Name), (row.InstanceId, row.Owner));
        Assert.Equal("Finished", (await engine.InstanceAsync(wait.InstanceId)).SubStatus);
        return parent;
    }

    /// <summary>The host stops with the first statement that follows its claim.</summary>
    private static async Task ClaimAndForgetAsync(TestEngine host)
    {
        var hasClaimed = false;
        host.Services.Probe = sql =>
        {
            if (hasClaimed)
            {
                throw new IOException("the host was killed");
            }

            hasClaimed = sql == "commit";
        };
        await Assert.ThrowsAsync<IOException>(() => host.Pump.SweepAsync());
        host.Services.Probe = null;
    }

    private static async Task<(string SubStatus, long Sequence)> StandingAsync(TestEngine engine, string id)
    {
        var row = await engine.InstanceAsync(id);
        return (row.SubStatus, row.Sequence);
    }
}
