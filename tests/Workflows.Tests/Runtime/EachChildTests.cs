using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>A bulk dispatch with ports drawn inside hears of every child, once, whatever ends at the same moment and whatever stops in between.</summary>
public sealed class EachChildTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Port_ThousandChildrenEndAtOnce_RunsOnceForEach(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Bulk.Chart(completed: Bulk.Add("Sum", "getInput('WorkflowOutput').Twice")), Bulk.Child);
        var parent = await engine.StartAsync("bulk", input: Bulk.Ids(1000));
        await engine.Pump.IdleAsync();

        await engine.SignalAsync("go");
        await engine.Pump.IdleAsync();

        var done = await engine.InstanceAsync(parent);
        Assert.Equal(("Finished", 1001L, "999000"), (done.SubStatus, done.Sequence, done.Name));
        await AssertNothingIsLeftAsync(engine);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Port_ChildrenEndWellAndFaulted_RunsTheOneOfEachEnd(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Bulk.Chart(completed: Bulk.Add("Sum", "1"), faulted: Bulk.Add("Sum", "getInput('WorkflowSubStatus') * 100")), Bulk.Failing);
        var parent = await engine.StartAsync("bulk", input: Bulk.Ids(4));
        await engine.Pump.IdleAsync();

        await engine.SignalAsync("go");
        await engine.Pump.IdleAsync();

        var done = await engine.InstanceAsync(parent);
        Assert.Equal(("Finished", "503"), (done.SubStatus, done.Name));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Port_ThatWaits_HoldsNoOtherChildUpAndIsNotCutOff(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Bulk.Chart(completed: Flow.Event("approve")), Bulk.Child);
        var parent = await engine.StartAsync("bulk", input: Bulk.Ids(3));
        await engine.Pump.IdleAsync();

        await engine.SignalAsync("go");
        await engine.Pump.IdleAsync();

        Assert.Equal("Suspended", (await engine.InstanceAsync(parent)).SubStatus);
        Assert.Equal(3, (await engine.RowsAsync<BookmarkRow>()).Count(wait => wait.StimulusKey == "approve"));
        Assert.Empty(await engine.RowsAsync<FanInRow>());
        await engine.SignalAsync("approve");
        await engine.Pump.IdleAsync();
        Assert.Equal("Finished", (await engine.InstanceAsync(parent)).SubStatus);
        await AssertNothingIsLeftAsync(engine);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Port_WithoutWaiting_IsNotRunAndTheNodeLeavesByDone(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Bulk.Chart(completed: Bulk.Add("Sum", "1"), waits: false), Bulk.Child);
        var parent = await engine.StartAsync("bulk", input: Bulk.Ids(2));
        await engine.Pump.IdleAsync();
        await engine.SignalAsync("go");
        await engine.Pump.IdleAsync();

        var done = await engine.InstanceAsync(parent);
        Assert.Equal(("Finished", 1L, "0"), (done.SubStatus, done.Sequence, done.Name));
        var history = Assert.Single(await engine.RowsAsync<HistoryRow>(), row => row.Subject == $"workflow/{parent}");
        Assert.Contains("all Completed Done", history.Data, StringComparison.Ordinal);
        await AssertNothingIsLeftAsync(engine);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Parent_CancelledWhileEndsWaitTheirTurn_LeavesNoRowBehind(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Bulk.Chart(completed: Bulk.Add("Sum", "1")), Bulk.Child);
        var parent = await engine.StartAsync("bulk", input: Bulk.Ids(5));
        await engine.Pump.IdleAsync();
        engine.Services.Deliver = null;
        foreach (var wait in (await engine.RowsAsync<BookmarkRow>()).Where(row => row.StimulusKey == "go").Take(3))
        {
            await engine.Runtime.ResumeAsync(new ResumeRequest(wait.InstanceId, wait.BookmarkId, null));
        }

        Assert.Equal(2, (await engine.RowsAsync<ParkedStimulusRow>()).Count);
        await engine.Runtime.CancelAsync(parent, "system", "wrong batch");

        Assert.Empty(await engine.RowsAsync<ParkedStimulusRow>());
        Assert.Empty(await engine.RowsAsync<FanInRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Commit_StoppedBeforeEachStatement_TellsTheParentOnceOfEachChild(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Bulk.Chart(completed: Bulk.Add("Sum", "1")), Bulk.Child);
        for (var stopAt = 1; stopAt <= 90; stopAt += 3)
        {
            var parent = await engine.StartAsync("bulk", input: Bulk.Ids(3));
            await engine.Pump.IdleAsync();
            await StoppedAsync(engine, stopAt);

            for (var round = 0; round < 3; round++)
            {
                engine.Time.Advance(TimeSpan.FromMinutes(20));
                await engine.Pump.SweepAsync();
                await engine.SignalAsync("go");
                await engine.Pump.IdleAsync();
            }

            var done = await engine.InstanceAsync(parent);
            Assert.Equal(("Finished", 4L, "3"), (done.SubStatus, done.Sequence, done.Name));
        }

        Assert.Empty(await engine.RowsAsync<FanInRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task FailedChild_RetriedAfterItWasCounted_DoesNotCountTwice(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Bulk.Chart(), Bulk.Failing);
        var parent = await engine.StartAsync("bulk", input: Bulk.Ids(4));
        await engine.Pump.IdleAsync();
        var waits = (await engine.RowsAsync<BookmarkRow>()).Where(row => row.StimulusKey == "go").ToList();
        foreach (var wait in waits.Take(3))
        {
            await engine.Runtime.ResumeAsync(new ResumeRequest(wait.InstanceId, wait.BookmarkId, null));
        }

        if ((await engine.RowsAsync<IncidentRow>()).SingleOrDefault() is { } incident)
        {
            await engine.Runtime.RepairAsync(new RepairRequest(incident.InstanceId, new Stimulus.Skip(incident.ActivityInstanceId)));
        }

        await engine.Pump.IdleAsync();
        Assert.Equal("Suspended", (await engine.InstanceAsync(parent)).SubStatus);
        await engine.Runtime.ResumeAsync(new ResumeRequest(waits[3].InstanceId, waits[3].BookmarkId, null));
        await engine.Pump.IdleAsync();
        Assert.Equal("Finished", (await engine.InstanceAsync(parent)).SubStatus);
    }

    private static async Task StoppedAsync(TestEngine engine, int statement)
    {
        var count = 0;
        engine.Services.Probe = _ =>
        {
            if (Interlocked.Increment(ref count) >= statement)
            {
                throw new IOException("the host stopped");
            }
        };
        try
        {
            await engine.SignalAsync("go");
            await engine.Pump.IdleAsync();
        }
        catch (IOException)
        {
            count = statement;
        }

        engine.Services.Probe = null;
        await engine.Pump.IdleAsync();
    }

    private static async Task AssertNothingIsLeftAsync(TestEngine engine)
    {
        Assert.All(await engine.RowsAsync<InstanceRow>(), instance => Assert.Equal("Finished", instance.SubStatus));
        Assert.Empty(await engine.RowsAsync<BookmarkRow>());
        Assert.Empty(await engine.RowsAsync<FanInRow>());
        Assert.Empty(await engine.RowsAsync<OutboxRow>());
        Assert.Empty(await engine.RowsAsync<ParkedStimulusRow>());
    }
}
