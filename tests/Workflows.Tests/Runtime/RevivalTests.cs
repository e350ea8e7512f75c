using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>
/// A workflow whose own strategy is Fault stops as a whole, but a person can revive it. What comes for its other branches while it stands still is kept:
/// the ends of its children, timers, events.
/// </summary>
public sealed class RevivalTests
{
    private static string Parent => Flow.Chart(
        "parent",
        [
            Flow.Node("Elsa.FlowFork", "fork", ("branches", new System.Text.Json.Nodes.JsonArray("A", "B", "C", "D"))),
            Flow.Node("Elsa.BulkDispatchWorkflows", "all", ("workflowDefinitionId", "child"), ("items", new System.Text.Json.Nodes.JsonArray(1, 2)), ("waitForCompletion", true)),
            Flow.Event("break"), Flow.Node("Elsa.Fault", "broken", ("message", "broken")),
            Flow.Node("Elsa.Delay", "pause", ("timeSpan", "01:00:00")),
            Flow.Event("word"),
        ],
        "fork.A>all", "fork.B>break", "break>broken", "fork.C>pause", "fork.D>word")
        .Replace("\"name\":\"parent\"", "\"name\":\"parent\",\"options\":{\"incidentStrategyType\":\"Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core\"}", StringComparison.Ordinal);

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task FaultedParent_WhatComesMeanwhile_IsTakenWhenItIsRevived(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Parent, Flow.Steps("child", "go"));
        var parent = await FaultedAsync(engine);
        await EverythingComesAsync(engine);
        Assert.Equal(("Faulted", 2L), await StandingAsync(engine, parent));

        await engine.Runtime.RepairAsync(new RepairRequest(parent, new Stimulus.Skip(await BrokenAsync(engine))));
        await engine.Pump.SweepAsync();
        await engine.Pump.IdleAsync();

        Assert.Equal("Finished", (await engine.InstanceAsync(parent)).SubStatus);
        await AssertNothingIsLeftAsync(engine);
        Assert.Empty(await engine.RowsAsync<ParkedStimulusRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task FaultedParent_LeftAlone_IsLeftAloneByTheReconcilerToo(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Parent, Flow.Steps("child", "go"));
        await FaultedAsync(engine);
        await EverythingComesAsync(engine);

        for (var round = 0; round < 3; round++)
        {
            Assert.Empty(await engine.Reconciler.RunAsync());
            engine.Time.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(0, await engine.Pump.SweepAsync());
        }

        Assert.Empty(await engine.RowsAsync<ParkedStimulusRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task FaultedParent_Cancelled_LeavesNothingThatWaits(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Parent, Flow.Steps("child", "go"));
        var parent = await FaultedAsync(engine);
        await EverythingComesAsync(engine);

        Assert.IsType<RuntimeResult.Landed>(await engine.Runtime.CancelAsync(parent, "system", "no longer needed"));
        await engine.Pump.SweepAsync();

        Assert.Equal("Cancelled", (await engine.InstanceAsync(parent)).SubStatus);
        await AssertNothingIsLeftAsync(engine);
        Assert.All(await engine.RowsAsync<ParkedStimulusRow>(), letter => Assert.True(letter.Dead));
    }

    private static async Task<string> FaultedAsync(TestEngine engine)
    {
        var parent = await engine.StartAsync("parent");
        await engine.Pump.IdleAsync();
        await engine.SignalAsync("break");
        await engine.Pump.IdleAsync();
        Assert.Equal("Faulted", (await engine.InstanceAsync(parent)).SubStatus);
        return parent;
    }

    private static async Task EverythingComesAsync(TestEngine engine)
    {
        await engine.SignalAsync("go");
        await engine.SignalAsync("word");
        engine.Time.Advance(TimeSpan.FromHours(2));
        await engine.Pump.SweepAsync();
        await engine.Pump.IdleAsync();
    }

    private static async Task<string> BrokenAsync(TestEngine engine) => Assert.Single(await engine.RowsAsync<IncidentRow>()).ActivityInstanceId;

    private static async Task AssertNothingIsLeftAsync(TestEngine engine)
    {
        Assert.Empty(await engine.RowsAsync<BookmarkRow>());
        Assert.Empty(await engine.RowsAsync<TimerRow>());
        Assert.Empty(await engine.RowsAsync<FanInRow>());
        Assert.Empty(await engine.RowsAsync<OutboxRow>());
    }

    private static async Task<(string SubStatus, long Sequence)> StandingAsync(TestEngine engine, string id)
    {
        var row = await engine.InstanceAsync(id);
        return (row.SubStatus, row.Sequence);
    }
}
