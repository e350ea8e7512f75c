using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>Published definitions that start by an event or by the clock.</summary>
public sealed class StartTriggerTests
{
    private const string Singleton = "Elsa.Workflows.Runtime.ActivationStrategies.SingletonStrategy, Elsa.Workflows.Runtime";

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Event_OfAPublishedDefinition_StartsAnInstanceAtThatNode(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind,
            Flow.Chart("orders", [Flow.Node("Elsa.WriteLine", "never", ("text", "x")), Trigger(Flow.Event("placed")), Flow.Event("paid")], "never>placed", "placed>paid"));

        Assert.Equal("Delivered", Assert.IsType<RuntimeResult.Landed>(await engine.SignalAsync("placed", new JsonObject { ["no"] = 5 }, "case/5")).Status);

        var instance = Assert.Single(await engine.RowsAsync<InstanceRow>());
        Assert.Equal(("orders", "case/5", "Suspended"), (instance.DefinitionId, instance.CorrelationId, instance.SubStatus));
        Assert.Equal("paid", Assert.Single(await engine.RowsAsync<BookmarkRow>()).ActivityId);
        Assert.Empty(await engine.RowsAsync<ParkedStimulusRow>());
        await engine.SignalAsync("paid", correlationId: "case/5");
        Assert.Equal("Finished", Assert.Single(await engine.RowsAsync<InstanceRow>()).SubStatus);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Event_OfASingletonThatRuns_IsParkedAndNotLost(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind,
            Activated(Flow.Chart("orders", [Trigger(Flow.Event("placed")), Flow.Event("paid")], "placed>paid"), Singleton));
        await engine.SignalAsync("placed");
        await engine.SignalAsync("placed");

