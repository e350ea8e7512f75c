using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Journeys;

/// <summary>From the annual plan to orders under way: the specialties are asked, a second person approves, a sample is drawn, frozen, made a task and dispatched.</summary>
public sealed class PlanTests(Browsers browsers, TourTests.SampleHost sample) : IClassFixture<Browsers>, IClassFixture<TourTests.SampleHost>
{
    private const string Theme = "DJ-01";

    [Fact]
    public async Task Plan_ConsultedApprovedAndSampled_EndsInDispatchedOrders()
    {
        await using var analyst = await SignInAsync("analyst");
        await using var officer = await SignInAsync("specialty");
        await using var reviewer = await SignInAsync("reviewer");
        var plan = await WriteAsync(analyst);
        await ConsultAsync(analyst);
        await OpinionAsync(officer, plan);
        await ApproveAsync(reviewer, plan);
        await analyst.OpenAsync(plan);
        await Expect(analyst.Page.GetByText("已批准", new() { Exact = true }).First).ToBeVisibleAsync();
        await Expect(analyst.Page.GetByText("未达标", new() { Exact = false }).First).ToBeVisibleAsync();
        await analyst.ShootAsync("plan-approved");
        await DrawAsync(analyst);
        await DispatchAsync(analyst);
        await VisitAsync(analyst);
        Assert.Empty(analyst.Faults.Concat(officer.Faults).Concat(reviewer.Faults));
    }

    private static async Task<string> WriteAsync(Person analyst)
    {
        await analyst.OpenAsync("/plans");
        await PressAsync(analyst.Page, "新建年度计划");
        await Dialog(analyst).GetByRole(AriaRole.Spinbutton).FillAsync("2026");
        await PressAsync(Dialog(analyst), "新建年度计划");
        await analyst.ArriveAsync("/plans/\\d+$");
        for (var month = 5; month <= 12; month++)
        {
            await PressAsync(analyst.Page, $"编辑 {month} 月");
            await ChooseAsync(analyst.Page, "#themeCode", Theme);
            await Dialog(analyst).Locator("#focus").FillAsync("两部制电价执行");
            await PressAsync(Dialog(analyst), "保存");
            await Expect(Dialog(analyst)).ToHaveCountAsync(0);
        }

        await analyst.ShootAsync("plan-draft");
        return new Uri(analyst.Page.Url).AbsolutePath;
    }

    private static async Task ConsultAsync(Person analyst)
    {
        await PressAsync(analyst.Page, "征求专业意见");
        await analyst.ShootAsync("plan-consult", fullPage: false);
        await PressAsync(Dialog(analyst), "发出");
        await Expect(analyst.Page.GetByText("征求意见中").First).ToBeVisibleAsync();
    }

    private static async Task OpinionAsync(Person officer, string plan)
    {
        await officer.OpenAsync(plan);
        await officer.Page.GetByRole(AriaRole.Tab, new() { NameRegex = new("^专业意见") }).ClickAsync();
        await officer.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^反馈意见") }).ClickAsync();
        await Dialog(officer).GetByText("建议调整").ClickAsync();
        await Dialog(officer).Locator("#text").FillAsync("七月增加功率因数主题");
        await PressAsync(Dialog(officer), "确定|确认");
        await Expect(officer.Page.GetByText("七月增加功率因数主题")).ToBeVisibleAsync();
        await officer.ShootAsync("plan-opinion");
    }

    private static async Task ApproveAsync(Person reviewer, string plan)
    {
        await reviewer.OpenAsync(plan);
        await PressAsync(reviewer.Page, "审批");
        await Dialog(reviewer).Locator("#remark").FillAsync("七月维持，八月增加");
        await PressAsync(Dialog(reviewer), "确定|确认");
        await Expect(reviewer.Page.GetByText("七月维持，八月增加")).ToBeVisibleAsync();
    }

    private static async Task DrawAsync(Person analyst)
    {
        await analyst.Page.GetByRole(AriaRole.Link, new() { Name = "抽取样本" }).First.ClickAsync();
        await analyst.Page.Locator("#purpose").ClickAsync();
        await analyst.Page.Locator(".ant-select-item-option").Filter(new() { HasText = "异常抽样" }).ClickAsync();
        await ChooseAsync(analyst.Page, "#themeCode", Theme);
        await analyst.Page.Locator("#ratePercent").FillAsync("50");
        await PressAsync(Dialog(analyst), "抽取");
        await analyst.ArriveAsync("/samples/\\d+$");
        await PressAsync(analyst.Page, "复现校验");
        await Expect(analyst.Page.GetByText("复现一致", new() { Exact = false })).ToBeVisibleAsync();
        await analyst.ShootAsync("sample");
        await PressAsync(analyst.Page, "锁定样本");
        await PressAsync(Dialog(analyst), "确定|确认");
        await PressAsync(analyst.Page, "生成任务");
        await PressAsync(Dialog(analyst), "确定|确认");
        await analyst.ArriveAsync("/tasks/\\d+");
    }

    private static async Task DispatchAsync(Person analyst)
    {
        foreach (var outcome in new[] { "需处理", "生成", "派发" })
        {
            await Expect(analyst.Outcomes.GetByRole(AriaRole.Button, new() { Name = outcome, Exact = true })).ToBeVisibleAsync();
            await analyst.AnswerAsync(outcome);
        }

        await Expect(analyst.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^GD-") }).First).ToBeVisibleAsync();
    }

    /// <summary>The visits are made by a sweep of their own; the page hears of it.</summary>
    private static async Task VisitAsync(Person analyst)
    {
        await analyst.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^GD-") }).First.ClickAsync();
        await analyst.Page.GetByRole(AriaRole.Tab, new() { Name = "到访", Exact = true }).ClickAsync();
        await Expect(analyst.Page.GetByText("条问题", new() { Exact = false }).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await analyst.ShootAsync("case-visits");
    }

    private Task<Person> SignInAsync(string userName) => Person.SignInAsync(browsers, sample.Host.Address, userName, "Demo#2026");

    private static ILocator Dialog(Person person) => person.Page.GetByRole(AriaRole.Dialog);

    private static Task PressAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^({name})$") }).First.ClickAsync();

    private static Task PressAsync(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { NameRegex = new($"^({name})$") }).ClickAsync();

    private static async Task ChooseAsync(IPage page, string control, string option)
    {
        await page.Locator(control).FillAsync(option);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".ant-select").Filter(new() { Has = page.Locator(control) })).ToContainTextAsync(option);
    }
}
