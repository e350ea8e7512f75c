using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>Somebody had his hands in the database: what the rows imply is put right, and what is right is left alone.</summary>
public sealed class ReconcilerTests
{
    private static string Pause => Flow.Chart("pause", [Flow.Node("Elsa.Delay", "pause", ("timeSpan", "01:00:00"))]);

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Round_OverRowsThatAgree_FindsNothing(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Pause, Parent, Flow.Steps("child", "go"), Flow.Steps("steps", "one"));
        await engine.StartAsync("pause");
        await engine.StartAsync("parent");
        await engine.StartAsync("steps");
        await engine.SignalAsync("nobody");
        Assert.Empty(await engine.Reconciler.RunAsync());
        Assert.DoesNotContain(await engine.RowsAsync<HistoryRow>(), row => row.Kind == "engine.mended");
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Timer_DeletedByHand_IsArmedAgainForItsInstantAlsoByAFreshHost(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Pause);
        var id = await engine.StartAsync("pause", "case/1");
        await HandAsync(engine, session => session.ExecuteAsync($"delete from timer where instance_id = {id}"));
        await using var fresh = engine.AnotherHost();

        Assert.Equal(("timer-missing", id), (Assert.Single(await fresh.Reconciler.RunAsync()) is var found ? (found.Kind, found.InstanceId) : default));
        Assert.Empty(await fresh.Reconciler.RunAsync());

        Assert.Equal(new DateTime(2026, 6, 1, 1, 0, 0, DateTimeKind.Utc), Assert.Single(await engine.RowsAsync<TimerRow>()).DueAt);
        engine.Time.Advance(TimeSpan.FromHours(1));
        await engine.Pump.SweepAsync();
        Assert.Equal("Finished", (await engine.InstanceAsync(id)).SubStatus);
        Assert.Contains(await engine.RowsAsync<HistoryRow>(), row => row is { Subject: "case/1", Kind: "engine.mended" });
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Timer_WithoutABookmark_IsTakenAway(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Pause);
        await HandAsync(engine, async session =>
        {
            await session.InsertAsync(new TimerRow { InstanceId = "nobody", BookmarkId = "nobody-1-1", DueAt = session.Now.AddDays(1) });
            return 1;
        });

        Assert.Equal("timer-left-over", Assert.Single(await engine.Reconciler.RunAsync()).Kind);
        Assert.Empty(await engine.RowsAsync<TimerRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Wait_ThatItsInstanceDoesNotKnow_IsTakenAway(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one"));
        var id = await engine.StartAsync("steps");
        await HandAsync(engine, async session =>
        {
            await session.InsertAsync(new BookmarkRow { InstanceId = id, BookmarkId = id + "-9-9", Name = "Elsa.Delay", ActivityId = "gone", CreatedAt = session.Now });
            return 1;
        });

        Assert.Equal("wait-left-over", Assert.Single(await engine.Reconciler.RunAsync()).Kind);
        Assert.Equal("one", Assert.Single(await engine.RowsAsync<BookmarkRow>()).ActivityId);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Parent_WhoseCounterWasLostOrSetBack_GoesOnWhenItsChildrenHaveEnded(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Parent, Flow.Steps("child", "go"));
        var (lost, behind) = (await engine.StartAsync("parent"), await engine.StartAsync("parent"));
        await HandAsync(engine, session => session.ExecuteAsync($"delete from fan_in where instance_id = {lost}"));
        await HandAsync(engine, session => session.ExecuteAsync($"update fan_in set finished = -1 where instance_id = {behind}"));
        await engine.SignalAsync("go");
        await engine.Pump.IdleAsync();
        Assert.Equal(("Running", "Running"), ((await engine.InstanceAsync(lost)).Status, (await engine.InstanceAsync(behind)).Status));

        Assert.All(await engine.Reconciler.RunAsync(), found => Assert.Equal("children-uncounted", found.Kind));
        await engine.Pump.IdleAsync();

        Assert.Equal(("Finished", "Finished"), ((await engine.InstanceAsync(lost)).Status, (await engine.InstanceAsync(behind)).Status));
        Assert.Empty(await engine.RowsAsync<FanInRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task ParkedStimulus_WhoseWaitIsThere_IsDeliveredByTheSweep(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one"));
        var (mine, other) = (await engine.StartAsync("steps", "case/1"), await engine.StartAsync("steps", "case/2"));
        await HandAsync(engine, async session =>
        {
            await session.InsertAsync(new ParkedStimulusRow { Id = 5, Name = "Elsa.Event", StimulusKey = "one", CorrelationId = "case/1", ArrivedAt = session.Now });
            return 1;
        });

        await engine.Pump.SweepAsync();
        await engine.Pump.IdleAsync();

        Assert.Equal(("Finished", "Running"), ((await engine.InstanceAsync(mine)).Status, (await engine.InstanceAsync(other)).Status));
        Assert.Empty(await engine.RowsAsync<ParkedStimulusRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Triggers_OfAnEarlierBuildsDatabase_AreArmed(Database kind)
    {
        var node = Flow.Node("Elsa.Timer", "clock", ("interval", "00:10:00"));
        node["customProperties"] = new System.Text.Json.Nodes.JsonObject { ["canStartWorkflow"] = true };
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Chart("often", [node]));
        await HandAsync(engine, session => session.ExecuteAsync($"delete from start_trigger"));

        Assert.Equal("triggers-missing", Assert.Single(await engine.Reconciler.RunAsync()).Kind);
        Assert.Single(await engine.RowsAsync<StartTriggerRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Lease_LongOver_IsFreedAndReported(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Pause);
        await engine.StartAsync("pause");
        await HandAsync(engine, session => session.ExecuteAsync($"update timer set owner = {"gone"}, lease_until = {session.Now}"));
        engine.Time.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal("lease-expired", Assert.Single(await engine.Reconciler.RunAsync()).Kind);
        Assert.Null(Assert.Single(await engine.RowsAsync<TimerRow>()).Owner);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Health_WhenNobodySweeps_SaysHowLateAndWellAgainAfterASweep(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Pause);
        await engine.StartAsync("pause");
        Assert.True((await engine.Health.ReadAsync()).IsWell);
        engine.Time.Advance(TimeSpan.FromMinutes(62));

        var late = await engine.Health.ReadAsync();
        Assert.Equal((1, 120d, false, 0L), (late.Due, late.LagSeconds, late.IsWell, late.Sweeps));

        await engine.Pump.SweepAsync();
        engine.Time.Advance(TimeSpan.FromSeconds(3));
        var well = await engine.Health.ReadAsync();
        Assert.Equal((0, true, 1L, 120d), (well.Due, well.IsWell, well.Sweeps, well.WorstLagSeconds));
    }

    private static string Parent => Flow.Chart("parent", [Flow.Node("Elsa.ExecuteWorkflow", "child", ("workflowDefinitionId", "child"), ("waitForCompletion", true))]);

    private static Task<int> HandAsync(TestEngine engine, Func<CommitSession, ValueTask<int>> change) => engine.Door.RunAsync("hand", change);
}
