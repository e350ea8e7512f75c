using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>The commands of the runtime on every database there is.</summary>
public sealed class WorkflowRuntimeTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Instance_StepByStep_FinishesWithOneHistoryEntryPerTransition(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one", "two"));
        var id = await engine.StartAsync("steps", "case/7");
        await engine.SignalAsync("one");
        Assert.Equal("Suspended", (await engine.InstanceAsync(id)).SubStatus);
        await engine.SignalAsync("two");

        var instance = await engine.InstanceAsync(id);
        Assert.Equal(("Finished", 3L), (instance.SubStatus, instance.Sequence));
        Assert.Empty(await engine.RowsAsync<BookmarkRow>());
        Assert.Empty(await engine.RowsAsync<OutboxRow>());
        var history = (await engine.RowsAsync<HistoryRow>()).Where(row => row.Subject == "case/7").OrderBy(row => row.Seq).ToList();
        Assert.Equal([1, 2, 3], history.Select(row => row.Seq));
        Assert.Equal("one", JsonNode.Parse(history[1].Data)!["from"]!.ToString());
        Assert.Equal("two", JsonNode.Parse(history[1].Data)!["to"]![0]!.ToString());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Resume_SameBookmarkByTwo_OneLandsAndOneIsGone(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one", "two"));
        var id = await engine.StartAsync("steps");
        var bookmark = (await engine.RowsAsync<BookmarkRow>()).Single().BookmarkId;

        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => engine.Runtime.ResumeAsync(new ResumeRequest(id, bookmark, null))));

        Assert.Single(results.OfType<RuntimeResult.Landed>());
        Assert.Equal("gone", Assert.Single(results.OfType<RuntimeResult.Refused>()).Code);
        Assert.Equal(2, (await engine.InstanceAsync(id)).Sequence);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Resume_SameKeyTwice_IsAnsweredAsRepeated(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one", "two"));
        var id = await engine.StartAsync("steps");
        var request = new ResumeRequest(id, (await engine.RowsAsync<BookmarkRow>()).Single().BookmarkId, null) { RequestKey = "form-1" };

        Assert.IsType<RuntimeResult.Landed>(await engine.Runtime.ResumeAsync(request));
        Assert.Equal(id, Assert.IsType<RuntimeResult.Repeated>(await engine.Runtime.ResumeAsync(request)).InstanceId);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Start_SameKeyTenTimesAtOnce_MakesOneInstance(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one"));
        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            engine.Runtime.StartAsync(new StartRequest("steps", []) { RequestKey = "task-1" })));

        var landed = Assert.Single(results.OfType<RuntimeResult.Landed>());
        Assert.All(results.OfType<RuntimeResult.Repeated>(), repeated => Assert.Equal(landed.InstanceId, repeated.InstanceId));
        Assert.Single(await engine.RowsAsync<InstanceRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Also_ThatFails_TakesTheTransitionWithIt(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one", "two"));
        var id = await engine.StartAsync("steps");
        var request = new ResumeRequest(id, (await engine.RowsAsync<BookmarkRow>()).Single().BookmarkId, null);

        await Assert.ThrowsAsync<InvalidDataException>(() => engine.Runtime.ResumeAsync(request with { Also = _ => throw new InvalidDataException("no") }));
        Assert.Equal(1, (await engine.InstanceAsync(id)).Sequence);
        Assert.IsType<RuntimeResult.Landed>(await engine.Runtime.ResumeAsync(request with
        {
            Also = session => session.InsertAsync(new Parcel { Id = 5 }),
        }));
        Assert.Single(await engine.RowsAsync<Parcel>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Signal_BeforeAnybodyWaits_IsParkedAndTakenByTheBookmarkThatOpens(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one", "two"));
        Assert.Equal("Parked", Assert.IsType<RuntimeResult.Landed>(await engine.SignalAsync("two", 2)).Status);
        var id = await engine.StartAsync("steps");
        Assert.Equal("Suspended", (await engine.InstanceAsync(id)).SubStatus);

        await engine.SignalAsync("one");

        Assert.Equal("Finished", (await engine.InstanceAsync(id)).SubStatus);
        Assert.Empty(await engine.RowsAsync<ParkedStimulusRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Signal_WithCorrelation_ReachesOnlyThatCase(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one"));
        var mine = await engine.StartAsync("steps", "case/1");
        var other = await engine.StartAsync("steps", "case/2");

        await engine.SignalAsync("one", correlationId: "case/1");

        Assert.Equal("Finished", (await engine.InstanceAsync(mine)).Status);
        Assert.Equal("Running", (await engine.InstanceAsync(other)).Status);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Cancel_WaitingInstance_TakesItsBookmarksAndTimers(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Chart("pause", [Flow.Node("Elsa.Delay", "pause", ("timeSpan", "01:00:00"))]));
        var id = await engine.StartAsync("pause");
        Assert.Single(await engine.RowsAsync<TimerRow>());

        Assert.IsType<RuntimeResult.Landed>(await engine.Runtime.CancelAsync(id, "7", "重复派发"));

        Assert.Equal("Cancelled", (await engine.InstanceAsync(id)).SubStatus);
        Assert.Empty(await engine.RowsAsync<TimerRow>());
        Assert.Empty(await engine.RowsAsync<BookmarkRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Command_OnUnknownInstance_IsNotFound(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind);
        Assert.Equal("not-found", Assert.IsType<RuntimeResult.Refused>(await engine.Runtime.CancelAsync("nobody", "7", null)).Code);
        Assert.Equal("not-found", Assert.IsType<RuntimeResult.Refused>(await engine.Runtime.StartAsync(new StartRequest("nothing", []))).Code);
    }
}
