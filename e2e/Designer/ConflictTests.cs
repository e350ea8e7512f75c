using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Designer;

/// <summary>Nobody overwrites anybody unseen: not in a second tab, and not after the session has ended.</summary>
[Collection(StudioStories.Name)]
public sealed class ConflictTests(Browsers browsers, StudioHost studio)
{
    private const int Nodes = 9;

    [Fact]
    public async Task SecondTab_SavesTheSameDraft_IsToldAndKeepsItsText()
    {
        await using var first = await StudioPage.SignInAsync(browsers, studio.Host.Address, "owner");
        await first.CallAsync("POST", "/elsa/api/workflow-definitions/import", LargeDefinition.Make("contested", Nodes));
        await first.OpenEditorAsync("contested", Nodes);
        var second = await first.OpenTabAsync();
        await second.OpenEditorAsync("contested", Nodes);
        var node = await second.NodeInViewAsync();

        await first.Page.BringToFrontAsync();
        Assert.Equal(200, await first.SaveAsync(() => first.DragAsync(first.Node(node).Locator(".elsa-activity"), down: 60)));
        await second.Page.BringToFrontAsync();
        var stored = (await first.DraftAsync("contested")).ToJsonString();
        Assert.Equal(400, await second.SaveAsync(() => second.DragAsync(second.Node(node).Locator(".elsa-activity"), down: -60)));

        await Expect(second.Page.Locator("#notes .note-conflict")).ToContainTextAsync("已先保存");
        await second.ShootAsync("designer-zh-conflict");
        Assert.Equal(stored, (await first.DraftAsync("contested")).ToJsonString());
        var copy = await second.Page.RunAndWaitForDownloadAsync(() => second.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "下载我的副本" }).ClickAsync());
        Assert.Contains($"\"{node}\"", await File.ReadAllTextAsync(await copy.PathAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_EndsWhileEditing_LeadsToSignInAndBack()
    {
        await using var owner = await StudioPage.SignInAsync(browsers, studio.Host.Address, "owner");
        await owner.CallAsync("POST", "/elsa/api/workflow-definitions/import", LargeDefinition.Make("interrupted", Nodes));
        await owner.OpenEditorAsync("interrupted", Nodes);
        var node = await owner.NodeInViewAsync();

        await owner.Page.Context.ClearCookiesAsync();
        await owner.DragAsync(owner.Node(node).Locator(".elsa-activity"), down: 60);

        await owner.Page.WaitForURLAsync(url => url.Contains("/sign-in", StringComparison.Ordinal));
        await owner.Page.Locator("input[autocomplete=username]").FillAsync("owner");
        await owner.Page.Locator("input[autocomplete=current-password]").FillAsync("Demo#2026");
        await owner.Page.Locator("button[type=submit]").ClickAsync();
        await owner.Page.WaitForURLAsync(url => url.EndsWith("/studio/definitions/interrupted", StringComparison.Ordinal));
        await Expect(owner.Node(node)).ToBeVisibleAsync(new() { Timeout = StudioPage.Patience });
    }
}
