using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>Many answers at once: none is lost, none counts twice, nothing stays stuck.</summary>
public sealed class CompletionTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Fork_BothBranchesAnsweredAtTheSameMoment_SixtyOfSixtyFinish(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, ForkAndJoin);
        var ids = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => engine.StartAsync("fork")));
        var bookmarks = await engine.RowsAsync<BookmarkRow>();
        Assert.Equal(120, bookmarks.Count);

        await Task.WhenAll(bookmarks.Select(bookmark => Task.Run(() =>
            engine.Runtime.ResumeAsync(new ResumeRequest(bookmark.InstanceId, bookmark.BookmarkId, null)))));

        var instances = await engine.RowsAsync<InstanceRow>();
        Assert.Equal(60, instances.Count(instance => instance.SubStatus == "Finished"));
        Assert.All(ids, id => Assert.Equal(3, instances.Single(instance => instance.Id == id).Sequence));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Fork_BranchesAnsweredOnTwoHosts_AllFinish(Database kind)
    {
        if (kind == Database.Sqlite)
        {
            // An embedded database belongs to one host.
            return;
        }

        await using var first = await TestEngine.CreateAsync(kind, ForkAndJoin);
        await using var second = first.AnotherHost();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => first.StartAsync("fork")));
        var bookmarks = await first.RowsAsync<BookmarkRow>();

        var results = await Task.WhenAll(bookmarks.Select((bookmark, index) => Task.Run(() =>
            (index % 2 == 0 ? first : second).Runtime.ResumeAsync(new ResumeRequest(bookmark.InstanceId, bookmark.BookmarkId, null)))));

        Assert.All(results, result => Assert.IsType<RuntimeResult.Landed>(result));
        Assert.All(await first.RowsAsync<InstanceRow>(), instance => Assert.Equal(("Finished", 3L), (instance.SubStatus, instance.Sequence)));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Completion_ThousandRightAfterSuspension_LeavesNothingStuck(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Chart(
            "steps", [Flow.Event("one"), Flow.Node("Elsa.RunTask", "two", ("taskName", "two"))], "one>two"));
        await Task.WhenAll(Enumerable.Range(0, 500).Select(async number =>
        {
            var id = await engine.StartAsync("steps", $"case/{number}");
            await engine.SignalAsync("one", correlationId: $"case/{number}");
            var bookmark = Assert.Single(await BookmarksOf(engine, id));
            Assert.IsType<RuntimeResult.Landed>(await engine.Runtime.ResumeAsync(new ResumeRequest(id, bookmark.BookmarkId, null)));
        }));

        Assert.All(await engine.RowsAsync<InstanceRow>(), instance => Assert.Equal("Finished", instance.SubStatus));
        Assert.Empty(await engine.RowsAsync<BookmarkRow>());
        Assert.Empty(await engine.RowsAsync<OutboxRow>());
        Assert.Empty(await engine.RowsAsync<ParkedStimulusRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task FanIn_ThousandChildren_ParentGoesOnOnce(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Bulk, Flow.Steps("child", "go"));
        var items = new System.Text.Json.Nodes.JsonArray([.. Enumerable.Range(0, 1000).Select(number => (System.Text.Json.Nodes.JsonNode)number)]);
        var parent = await engine.StartAsync("bulk", input: new() { ["Ids"] = items });
        Assert.Equal(1001, (await engine.RowsAsync<InstanceRow>()).Count);

        // Every child in its own transaction, all at once.
        await engine.SignalAsync("go");
        await engine.Pump.IdleAsync();

        var done = await engine.InstanceAsync(parent);
        Assert.Equal(("Finished", 2L), (done.SubStatus, done.Sequence));
        Assert.Empty(await engine.RowsAsync<FanInRow>());
        Assert.Empty(await engine.RowsAsync<OutboxRow>());
    }

    private static string Bulk => Flow.Chart("bulk",
        [Flow.Script(Flow.Node("Elsa.BulkDispatchWorkflows", "all", ("workflowDefinitionId", "child"), ("waitForCompletion", true)), "items", "getInput('Ids')")]);

    private static string ForkAndJoin => Flow.Chart("fork",
        [
            Flow.Node("Elsa.FlowFork", "fork", ("branches", new System.Text.Json.Nodes.JsonArray("L", "R"))),
            Flow.Event("left"), Flow.Event("right"),
            Flow.Node("Elsa.FlowJoin", "join", ("mode", "WaitAll")),
        ],
        "fork.L>left", "fork.R>right", "left>join", "right>join");

    private static async Task<List<BookmarkRow>> BookmarksOf(TestEngine engine, string id)
    {
        await using var context = engine.Database.Context();
        return await context.Set<BookmarkRow>().AsNoTracking().Where(bookmark => bookmark.InstanceId == id).ToListAsync();
    }
}
