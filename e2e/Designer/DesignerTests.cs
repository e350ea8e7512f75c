using Microsoft.Playwright;

namespace CaseMgmt.E2e.Designer;

/// <summary>The real Elsa Studio in a real Chromium on our server: what a process owner draws is kept, and nobody overwrites it unseen.</summary>
public sealed class DesignerTests(Browsers browsers) : IClassFixture<Browsers>
{
    private const string Editor = "/studio/definitions/online-audit";
    private const float Patience = 90_000;

    [Fact]
    public async Task Owner_MovesANodeAndReloads_FindsTheDraft()
    {
        await using var host = await RunningHost.StartAsync(Directory.CreateTempSubdirectory("casemgmt-designer-").FullName);
        await using var context = await browsers.NewContextAsync(host.Address);
        var page = await SignInAsync(context, "owner");
        await OpenEditorAsync(page);
        var before = await page.Locator(".elsa-activity").CountAsync();

        Assert.Equal(200, await SaveAsync(page, () => DragAsync(page, "评价考核", 60)));
        await OpenEditorAsync(page);

        Assert.Equal(before, await page.Locator(".elsa-activity").CountAsync());
        await ShotAsync(page, "designer-editor-zh");
        await page.GotoAsync("/studio/definitions");
        await page.WaitForSelectorAsync("tbody tr td:nth-child(3)", new() { Timeout = Patience });
        await ShotAsync(page, "designer-list-zh");
    }

    [Fact]
    public async Task SecondTab_SavesTheSameDraft_IsToldAndKeepsItsText()
    {
        await using var host = await RunningHost.StartAsync(Directory.CreateTempSubdirectory("casemgmt-designer-").FullName);
        await using var context = await browsers.NewContextAsync(host.Address);
        var first = await SignInAsync(context, "owner");
        await OpenEditorAsync(first);
        var second = await context.NewPageAsync();
        await OpenEditorAsync(second);

        await first.BringToFrontAsync();
        Assert.Equal(200, await SaveAsync(first, () => DragAsync(first, "评价考核", 60)));
        await second.BringToFrontAsync();
        Assert.Equal(400, await SaveAsync(second, () => DragAsync(second, "评价考核", -60)));

        await Assertions.Expect(second.Locator("#notes .note-conflict")).ToContainTextAsync("已先保存");
        await ShotAsync(second, "designer-conflict-zh");
    }

    private static async Task<IPage> SignInAsync(IBrowserContext context, string userName)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/health");
        var status = await page.EvaluateAsync<int>("""
            async userName => {
              const token = () => decodeURIComponent(document.cookie.split('; ').find(each => each.startsWith('XSRF-TOKEN=')).slice(11));
              await fetch('/api/antiforgery');
              const answer = await fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json', 'X-XSRF-TOKEN': token() },
                body: JSON.stringify({ userName, password: 'Demo#2026' }) });
              await fetch('/api/antiforgery');
              return answer.status;
            }
            """, userName);
        Assert.Equal(200, status);
        return page;
    }

    private static async Task OpenEditorAsync(IPage page)
    {
        await page.GotoAsync(Editor);
        await page.WaitForSelectorAsync(".elsa-activity", new() { Timeout = Patience });
        // The canvas centres itself once after the nodes are drawn; a drag begun before would start beside its node.
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.elsa-activity').length >= 9");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    private static async Task DragAsync(IPage page, string node, float down)
    {
        var box = (await page.Locator(".elsa-activity", new() { HasText = node }).First.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width / 2) + 5, box.Y + (box.Height / 2) + down, new() { Steps = 10 });
        await page.Mouse.UpAsync();
    }

    /// <summary>Does something that makes Studio save, and returns the status of that save.</summary>
    private static async Task<int> SaveAsync(IPage page, Func<Task> act)
    {
        var answer = await page.RunAndWaitForResponseAsync(act, response =>
            response.Request.Method == "POST" && response.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal));
        return answer.Status;
    }

    private static async Task ShotAsync(IPage page, string name) => await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screenshots, name + ".png") });
}
