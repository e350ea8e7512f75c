using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>Counters of children that somebody lost or changed by hand: the reconciler counts again from the children's own rows, and no parent stays behind.</summary>
public sealed class CounterTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task PerChildCounter_LostWhileChildrenEnd_TellsTheParentOfEachOnce(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Bulk.Chart(completed: Bulk.Add("Sum", "getInput('WorkflowOutput').Twice")), Bulk.Child);
        var parent = await engine.StartAsync("bulk", input: Bulk.Ids(5));
        await engine.Pump.IdleAsync();
        await EndAsync(engine, 1);
        await HandAsync(engine, session => session.ExecuteAsync($"delete from fan_in"));
        await EndAsync(engine, 2);
        Assert.Equal(2L, (await engine.InstanceAsync(parent)).Sequence);

        await AssertMendsOnceAsync(engine, parent, "children-uncounted");
        Assert.Equal(4L, (await engine.InstanceAsync(parent)).Sequence);
        await EndAsync(engine, 2);

        Assert.Equal(("Finished", 6L, "20"), await StandingAsync(engine, parent));
        await AssertNothingIsLeftAsync(engine);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task PerChildCounter_ThatTellsWithNothingOnItsWay_GoesOnTelling(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Bulk.Chart(completed: Bulk.Add("Sum", "1")), Bulk.Child);
        var parent = await engine.StartAsync("bulk", input: Bulk.Ids(3));
        await engine.Pump.IdleAsync();
        await HandAsync(engine, session => session.ExecuteAsync($"update fan_in set bookmark_id = {""}, finished = {7}"));
        await EndAsync(engine, 3);
        Assert.Equal(("Suspended", 1L, null), await StandingAsync(engine, parent));

        await AssertMendsOnceAsync(engine, parent, "children-uncounted");

        Assert.Equal(("Finished", 4L, "3"), await StandingAsync(engine, parent));
        await AssertNothingIsLeftAsync(engine);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Counter_SetAheadByHand_IsSetBackBeforeTheParentGoesOnTooEarly(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Bulk.Chart(), Bulk.Child);
        var parent = await engine.StartAsync("bulk", input: Bulk.Ids(3));
        await engine.Pump.IdleAsync();
        await EndAsync(engine, 1);
        await HandAsync(engine, session => session.ExecuteAsync($"update fan_in set finished = {2}, total = {9}"));

        await AssertMendsOnceAsync(engine, parent, "children-uncounted");
        Assert.Equal((1, 3), Assert.Single(await engine.RowsAsync<FanInRow>()) is var row ? (row.Finished, row.Total) : default);
        await EndAsync(engine, 1);
        Assert.Equal("Suspended", (await engine.InstanceAsync(parent)).SubStatus);
        await EndAsync(engine, 1);

        Assert.Equal(("Finished", 2L, "0"), await StandingAsync(engine, parent));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Counter_LostWhileItsOnlyChildEnds_BringsTheChildsOutput(Database kind)
    {
        var name = Flow.Script(Flow.Node("Elsa.SetName", "name"), "value", "`${getOutputFrom('child', 'Result').WorkflowOutput.Twice}`");
        var parentChart = Flow.Chart("parent", [Flow.Node("Elsa.DispatchWorkflow", "child", ("workflowDefinitionId", "child"), ("input", new JsonObject { ["Item"] = 21 }), ("waitForCompletion", true)), name], "child>name");
        await using var engine = await TestEngine.CreateAsync(kind, parentChart, Bulk.Child);
        var parent = await engine.StartAsync("parent");
        await HandAsync(engine, session => session.ExecuteAsync($"delete from fan_in"));
        await EndAsync(engine, 1);
        await using var fresh = engine.AnotherHost();

        await AssertMendsOnceAsync(fresh, parent, "children-uncounted");

        Assert.Equal(("Finished", 2L, "42"), await StandingAsync(engine, parent));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Counter_WhoseParentNoLongerWaits_IsTakenAway(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("child", "go"));
        var id = await engine.StartAsync("child");
        await HandAsync(engine, async session =>
        {
            await session.InsertAsync(new FanInRow { Id = id + "-9-9", InstanceId = id, BookmarkId = id + "-9-9", Total = 2 });
            return 1;
        });

        await AssertMendsOnceAsync(engine, id, "counter-left-over");
        Assert.Empty(await engine.RowsAsync<FanInRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Counter_WhileChildrenAreStillBeingStarted_IsLeftAlone(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Bulk.Chart(), Bulk.Child);
        var deliver = engine.Services.Deliver;
        engine.Services.Deliver = null;
        var few = await engine.StartAsync("bulk", input: Bulk.Ids(5));
        var many = await engine.StartAsync("bulk", input: Bulk.Ids(250));

        Assert.Empty(await engine.Reconciler.RunAsync());

        engine.Services.Deliver = deliver;
        engine.Time.Advance(engine.Services.Lease + TimeSpan.FromSeconds(1));
        await engine.Pump.SweepAsync();
        await EndAsync(engine, 255);
        Assert.Empty(await engine.Reconciler.RunAsync());
        Assert.Equal(("Finished", "Finished"), ((await engine.InstanceAsync(few)).SubStatus, (await engine.InstanceAsync(many)).SubStatus));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task ChildStart_ThatFailedTooOftenAndIsDismissed_HoldsItsParentUpNoLonger(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Parent("nowhere"), Bulk.Chart(completed: Bulk.Add("Sum", "1")).Replace("\"value\":\"child\"", "\"value\":\"nowhere\"", StringComparison.Ordinal));
        var (one, each) = (await engine.StartAsync("parent"), await engine.StartAsync("bulk", input: Bulk.Ids(2)));
        for (var attempt = 0; attempt < 10; attempt++)
        {
            engine.Time.Advance(TimeSpan.FromMinutes(11));
            await engine.Pump.SweepAsync();
        }

        foreach (var letter in await engine.RowsAsync<OutboxRow>())
        {
            Assert.True(letter.Dead);
            Assert.Empty(await engine.Reconciler.RunAsync());
            Assert.IsType<RuntimeResult.Landed>(await engine.Letters.DismissAsync(new LetterRequest(LetterKinds.Outbox, letter.Id, "admin", "there is no such workflow")));
        }

        engine.Time.Advance(TimeSpan.FromMinutes(1));
        await engine.Pump.SweepAsync();
        Assert.Equal((("Finished", 2L), ("Finished", 3L, "0")), (((await engine.InstanceAsync(one)).SubStatus, (await engine.InstanceAsync(one)).Sequence), await StandingAsync(engine, each)));
        await AssertNothingIsLeftAsync(engine);
    }

    private static string Parent(string child) => Flow.Chart("parent", [Flow.Node("Elsa.ExecuteWorkflow", "child", ("workflowDefinitionId", child), ("waitForCompletion", true))]);

    private static async Task EndAsync(TestEngine engine, int children)
    {
        foreach (var wait in (await engine.RowsAsync<BookmarkRow>()).Where(row => row.StimulusKey == "go").OrderBy(row => row.InstanceId, StringComparer.Ordinal).Take(children))
        {
            await engine.Runtime.ResumeAsync(new ResumeRequest(wait.InstanceId, wait.BookmarkId, null));
        }

        await engine.Pump.IdleAsync();
    }

    private static async Task AssertMendsOnceAsync(TestEngine engine, string instance, string kind)
    {
        Assert.Equal((kind, instance), Assert.Single(await engine.Reconciler.RunAsync()) is var found ? (found.Kind, found.InstanceId) : default);
        await engine.Pump.IdleAsync();
        Assert.Empty(await engine.Reconciler.RunAsync());
        Assert.Single(await engine.RowsAsync<HistoryRow>(), row => row.Kind == "engine.mended");
    }

    private static async Task<(string SubStatus, long Sequence, string? Name)> StandingAsync(TestEngine engine, string id)
    {
        var row = await engine.InstanceAsync(id);
        return (row.SubStatus, row.Sequence, row.Name);
    }

    private static async Task AssertNothingIsLeftAsync(TestEngine engine)
    {
        Assert.Empty(await engine.RowsAsync<BookmarkRow>());
        Assert.Empty(await engine.RowsAsync<FanInRow>());
        Assert.Empty(await engine.RowsAsync<OutboxRow>());
        Assert.Empty(await engine.RowsAsync<ParkedStimulusRow>());
    }

    private static Task<int> HandAsync(TestEngine engine, Func<CommitSession, ValueTask<int>> change) => engine.Door.RunAsync("hand", change);
}
