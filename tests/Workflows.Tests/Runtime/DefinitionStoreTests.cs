using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;

namespace CaseMgmt.Workflows.Tests.Runtime;

public sealed class DefinitionStoreTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Import_SameContentAgain_MakesNoVersion(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one"));
        var again = await engine.Definitions.ImportAsync(Flow.Steps("steps", "one"), "system", publish: true);
        Assert.Equal((1, false), (again.Version, again.IsNew));
        Assert.Single(await engine.RowsAsync<DefinitionRow>());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Import_OtherContent_IsTheNextVersionAndRunningInstancesKeepTheirs(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one", "two"));
        var old = await engine.StartAsync("steps");
        var import = await engine.Definitions.ImportAsync(Flow.Steps("steps", "one"), "system", publish: true);
        var young = await engine.StartAsync("steps");

        await engine.SignalAsync("one");

        Assert.Equal((2, true), (import.Version, import.IsNew));
        Assert.Equal((1, "Running"), ((await engine.InstanceAsync(old)).DefinitionVersion, (await engine.InstanceAsync(old)).Status));
        Assert.Equal((2, "Finished"), ((await engine.InstanceAsync(young)).DefinitionVersion, (await engine.InstanceAsync(young)).Status));
        Assert.Equal(2, (await engine.RowsAsync<DefinitionRow>()).Single(row => row.IsLatestPublished).DefinitionVersion);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Import_WithoutPublishing_IsADraftThatNobodyStarts(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Flow.Steps("steps", "one"));
        await engine.Definitions.ImportAsync(Flow.Steps("steps", "one", "two"), "system", publish: false);
        Assert.Equal(1, (await engine.InstanceAsync(await engine.StartAsync("steps"))).DefinitionVersion);

        await engine.Definitions.PublishAsync("steps", 2, "7");
        Assert.Equal(2, (await engine.InstanceAsync(await engine.StartAsync("steps"))).DefinitionVersion);
    }
}
