using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>What nobody takes stays visible until a person decides.</summary>
public sealed class DeadLetterTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Stimulus_QueuedForAnInstanceThatEndsFirst_IsADeadLetterAndOnlyDismissed(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one", "two"));
        var id = await engine.StartAsync("steps", "case/1");
        var deliver = engine.Services.Deliver;
        engine.Services.Deliver = null;
        await engine.SignalAsync("one", 17);
        await engine.Runtime.CancelAsync(id, "7", "重复");
        engine.Services.Deliver = deliver;

        engine.Time.Advance(TimeSpan.FromMinutes(1));
        await engine.Pump.SweepAsync();

        var letter = Assert.Single(await engine.RowsAsync<ParkedStimulusRow>());
        Assert.Equal((true, "17", "one"), (letter.Dead, letter.PayloadJson, letter.StimulusKey));
        Assert.Contains("Cancelled", letter.DeadReason, StringComparison.Ordinal);
        Assert.Empty(await engine.RowsAsync<OutboxRow>());
        var request = Letter(letter.Id, "补录后不再需要");
        Assert.Equal("not-running", Assert.IsType<RuntimeResult.Refused>(await engine.Letters.ReleaseAsync(request)).Code);
        Assert.IsType<RuntimeResult.Landed>(await engine.Letters.DismissAsync(request));
        Assert.Empty(await engine.RowsAsync<ParkedStimulusRow>());
        Assert.Equal("not-found", Assert.IsType<RuntimeResult.Refused>(await engine.Letters.DismissAsync(request)).Code);
        Assert.Contains(await engine.RowsAsync<HistoryRow>(), row => row is { Subject: "case/1", Kind: "dead-letter.dismissed", Actor: "7" });
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Stimulus_NobodyEverWaitsFor_IsPutAsideByDecisionAndReleasedLater(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one"));
        await engine.SignalAsync("one");
        var letter = Letter(Assert.Single(await engine.RowsAsync<ParkedStimulusRow>()).Id, "误发");
        engine.Time.Advance(TimeSpan.FromDays(400));
        await engine.Pump.SweepAsync();
        Assert.False(Assert.Single(await engine.RowsAsync<ParkedStimulusRow>()).Dead);

        Assert.IsType<RuntimeResult.Landed>(await engine.Letters.PutAsideAsync(letter));
        Assert.Equal("not-waiting", Assert.IsType<RuntimeResult.Refused>(await engine.Letters.PutAsideAsync(letter)).Code);
        var id = await engine.StartAsync("steps");
        Assert.Equal("Suspended", (await engine.InstanceAsync(id)).SubStatus);

        Assert.IsType<RuntimeResult.Landed>(await engine.Letters.ReleaseAsync(letter));
        await engine.Pump.IdleAsync();
        Assert.Equal("Finished", (await engine.InstanceAsync(id)).SubStatus);
        Assert.Empty(await engine.RowsAsync<ParkedStimulusRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Delivery_ThatFailedTooOften_IsDeliveredAgainOnceItsCauseIsMended(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind,
            Flow.Chart("parent", [Flow.Node("Elsa.ExecuteWorkflow", "child", ("workflowDefinitionId", "later"), ("waitForCompletion", true))]));
        var id = await engine.StartAsync("parent");
        for (var attempt = 0; attempt < 10; attempt++)
        {
            engine.Time.Advance(TimeSpan.FromMinutes(11));
            await engine.Pump.SweepAsync();
        }

        var dead = Assert.Single(await engine.RowsAsync<OutboxRow>());
        await engine.Definitions.ImportAsync(Flow.Chart("later", [Flow.Node("Elsa.WriteLine", "say", ("text", "ok"))]), "system", publish: true);
        engine.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(0, await engine.Pump.SweepAsync());

        Assert.IsType<RuntimeResult.Landed>(await engine.Letters.ReleaseAsync(new LetterRequest(LetterKinds.Outbox, dead.Id, "7", "已发布子流程")));
        await engine.Pump.SweepAsync();

        Assert.Equal("Finished", (await engine.InstanceAsync(id)).SubStatus);
        Assert.Empty(await engine.RowsAsync<OutboxRow>());
    }

    private static LetterRequest Letter(long id, string reason) =>
        new(LetterKinds.Stimulus, id.ToString(System.Globalization.CultureInfo.InvariantCulture), "7", reason);
}
