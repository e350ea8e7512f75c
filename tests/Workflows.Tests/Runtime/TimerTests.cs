using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>Timers are rows; a sweep fires what is due, once.</summary>
public sealed class TimerTests
{
    private static string Pause => Flow.Chart("pause", [Flow.Node("Elsa.Delay", "pause", ("timeSpan", "01:00:00"))]);

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Timer_NotYetDue_IsLeftAlone(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Pause);
        var id = await engine.StartAsync("pause");
        engine.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, await engine.Pump.SweepAsync());
        Assert.Equal("Suspended", (await engine.InstanceAsync(id)).SubStatus);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Timer_DueWhileNobodyRan_FiresAfterTheRestart(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Pause);
        var id = await engine.StartAsync("pause");
        engine.Time.Advance(TimeSpan.FromDays(3));

        await using var restarted = engine.AnotherHost();
        await restarted.Pump.SweepAsync();

        Assert.Equal("Finished", (await engine.InstanceAsync(id)).SubStatus);
        Assert.Empty(await engine.RowsAsync<TimerRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Timer_TwoHostsSweep_FiresOnce(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Pause);
        for (var number = 0; number < 40; number++)
        {
            await engine.StartAsync("pause");
        }

        engine.Time.Advance(TimeSpan.FromHours(2));
        await using var other = engine.AnotherHost();
        await Task.WhenAll(engine.Pump.SweepAsync(), other.Pump.SweepAsync());

        Assert.All(await engine.RowsAsync<InstanceRow>(), instance => Assert.Equal(("Finished", 2L), (instance.SubStatus, instance.Sequence)));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Timer_RacesWithAnAnswer_OneOfThemWins(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Chart("race",
            [
                Flow.Node("Elsa.FlowFork", "fork", ("branches", new System.Text.Json.Nodes.JsonArray("L", "R"))),
                Flow.Event("answer"), Flow.Node("Elsa.Delay", "late", ("timeSpan", "01:00:00")),
                Flow.Node("Elsa.FlowJoin", "join", ("mode", "WaitAny")),
            ],
            "fork.L>answer", "fork.R>late", "answer>join", "late>join"));
        for (var number = 0; number < 20; number++)
        {
            await engine.StartAsync("race", $"case/{number}");
        }

        engine.Time.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(engine.Pump.SweepAsync(), engine.SignalAsync("answer"));
        await engine.Pump.IdleAsync();

        Assert.All(await engine.RowsAsync<InstanceRow>(), instance => Assert.Equal(("Finished", 2L), (instance.SubStatus, instance.Sequence)));
        Assert.Empty(await engine.RowsAsync<BookmarkRow>());
        Assert.Empty(await engine.RowsAsync<TimerRow>());
    }
}
