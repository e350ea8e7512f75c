using System.Diagnostics;

namespace CaseMgmt.E2e.Designer;

/// <summary>Nothing is lost on the way through the real Studio, however large the definition.</summary>
[Collection(StudioStories.Name)]
public sealed class RoundTripTests(Browsers browsers, StudioHost studio)
{
    [Fact]
    public async Task Definition_Of120Nodes_OpensAndSavesWithoutLoss()
    {
        await using var owner = await StudioPage.SignInAsync(browsers, studio.Host.Address, "owner");
        await owner.CallAsync("POST", "/elsa/api/workflow-definitions/import", LargeDefinition.Make("large", 120));
        var before = await owner.DraftAsync("large");
        var watch = Stopwatch.StartNew();
        await owner.OpenEditorAsync("large", nodes: 120);
        Figures.Write("120 nodes opened in Studio", $"{watch.Elapsed.TotalSeconds:0.0} s");

        var node = await owner.NodeInViewAsync();
        Assert.Equal(200, await owner.SaveAsync(() => owner.DragAsync(owner.Node(node).Locator(".elsa-activity"), down: 40)));

        var after = await owner.DraftAsync("large");
        Assert.Equal(LargeDefinition.Meaning(before), LargeDefinition.Meaning(after));
        await owner.ShootAsync("designer-120-nodes");
    }
}
