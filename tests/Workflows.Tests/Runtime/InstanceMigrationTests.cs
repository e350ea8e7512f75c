using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>Running instances move to another version with a map, a dry run and a result each.</summary>
public sealed class InstanceMigrationTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Migrate_WaitingInstance_GoesOnAtTheMappedNodeOfTheNewVersion(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one", "two"));
        var id = await engine.StartAsync("steps", "case/1");
        await engine.Definitions.ImportAsync(Flow.Chart("steps", [Flow.Event("first", "one"), Flow.Event("extra"), Flow.Event("two")], "first>extra", "extra>two"), "system", publish: true);
        var request = new MigrateRequest([id], 2, new Dictionary<string, string> { ["one"] = "first" }, "7", DryRun: true);

        Assert.True(Assert.Single(await engine.Migration.RunAsync(request)).Moved);
        Assert.Equal(1, (await engine.InstanceAsync(id)).DefinitionVersion);
        Assert.True(Assert.Single(await engine.Migration.RunAsync(request with { DryRun = false })).Moved);

        foreach (var name in new[] { "one", "extra", "two" })
        {
            Assert.Equal("Running", (await engine.InstanceAsync(id)).Status);
            await engine.SignalAsync(name, correlationId: "case/1");
        }

        Assert.Equal((2, "Finished"), ((await engine.InstanceAsync(id)).DefinitionVersion, (await engine.InstanceAsync(id)).Status));
        Assert.Contains(await engine.RowsAsync<HistoryRow>(), row => row is { Subject: "case/1", Kind: "workflow.migrated", Actor: "7" });
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Migrate_NodeWithoutATarget_StaysAndSaysWhy(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one", "two"));
        var id = await engine.StartAsync("steps");
        await engine.Definitions.ImportAsync(Flow.Steps("steps", "two"), "system", publish: true);

        var result = Assert.Single(await engine.Migration.RunAsync(new MigrateRequest([id], 2, new Dictionary<string, string>(), "7", DryRun: false)));

        Assert.Equal((false, "node-missing"), (result.Moved, result.Code));
        Assert.Equal(1, (await engine.InstanceAsync(id)).DefinitionVersion);
        await engine.SignalAsync("one");
        Assert.Equal(2, (await engine.InstanceAsync(id)).Sequence);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Migrate_RunningClock_IsKeptOrSetAnewAsChosen(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Pause("wait", "02:00:00"));
        var (kept, anew, late) = (await engine.StartAsync("pause"), await engine.StartAsync("pause"), await engine.StartAsync("pause"));
        await engine.Definitions.ImportAsync(Pause("hold", "00:30:00"), "system", publish: true);
        engine.Time.Advance(TimeSpan.FromMinutes(20));
        var request = new MigrateRequest([kept], 2, new Dictionary<string, string> { ["wait"] = "hold" }, "7", DryRun: false) { Reason = "时限调整" };

        Assert.True(Assert.Single(await engine.Migration.RunAsync(request)).Moved);
        Assert.True(Assert.Single(await engine.Migration.RunAsync(request with { InstanceIds = [anew], Clocks = ClockChoice.Recompute })).Moved);
        engine.Time.Advance(TimeSpan.FromMinutes(10));
        await engine.Pump.SweepAsync();
        Assert.Equal(("Running", "Finished"), ((await engine.InstanceAsync(kept)).Status, (await engine.InstanceAsync(anew)).Status));

        // What the new version would have finished already comes due at once.
        engine.Time.Advance(TimeSpan.FromMinutes(30));
        await engine.Migration.RunAsync(request with { InstanceIds = [late], Clocks = ClockChoice.Recompute });
        await engine.Pump.SweepAsync();
        Assert.Equal("Finished", (await engine.InstanceAsync(late)).Status);

        engine.Time.Advance(TimeSpan.FromHours(1));
        await engine.Pump.SweepAsync();
        Assert.Equal("Finished", (await engine.InstanceAsync(kept)).Status);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Migrate_InstanceWithAnIncident_CanBeRetriedUnderTheNewNodeId(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Says("x", "missing.value"));
        var id = await engine.StartAsync("says");
        await engine.Definitions.ImportAsync(Says("y", "'ok'"), "system", publish: true);

        await engine.Migration.RunAsync(new MigrateRequest([id], 2, new Dictionary<string, string> { ["x"] = "y" }, "7", DryRun: false));

        Assert.Equal("y", Assert.Single(await engine.RowsAsync<IncidentRow>()).ActivityId);
        Assert.True(Assert.Single(await engine.Alike.RunAsync(new AlikeRequest("says", 2, "y", "input", "7"))).Done);
        Assert.Equal("Finished", (await engine.InstanceAsync(id)).Status);
    }

    private static string Pause(string node, string span) => Flow.Chart("pause", [Flow.Node("Elsa.Delay", node, ("timeSpan", span))]);

    private static string Says(string node, string code) => Flow.Chart("says", [Flow.Script(Flow.Node("Elsa.WriteLine", node), "text", code)]);
}
