using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>A host stops between any two statements; what it leaves is whole, and another one goes on from there.</summary>
public sealed class RecoveryTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Commit_StoppedBeforeEachStatement_LeavesEverythingOrNothing(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Parent, Flow.Steps("child", "go"));
        var reference = await CountStatementsAsync(engine);

        for (var stopAt = 1; stopAt <= reference; stopAt++)
        {
            var correlation = $"case/{stopAt}";
            StopAt(engine, stopAt);
            var id = $"run-{stopAt}";
            await SafelyAsync(() => engine.Runtime.StartAsync(new StartRequest("parent", []) { InstanceId = id, CorrelationId = correlation }));
            await SafelyAsync(() => engine.SignalAsync("first", correlationId: correlation));
            engine.Services.Probe = null;
            await engine.Pump.IdleAsync();

            // The caller did not get an answer and asks again with the same words; leases of the lost attempt run out.
            await engine.Runtime.StartAsync(new StartRequest("parent", []) { InstanceId = id, CorrelationId = correlation });
            engine.Time.Advance(TimeSpan.FromMinutes(20));
            await engine.Pump.SweepAsync();
            if ((await engine.InstanceAsync(id)).Sequence == 1)
            {
                await engine.SignalAsync("first", correlationId: correlation);
            }

            await engine.SignalAsync("go");
            engine.Time.Advance(TimeSpan.FromMinutes(20));
            await engine.Pump.SweepAsync();
            Assert.Equal(("Finished", 3L), ((await engine.InstanceAsync(id)).SubStatus, (await engine.InstanceAsync(id)).Sequence));
        }

        Assert.Empty(await engine.RowsAsync<BookmarkRow>());
        Assert.Empty(await engine.RowsAsync<OutboxRow>());
        Assert.Empty(await engine.RowsAsync<FanInRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Outbox_LeftByAStoppedHost_IsTakenWhenItsLeaseEndsAndNotBefore(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one"));
        var id = await engine.StartAsync("steps");
        var deliver = engine.Services.Deliver;
        engine.Services.Deliver = null;
        await engine.SignalAsync("one");
        engine.Services.Deliver = deliver;
        await using var other = engine.AnotherHost();

        Assert.Equal(0, await other.Pump.SweepAsync());
        engine.Time.Advance(engine.Services.Lease + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await other.Pump.SweepAsync());

        Assert.Equal("Finished", (await engine.InstanceAsync(id)).SubStatus);
        Assert.Empty(await engine.RowsAsync<OutboxRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Outbox_RowThatAlwaysFails_BecomesAVisibleDeadLetterAndHoldsNobodyUp(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind,
            Flow.Chart("parent", [Flow.Node("Elsa.ExecuteWorkflow", "child", ("workflowDefinitionId", "nowhere"), ("waitForCompletion", true))]), Flow.Steps("steps", "one"));
        await engine.StartAsync("parent");
        for (var attempt = 0; attempt < 10; attempt++)
        {
            engine.Time.Advance(TimeSpan.FromMinutes(11));
            await engine.Pump.SweepAsync();
        }

        var dead = Assert.Single(await engine.RowsAsync<OutboxRow>());
        Assert.True(dead.Dead);
        Assert.Contains("nowhere", dead.LastError, StringComparison.Ordinal);
        var id = await engine.StartAsync("steps");
        await engine.SignalAsync("one");
        Assert.Equal("Finished", (await engine.InstanceAsync(id)).SubStatus);
    }

    private static string Parent => Flow.Chart("parent",
        [Flow.Event("first"), Flow.Node("Elsa.ExecuteWorkflow", "child", ("workflowDefinitionId", "child"), ("waitForCompletion", true))], "first>child");

    private static async Task<int> CountStatementsAsync(TestEngine engine)
    {
        var count = 0;
        engine.Services.Probe = _ => Interlocked.Increment(ref count);
        var id = await engine.StartAsync("parent", "case/0");
        await engine.SignalAsync("first", correlationId: "case/0");
        await engine.SignalAsync("go");
        engine.Services.Probe = null;
        Assert.Equal("Finished", (await engine.InstanceAsync(id)).SubStatus);
        return count;
    }

    private static void StopAt(TestEngine engine, int statement)
    {
        var count = 0;
        engine.Services.Probe = _ =>
        {
            // From here on the host is gone: nothing more reaches the database.
            if (Interlocked.Increment(ref count) >= statement)
            {
                throw new IOException("the host stopped");
            }
        };
    }

    private static async Task SafelyAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (IOException)
        {
            return;
        }
    }
}
