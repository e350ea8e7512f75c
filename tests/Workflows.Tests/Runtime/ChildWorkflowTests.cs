using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>Parents that go on when their child has ended, and parents that go on as soon as it rests.</summary>
public sealed class ChildWorkflowTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task ExecuteWorkflow_NotToldToWait_GoesOnOnceWhenTheChildRests(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Parent(waits: false), Flow.Steps("child", "go"));

        var parent = await engine.StartAsync("parent");
        await engine.Pump.IdleAsync();

        Assert.Equal("Finished", (await engine.InstanceAsync(parent)).SubStatus);
        Assert.Equal("Suspended", Assert.Single(await ChildrenAsync(engine)).SubStatus);
        await engine.SignalAsync("go");
        await engine.Pump.IdleAsync();
        Assert.Equal(2L, (await engine.InstanceAsync(parent)).Sequence);
        await AssertNothingIsLeftAsync(engine);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task ExecuteWorkflow_ToldToWait_GoesOnWhenTheChildHasEnded(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Parent(waits: true), Flow.Steps("child", "go"));

        var parent = await engine.StartAsync("parent");
        await engine.Pump.IdleAsync();
        Assert.Equal("Suspended", (await engine.InstanceAsync(parent)).SubStatus);
        await engine.SignalAsync("go");
        await engine.Pump.IdleAsync();

        Assert.Equal("Finished", (await engine.InstanceAsync(parent)).SubStatus);
        await AssertNothingIsLeftAsync(engine);
    }

    private static string Parent(bool waits) => Flow.Chart("parent", [Flow.Node("Elsa.ExecuteWorkflow", "x", ("workflowDefinitionId", "child"), ("waitForCompletion", waits))]);

    private static async Task<IEnumerable<InstanceRow>> ChildrenAsync(TestEngine engine) =>
        (await engine.RowsAsync<InstanceRow>()).Where(instance => instance.DefinitionId == "child");

    private static async Task AssertNothingIsLeftAsync(TestEngine engine)
    {
        Assert.All(await engine.RowsAsync<InstanceRow>(), instance => Assert.Equal("Finished", instance.SubStatus));
        Assert.Empty(await engine.RowsAsync<BookmarkRow>());
        Assert.Empty(await engine.RowsAsync<FanInRow>());
        Assert.Empty(await engine.RowsAsync<OutboxRow>());
    }
}
