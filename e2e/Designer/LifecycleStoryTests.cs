using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Designer;

/// <summary>A process owner changes the shipped lifecycle, a second person publishes it, a case runs on it while somebody watches, and it is rolled back.</summary>
[Collection(StudioStories.Name)]
public sealed class LifecycleStoryTests(Browsers browsers, StudioHost studio)
{
    private const string Lifecycle = "online-audit";

    [Fact]
    public async Task Lifecycle_DrawnPublishedWatchedAndRolledBack()
    {
        await using var owner = await StudioPage.SignInAsync(browsers, studio.Host.Address, "owner");
        // As on a process owner's desk: the whole lifecycle fits beside the panels.
        await owner.Page.SetViewportSizeAsync(1920, 1080);
        await owner.TellAsync("drawn", () => DrawAsync(owner));
        await owner.TellAsync("published", () => PublishAsync(owner));
        await owner.TellAsync("watched", () => WatchAsync(owner));
        await owner.TellAsync("rolled back", () => RollBackAsync(owner));
        Assert.Empty(owner.Faults);
    }

    /// <summary>A notice that goes out when a unit has sent a case back.</summary>
    private static async Task DrawAsync(StudioPage owner)
    {
        await owner.OpenEditorAsync(Lifecycle, nodes: 9);
        await owner.ZoomToFitAsync();
        Assert.Equal(200, await owner.SaveAsync(() => owner.DropAsync("稽查", "通知", 420, 430)));
        await Expect(owner.Page.Locator("#panel .badge")).ToHaveTextAsync("1");
        var added = await AddedAsync(owner);

        await owner.DeselectAsync();
        Assert.Equal(200, await owner.SaveAsync(() => owner.DragAsync(owner.Port("refused", "Done"), owner.Port(added, "In"))));
        await Expect(owner.Page.Locator("#panel .badge")).ToHaveTextAsync("✓");

        await owner.OpenEditorAsync(Lifecycle, nodes: 10);
        await Expect(owner.Node(added)).ToBeVisibleAsync();
        await owner.ZoomToFitAsync();
        await owner.ShootAsync("designer-zh-drawn");
    }

    private async Task PublishAsync(StudioPage owner)
    {
        Assert.Equal(400, await owner.SaveAsync(() => owner.PublishButton.ClickAsync()));
        await Expect(owner.Page.GetByText("待第二人批准").First).ToBeVisibleAsync();
        await owner.ShootAsync("designer-zh-publish-asked");

        await using var reviewer = await StudioPage.SignInAsync(browsers, studio.Host.Address, "reviewer");
        await reviewer.Page.GotoAsync("/studio/publications");
        var request = reviewer.Page.Locator("article", new() { HasText = "在线稽查" });
        await request.GetByPlaceholder("意见").FillAsync("同意发布");
        await reviewer.ShootAsync("designer-zh-publication-asked");
        await request.GetByRole(AriaRole.Button, new() { Name = "批准" }).ClickAsync();
        await Expect(request).ToHaveAttributeAsync("data-state", "approved");
        Assert.Equal((3, true), await LatestAsync(owner));
    }

    private async Task WatchAsync(StudioPage owner)
    {
        var added = await AddedAsync(owner);
        var instance = await CaseStory.StartAsync(browsers, studio.Host.Address, owner, Lifecycle);
        await using var county = await StudioPage.SignInAsync(browsers, studio.Host.Address, "county");
        await owner.OpenViewerAsync(instance, nodes: 10);
        await Expect(owner.Badges("sign-in")).Not.ToHaveCountAsync(0);
        await Expect(owner.Badges(added)).ToHaveCountAsync(0);
        await owner.ZoomToFitAsync();
        await owner.ShootAsync("designer-zh-viewer-before");

        await CaseStory.AnswerAsync(county, "退回", new JsonObject { ["refusalReason"] = "wrong-unit" });

        await Expect(owner.Badges("refused")).Not.ToHaveCountAsync(0);
        await Expect(owner.Badges(added)).Not.ToHaveCountAsync(0);
        await owner.ShootAsync("designer-zh-viewer-after");
    }

    private static async Task RollBackAsync(StudioPage owner)
    {
        await owner.OpenEditorAsync(Lifecycle, nodes: 10);
        await owner.OpenHistoryAsync(version: 2);
        await owner.ShootAsync("designer-zh-history");
        await owner.Page.RunAndWaitForResponseAsync(() => owner.MenuItem("回退到该版本").ClickAsync(),
            response => response.Ok && response.Url.EndsWith("/revert/2", StringComparison.Ordinal));

        Assert.Equal((4, false), await LatestAsync(owner));
        Assert.Equal(9, (await owner.DraftAsync(Lifecycle))["root"]!["activities"]!.AsArray().Count);
    }

    private static async Task<string> AddedAsync(StudioPage owner) => (await owner.DraftAsync(Lifecycle))["root"]!["activities"]!.AsArray()
        .Where(node => (string?)node!["type"] == "Audit.Notify").Select(node => (string)node!["id"]!).Single();

    private static async Task<(int Version, bool IsPublished)> LatestAsync(StudioPage owner)
    {
        var latest = await owner.DraftAsync(Lifecycle);
        return ((int)latest["version"]!, (bool)latest["isPublished"]!);
    }
}
