using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Desks;

/// <summary>The desks round a lifecycle, on a county that has worked for a while: what changed, where cases wait, what a draft would have done, moving cases over.</summary>
[Collection(DeskStories.Name)]
public sealed class DesksTests(Browsers browsers, DeskHost desks)
{
    private const string Desks = "/definitions/online-audit";

    [Fact]
    public async Task Difference_OfTheDraft_IsReachedFromTheReview_AndShowsWhatOneNodeChanged()
    {
        await using var reviewer = await SignInAsync("reviewer");
        await reviewer.Page.GotoAsync("/studio/publications");
        var request = reviewer.Page.Locator("[data-state=open]").First;
        await Expect(request.Locator(".by").First).ToContainTextAsync("赵磊");
        await reviewer.ShootAsync("desk-review");
        await request.Locator("a.picture").ClickAsync();

        await Expect(reviewer.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("版本差异");
        var picture = reviewer.Page.GetByRole(AriaRole.Region, new() { Name = "差异图" });
        var changes = reviewer.Page.GetByRole(AriaRole.Region, new() { Name = "修改内容" });
        await Expect(picture.GetByRole(AriaRole.Button, new() { Name = "等待一天, 新增" })).ToBeVisibleAsync();
        await Expect(changes.GetByRole(AriaRole.Heading, new() { Name = "持续改进 删除" })).ToBeVisibleAsync();
        await picture.GetByRole(AriaRole.Button, new() { Name = "复核, 修改" }).PressAsync("Enter");
        await Expect(changes.GetByRole(AriaRole.Heading, new() { Level = 3 })).ToHaveCountAsync(1);
        await Expect(changes).ToContainTextAsync("紧急时限");
        await changes.GetByRole(AriaRole.Button, new() { Name = "显示全部" }).ClickAsync();
        await ShootAllAsync("difference", $"{Desks}/difference?from=2&to=3");
    }

    [Fact]
    public async Task HeatMap_OfWhatRan_CountsVisitsAndFiltersByVersion()
    {
        await using var reviewer = await SignInAsync("reviewer");
        await reviewer.OpenAsync($"{Desks}/heat?by=visits&version=2");
        var table = reviewer.Page.GetByRole(AriaRole.Table, new() { Name = "各环节数据" });
        // Twenty-four were signed in on the first version but the three that still wait for it.
        await Expect(table.GetByRole(AriaRole.Row).Filter(new() { HasText = "持续改进" })).ToContainTextAsync("16");
        await Expect(reviewer.Page.GetByRole(AriaRole.Region, new() { Name = "流程热力图" })).ToContainTextAsync("24 次");
        await reviewer.OpenAsync($"{Desks}/heat?by=visits&version=3");
        await Expect(table.GetByRole(AriaRole.Row).Filter(new() { HasText = "持续改进" })).ToContainTextAsync("4");
        await ShootAllAsync("heat", $"{Desks}/heat?by=visits");
    }

    [Fact]
    public async Task Replay_OfTheDraft_SaysWhichCasesWouldGoOtherwise()
    {
        await using var reviewer = await SignInAsync("reviewer");
        await reviewer.OpenAsync($"{Desks}/replay");
        await reviewer.Page.GetByLabel("最近归档件数").FillAsync("100");
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "开始回放" }).ClickAsync();
        var report = reviewer.Page.GetByRole(AriaRole.Region, new() { Name = "运行结果" });
        await Expect(report.GetByText("已处理 20 / 20 件")).ToBeVisibleAsync();
        await Expect(report.GetByText("完成", new() { Exact = true }).First).ToBeVisibleAsync();
        await report.GetByRole(AriaRole.Button, new() { Name = "无法继续" }).ClickAsync();
        await Expect(report.GetByText("停在“单位审核”").First).ToBeVisibleAsync();
        await Expect(report.GetByRole(AriaRole.Row).Filter(new() { HasText = "停在" })).ToHaveCountAsync(4);
        var address = new Uri(reviewer.Page.Url).PathAndQuery;
        await report.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(reviewer.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await ShootAllAsync("replay", address.Split("&verdict")[0]);
    }

    [Fact]
    public async Task Migration_OfRunningCases_IsRehearsedAndThenMovesThem()
    {
        await using var owner = await SignInAsync("owner");
        await owner.OpenAsync($"{Desks}/migration?from=2&to=3");
        await Expect(owner.Page.GetByText("v2 上有 8 件在办")).ToBeVisibleAsync();
        await ShootAllAsync("migration-plan", $"{Desks}/migration?from=2&to=3");
        await owner.Page.GetByLabel("迁移原因").FillAsync("处理时限缩短");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "试迁移" }).ClickAsync();
        var report = owner.Page.GetByRole(AriaRole.Region, new() { Name = "运行结果" });
        await Expect(report.GetByRole(AriaRole.Heading, new() { Name = "试迁移到 v3" })).ToBeVisibleAsync();
        await Expect(report.GetByRole(AriaRole.Button, new() { Name = "8 可迁移" })).ToBeVisibleAsync();

        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "执行迁移" }).ClickAsync();
        await owner.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "执行迁移" }).ClickAsync();
        await Expect(report.GetByRole(AriaRole.Heading, new() { Name = "迁移到 v3", Exact = true })).ToBeVisibleAsync();
        await Expect(report.GetByText("已处理 8 / 8 件")).ToBeVisibleAsync();
        await Expect(report.GetByRole(AriaRole.Button, new() { Name = "8 已迁移" })).ToBeVisibleAsync();
        await ShootAllAsync("migration", new Uri(owner.Page.Url).PathAndQuery);
        await owner.OpenAsync($"{Desks}/migration?from=2&to=3");
        await Expect(owner.Page.GetByText("v2 上没有在办工单")).ToBeVisibleAsync();
    }

    private Task<Person> SignInAsync(string userName) => Person.SignInAsync(browsers, desks.Host.Address, userName, "Demo#2026");

    /// <summary>The page with its data, in both languages, on a desktop and on a phone; none is wider than its screen.</summary>
    private async Task ShootAllAsync(string name, string path)
    {
        foreach (var (language, phone) in ((string, bool)[])[("zh", false), ("en", false), ("zh", true), ("en", true)])
        {
            await using var owner = await Person.SignInAsync(browsers, desks.Host.Address, "owner", "Demo#2026", phone);
            await owner.UseLanguageAsync(language);
            await owner.OpenAsync(path);
            await Expect(owner.Page.Locator(".ant-skeleton:visible, .ant-spin-spinning:visible")).ToHaveCountAsync(0);
            Assert.False(await owner.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"), $"{path} is wider than the screen ({language}, phone: {phone})");
            await owner.ShootAsync($"desk-{name}-{language}-{(phone ? "phone" : "desktop")}");
            Assert.Empty(owner.Faults);
        }
    }
}
