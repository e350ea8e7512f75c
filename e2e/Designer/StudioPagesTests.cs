using System.Diagnostics;
using System.Globalization;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Designer;

/// <summary>Every page of the designer in both languages, what a first and a second visit cost, and that nothing is asked of another machine.</summary>
[Collection(StudioStories.Name)]
public sealed class StudioPagesTests(Browsers browsers, StudioHost studio)
{
    [Theory]
    [InlineData("zh", "流程定义")]
    [InlineData("en", "Lifecycles")]
    public async Task EveryPage_InItsLanguage_ShowsItselfWithoutFault(string language, string heading)
    {
        await using var owner = await StudioPage.SignInAsync(browsers, studio.Host.Address, "owner", language);
        await MeasureAsync(owner, "list, first visit", () => owner.OpenListAsync("/studio/definitions"), language == "zh");
        await Expect(owner.Page.Locator("#frame")).ToContainTextAsync(heading);
        await owner.ShootAsync($"designer-{language}-definitions");
        await MeasureAsync(owner, "editor, first visit", () => owner.OpenEditorAsync("online-audit", 9), language == "zh");
        await MeasureAsync(owner, "editor, second visit", () => owner.OpenEditorAsync("online-audit", 9), language == "zh");
        // Each activity has its own icon, also after Studio has drawn the canvas anew.
        await Expect(owner.Node("recheck").Locator("[data-activity='Audit.Recheck']")).ToHaveCountAsync(1);
        await owner.ZoomToFitAsync();
        await Expect(owner.Page.Locator(".elsa-activity[data-activity^='Audit.']")).ToHaveCountAsync(8);
        await owner.SelectAsync("recheck");
        await owner.Page.Locator("#panel .handle").ClickAsync();
        await Expect(owner.Page.Locator("#panel .panel-body p, #panel .findings li").First).ToBeVisibleAsync();
        await owner.ShootAsync($"designer-{language}-editor");
        await Expect(owner.Page.Locator(".mud-tab:visible", new() { HasTextRegex = new("^(Test|测试|Code View|代码视图|Commit Strategy|提交策略)$") })).ToHaveCountAsync(0);
        Assert.Empty(await owner.ForeignWordsAsync(language));
        await owner.Page.GotoAsync("/studio/trials/online-audit");
        await Expect(owner.Page.Locator(".trial .end.finished")).ToBeVisibleAsync();
        await owner.ShootAsync($"designer-{language}-trial");
        await owner.Page.GotoAsync("/studio/publications");
        await Expect(owner.Page.Locator(".publications h2")).ToBeVisibleAsync();
        await owner.ShootAsync($"designer-{language}-publications");
        await owner.Page.GotoAsync("/studio/instances");
        await Expect(owner.Page.Locator(".mud-table").First).ToBeVisibleAsync(new() { Timeout = 90_000 });
        await owner.ShootAsync($"designer-{language}-instances");
        Assert.Empty(owner.Faults);
    }

    [Fact]
    public async Task Code_BesideTheCanvas_IsReadableChinese()
    {
        await using var owner = await StudioPage.SignInAsync(browsers, studio.Host.Address, "owner");
        await owner.OpenEditorAsync("audit-task", 3);
        await owner.Page.Locator("#panel .handle").ClickAsync();
        await owner.Page.Locator("#panel [role=tab]", new() { HasText = "代码" }).ClickAsync();
        await Expect(owner.Page.Locator("#panel pre")).ToContainTextAsync("生成任务");
    }

    [Fact]
    public async Task Viewer_OfTheDefinitions_WhoMayNotEdit_IsToldAndSeesNoTools()
    {
        await using var auditor = await StudioPage.SignInAsync(browsers, studio.Host.Address, "auditor");
        await auditor.OpenEditorAsync("online-audit", 9);
        await Expect(auditor.Page.Locator("#frame .hint")).ToBeVisibleAsync();
        await Expect(auditor.PublishButton).ToHaveCountAsync(0);
        await auditor.ShootAsync("designer-zh-read-only");
    }

    private static async Task MeasureAsync(StudioPage owner, string what, Func<Task> open, bool write)
    {
        var watch = Stopwatch.StartNew();
        await open();
        var seconds = watch.Elapsed.TotalSeconds;
        var (bytes, count) = (await owner.Page.EvaluateAsync<double>(Sum), await owner.Page.EvaluateAsync<int>("performance.getEntriesByType('resource').length"));
        var descriptors = await owner.Page.EvaluateAsync<string>("""
            performance.getEntriesByType('resource').filter(each => each.name.includes('/descriptors/activities')).map(each => `${Math.round(each.encodedBodySize / 1024)} KB in ${Math.round(each.duration)} ms`).join(', ')
            """);
        if (write)
        {
            Figures.Write(what, string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s, {bytes / 1024 / 1024:0.0} MB over the wire in {count} requests; /descriptors/activities {descriptors}"));
        }
    }

    private const string Sum = "performance.getEntriesByType('resource').reduce((sum, each) => sum + each.transferSize, 0)";
}