        Assert.Single(await engine.RowsAsync<InstanceRow>());
        Assert.False(Assert.Single(await engine.RowsAsync<ParkedStimulusRow>()).Dead);
        Assert.Empty(await engine.RowsAsync<OutboxRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Timer_OfAPublishedDefinition_FiresAtEachIntervalAndOnceForThoseMissed(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Every("00:10:00"));
        Assert.Equal(0, await engine.Pump.SweepAsync());
        engine.Time.Advance(TimeSpan.FromMinutes(10));
        await engine.Pump.SweepAsync();
        Assert.Single(await engine.RowsAsync<InstanceRow>());

        engine.Time.Advance(TimeSpan.FromHours(5) + TimeSpan.FromMinutes(3));
        await using var restarted = engine.AnotherHost();
        await restarted.Pump.SweepAsync();
        await engine.Pump.SweepAsync();

        Assert.Equal(2, (await engine.RowsAsync<InstanceRow>()).Count);
        var row = Assert.Single(await engine.RowsAsync<StartTriggerRow>());
        Assert.Equal((2L, new DateTime(2026, 6, 1, 5, 20, 0, DateTimeKind.Utc)), (row.Fired, row.DueAt));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Timer_TwoHostsSweep_StartsOneInstance(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Every("00:10:00"));
        await using var other = engine.AnotherHost();
        for (var round = 1; round <= 20; round++)
        {
            engine.Time.Advance(TimeSpan.FromMinutes(10));
            await Task.WhenAll(engine.Pump.SweepAsync(), other.Pump.SweepAsync());
            Assert.Equal(round, (await engine.RowsAsync<InstanceRow>()).Count);
        }
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Cron_OfAPublishedDefinition_FiresInTheConfiguredZone(Database kind)
    {
        // The test's clock starts at 08:00 in Shanghai.
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Chart("daily", [Trigger(Flow.Node("Elsa.Cron", "clock", ("cronExpression", "30 9 * * *")))]));
        Assert.Equal(new DateTime(2026, 6, 1, 1, 30, 0, DateTimeKind.Utc), Assert.Single(await engine.RowsAsync<StartTriggerRow>()).DueAt);
        engine.Time.Advance(TimeSpan.FromMinutes(91));
        await engine.Pump.SweepAsync();

        Assert.Equal("Finished", Assert.Single(await engine.RowsAsync<InstanceRow>()).SubStatus);
        Assert.Equal(new DateTime(2026, 6, 2, 1, 30, 0, DateTimeKind.Utc), Assert.Single(await engine.RowsAsync<StartTriggerRow>()).DueAt);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task StartAt_ThatHasPassed_FiresOnceAndNeverAgainAlsoWhenPublishedAnew(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Once("x"));
        engine.Time.Advance(TimeSpan.FromDays(2));
        await engine.Pump.SweepAsync();
        await engine.Definitions.ImportAsync(Once("y"), "system", publish: true);
        engine.Time.Advance(TimeSpan.FromDays(2));
        await engine.Pump.SweepAsync();

        Assert.Single(await engine.RowsAsync<InstanceRow>());
        Assert.Null(Assert.Single(await engine.RowsAsync<StartTriggerRow>()).DueAt);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Publishing_NewVersionAndRetracting_ReplaceTheTriggersInTheSameCommit(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Every("00:10:00"));
        engine.Time.Advance(TimeSpan.FromMinutes(4));
        await engine.Definitions.ImportAsync(Every("00:10:00", "other text"), "system", publish: true);
        var same = Assert.Single(await engine.RowsAsync<StartTriggerRow>());
        Assert.Equal((2, new DateTime(2026, 6, 1, 0, 10, 0, DateTimeKind.Utc)), (same.DefinitionVersion, same.DueAt));

        await engine.Definitions.ImportAsync(Every("01:00:00"), "system", publish: true);
        Assert.Equal(new DateTime(2026, 6, 1, 1, 4, 0, DateTimeKind.Utc), Assert.Single(await engine.RowsAsync<StartTriggerRow>()).DueAt);

        await engine.Door.RunAsync("7", session => engine.Definitions.RetractAsync(session, "often", 3));
        Assert.Empty(await engine.RowsAsync<StartTriggerRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Timer_OfASingletonThatRuns_IsPassedOver(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Activated(
            Flow.Chart("often", [Trigger(Flow.Node("Elsa.Timer", "clock", ("interval", "00:10:00"))), Flow.Event("done")], "clock>done"), Singleton));
        for (var round = 0; round < 3; round++)
        {
            engine.Time.Advance(TimeSpan.FromMinutes(10));
            await engine.Pump.SweepAsync();
        }

        Assert.Single(await engine.RowsAsync<InstanceRow>());
        var row = Assert.Single(await engine.RowsAsync<StartTriggerRow>());
        Assert.Equal((3L, false), (row.Fired, row.Dead));
        Assert.NotNull(row.LastError);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Publishing_ScheduleThatCannotBeRead_IsAVisibleDeadTrigger(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Every("often"));
        var row = Assert.Single(await engine.RowsAsync<StartTriggerRow>());
        Assert.True(row.Dead);
        Assert.NotNull(row.LastError);
        Assert.Equal(0, await engine.Pump.SweepAsync());
    }

    private static string Every(string interval, string text = "tick") => Flow.Chart("often",
        [Trigger(Flow.Node("Elsa.Timer", "clock", ("interval", interval))), Flow.Node("Elsa.WriteLine", "say", ("text", text))], "clock>say");

    private static string Once(string text) => Flow.Chart("once",
        [Trigger(Flow.Node("Elsa.StartAt", "clock", ("dateTime", "2026-06-02T00:00:00Z"))), Flow.Node("Elsa.WriteLine", "say", ("text", text))], "clock>say");

    private static JsonObject Trigger(JsonObject node)
    {
        node["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        return node;
    }

    private static string Activated(string definition, string strategy)
    {
        var json = (JsonObject)JsonNode.Parse(definition)!;
        json["options"] = new JsonObject { ["activationStrategyType"] = strategy };
        return json.ToJsonString();
    }
}
