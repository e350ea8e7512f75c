using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>A suspended instance stands still; what comes meanwhile waits and is there when it goes on.</summary>
public sealed class SuspensionTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Signal_WhileSuspended_WaitsAndIsDeliveredWhenLifted(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one", "two"));
        var id = await engine.StartAsync("steps", "case/1");
        Assert.IsType<RuntimeResult.Landed>(await engine.Runtime.SuspendAsync(new SuspendRequest(id) { Actor = "7", Reason = "等待上级答复" }));

        await engine.SignalAsync("one");
        engine.Time.Advance(TimeSpan.FromMinutes(10));
        await engine.Pump.SweepAsync();
        Assert.Equal(1, (await engine.InstanceAsync(id)).Sequence);
        Assert.True(Assert.Single(await engine.RowsAsync<OutboxRow>()).Held);

        Assert.IsType<RuntimeResult.Landed>(await engine.Runtime.ContinueAsync(new SuspendRequest(id) { Actor = "7" }));
        Assert.Equal(2, (await engine.InstanceAsync(id)).Sequence);
        await engine.SignalAsync("two");
        Assert.Equal("Finished", (await engine.InstanceAsync(id)).SubStatus);
        Assert.Empty(await engine.RowsAsync<OutboxRow>());
        var kinds = (await engine.RowsAsync<HistoryRow>()).Where(row => row.Subject == "case/1").OrderBy(row => row.Seq).Select(row => row.Kind);
        Assert.Equal(["workflow.transition", "workflow.suspended", "workflow.continued", "workflow.transition", "workflow.transition"], kinds);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Timer_DueWhileSuspended_FiresWhenLifted(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Chart("pause", [Flow.Node("Elsa.Delay", "pause", ("timeSpan", "01:00:00"))]));
        var id = await engine.StartAsync("pause");
        await engine.Runtime.SuspendAsync(new SuspendRequest(id));
        engine.Time.Advance(TimeSpan.FromHours(2));
        await engine.Pump.SweepAsync();
        Assert.Equal(0, await engine.Pump.SweepAsync());
        Assert.True(Assert.Single(await engine.RowsAsync<TimerRow>()).Held);

        await engine.Runtime.ContinueAsync(new SuspendRequest(id));
        await engine.Pump.SweepAsync();

        Assert.Equal("Finished", (await engine.InstanceAsync(id)).SubStatus);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Answer_WhileSuspended_AMachinesWaitsAPersonsIsRefused(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one"));
        var id = await engine.StartAsync("steps");
        var answer = new ResumeRequest(id, (await engine.RowsAsync<BookmarkRow>()).Single().BookmarkId, null);
        await engine.Runtime.SuspendAsync(new SuspendRequest(id));

        var person = await engine.Runtime.ResumeAsync(answer with { Also = session => session.InsertAsync(new Parcel { Id = 1 }), RequestKey = "form-1" });
        Assert.Equal(Refusal.Suspended, Assert.IsType<RuntimeResult.Refused>(person).Code);
        Assert.Empty(await engine.RowsAsync<Parcel>());
        Assert.Equal("Held", Assert.IsType<RuntimeResult.Landed>(await engine.Runtime.ResumeAsync(answer with { MayWait = true, RequestKey = "machine-1" })).Status);
        Assert.IsType<RuntimeResult.Repeated>(await engine.Runtime.ResumeAsync(answer with { MayWait = true, RequestKey = "machine-1" }));

        await engine.Runtime.ContinueAsync(new SuspendRequest(id));
        Assert.Equal("Finished", (await engine.InstanceAsync(id)).SubStatus);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Suspend_SameKeyTwice_IsRepeatedAndAnotherIsToldWhy(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one"));
        var id = await engine.StartAsync("steps");
        var request = new SuspendRequest(id) { RequestKey = "s-1" };

        Assert.IsType<RuntimeResult.Landed>(await engine.Runtime.SuspendAsync(request));
        Assert.IsType<RuntimeResult.Repeated>(await engine.Runtime.SuspendAsync(request));
        Assert.Equal("already-suspended", Assert.IsType<RuntimeResult.Refused>(await engine.Runtime.SuspendAsync(request with { RequestKey = "s-2" })).Code);
        await engine.Runtime.CancelAsync(id, "7", "不再需要");
        Assert.Equal("not-running", Assert.IsType<RuntimeResult.Refused>(await engine.Runtime.ContinueAsync(new SuspendRequest(id))).Code);
        Assert.Equal("not-found", Assert.IsType<RuntimeResult.Refused>(await engine.Runtime.SuspendAsync(new SuspendRequest("nobody"))).Code);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Suspend_WhileTwoHundredSignalsComeIn_LosesNone(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one", "two"));
        var ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => engine.StartAsync("steps", $"case/{number}")));

        var commands = ids.SelectMany((id, number) => new Func<Task>[]
        {
            () => engine.SignalAsync("one", correlationId: $"case/{number}"),
            () => engine.Runtime.SuspendAsync(new SuspendRequest(id)),
            () => engine.SignalAsync("two", correlationId: $"case/{number}"),
            () => engine.Runtime.ContinueAsync(new SuspendRequest(id)),
        });
        await Task.WhenAll(commands.Select(command => Task.Run(command)));
        await Task.WhenAll(ids.Select(id => engine.Runtime.ContinueAsync(new SuspendRequest(id))));
        await engine.Pump.IdleAsync();

        Assert.All(await engine.RowsAsync<InstanceRow>(), instance => Assert.Equal(("Finished", false), (instance.SubStatus, instance.Paused)));
        Assert.Empty(await engine.RowsAsync<OutboxRow>());
        Assert.Empty(await engine.RowsAsync<ParkedStimulusRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Repair_SameKeyTwice_ActsOnceAlsoOnASuspendedInstance(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one", "two"));
        var id = await engine.StartAsync("steps", "case/1");
        await engine.Runtime.SuspendAsync(new SuspendRequest(id));
        var skip = new RepairRequest(id, new Stimulus.Skip(id + ":3")) { Actor = "7", Reason = "现场已确认", RequestKey = "k" };

        Assert.IsType<RuntimeResult.Landed>(await engine.Runtime.RepairAsync(skip));
        Assert.IsType<RuntimeResult.Repeated>(await engine.Runtime.RepairAsync(skip));

        Assert.Equal("two", Assert.Single(await engine.RowsAsync<BookmarkRow>()).ActivityId);
        var last = (await engine.RowsAsync<HistoryRow>()).OrderBy(row => row.Seq).Last(row => row.Subject == "case/1");
        Assert.Equal("现场已确认", JsonNode.Parse(last.Data)!["comment"]!.ToString());
    }
}
