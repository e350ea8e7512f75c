using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>However its children end, and on whichever host, a parent goes on once, after the last.</summary>
public sealed class FanInTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Children_ThatEndWellFaultedAndCancelled_AllCount(Database kind)
    {
        var told = Flow.Script(Flow.Node("Elsa.SetName", "told"), "value", "JSON.stringify(getOutputFrom('all', 'Result'))");
        var chart = Flow.Chart("bulk", [Dispatch(3), told], "all>told");
        await using var engine = await TestEngine.CreateAsync(kind, chart, Bulk.Failing);
        var parent = await engine.StartAsync("bulk");
        await engine.Pump.IdleAsync();
        var waits = (await engine.RowsAsync<BookmarkRow>()).Where(row => row.StimulusKey == "go").ToList();
        await engine.Runtime.CancelAsync(waits[0].InstanceId, "system", "not needed");
        await engine.SignalAsync("go");
        await engine.Pump.IdleAsync();

        var done = await engine.InstanceAsync(parent);
        var faulted = (await engine.RowsAsync<InstanceRow>()).Count(row => row.SubStatus == "Faulted");
        Assert.Equal(("Finished", 2L, $$"""{"Finished":3,"Faulted":{{faulted}}}"""), (done.SubStatus, done.Sequence, done.Name));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Children_ThatEndInTheirFirstTransition_LeaveNoParentBehind(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Chart("bulk", [Dispatch(4)]), Flow.Chart("child", [Flow.Node("Elsa.WriteLine", "say", ("text", "done"))]));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => engine.StartAsync("bulk"))));
        await engine.Pump.IdleAsync();

        Assert.All(await engine.RowsAsync<InstanceRow>(), row => Assert.Equal(("Finished", row.ParentInstanceId is null ? 2L : 1L), (row.SubStatus, row.Sequence)));
        Assert.Empty(await engine.RowsAsync<FanInRow>());
        Assert.Empty(await engine.RowsAsync<OutboxRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Children_AnsweredAtTheSameMomentOnTwoHosts_LeaveNoParentBehind(Database kind)
    {
        if (kind == Database.Sqlite)
        {
            // An embedded database belongs to one host.
            return;
        }

        await using var first = await TestEngine.CreateAsync(kind, Flow.Chart("bulk", [Dispatch(2)]), Flow.Steps("child", "go"));
        await using var second = first.AnotherHost();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => first.StartAsync("bulk")));
        await first.Pump.IdleAsync();
        var waits = (await first.RowsAsync<BookmarkRow>()).Where(row => row.StimulusKey == "go").ToList();
        Assert.Equal(80, waits.Count);

        await Task.WhenAll(waits.Select((wait, index) => Task.Run(() =>
            (index % 2 == 0 ? first : second).Runtime.ResumeAsync(new ResumeRequest(wait.InstanceId, wait.BookmarkId, null)))));
        await Task.WhenAll(first.Pump.IdleAsync(), second.Pump.IdleAsync());

        Assert.All(await first.RowsAsync<InstanceRow>(), row => Assert.Equal(("Finished", 2L), (row.SubStatus, row.Sequence)));
        Assert.Empty(await first.RowsAsync<FanInRow>());
        Assert.Empty(await first.RowsAsync<OutboxRow>());
    }

    private static JsonObject Dispatch(int children) => Flow.Node(
        "Elsa.BulkDispatchWorkflows", "all", ("workflowDefinitionId", "child"), ("items", new JsonArray([.. Enumerable.Range(1, children).Select(number => (JsonNode)number)])), ("waitForCompletion", true));
}
