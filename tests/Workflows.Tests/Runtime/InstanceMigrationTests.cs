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
}
