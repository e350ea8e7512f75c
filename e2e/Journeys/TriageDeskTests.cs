using System.Text.RegularExpressions;
using CaseMgmt.E2e.Desks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Journeys;

/// <summary>An analyst at the desk: rows judged one after another, words of a theme that nothing may lose, and the money that a handler works out.</summary>
public sealed class TriageDeskTests(Browsers browsers, TourTests.SampleHost sample) : IClassFixture<Browsers>, IClassFixture<TourTests.SampleHost>
{
    private const string Mine = "只看本月仍在用电的用户。";
    private const string Theirs = "先行收紧，观察一个月。";

    [Fact]
    public async Task Row_Decided_LeadsToTheNextByKeyAndByDecision()
    {
        await using var analyst = await Person.SignInAsync(browsers, sample.Host.Address, "analyst", "Demo#2026");
        await analyst.OpenAsync("/anomalies?state=new&theme=DJ-07");
        await analyst.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^DJ-07") }).First.ClickAsync();
        var drawer = analyst.Page.GetByRole(AriaRole.Dialog);
        await Expect(drawer.GetByText(new Regex("^第 1 /"))).ToBeVisibleAsync();
        await analyst.Page.Keyboard.PressAsync("j");
        await Expect(drawer.GetByText(new Regex("^第 2 /"))).ToBeVisibleAsync();
        await analyst.Page.Keyboard.PressAsync("k");
        await Expect(drawer.GetByText(new Regex("^第 1 /"))).ToBeVisibleAsync();
        await drawer.GetByText("查看筛查规则").ClickAsync();
        await Expect(drawer.GetByLabel("代入规则的参数值").GetByText("260 kWh/kVA")).ToBeVisibleAsync();
        var first = Addressed(analyst);

        await drawer.GetByRole(AriaRole.Button, new() { Name = "不处理" }).ClickAsync();
        var asking = analyst.Page.GetByRole(AriaRole.Dialog).Filter(new() { Has = analyst.Page.Locator("#triage-reason") });
        await Expect(asking.GetByText("之后可标记“再分析”重新研判")).ToBeVisibleAsync();
        await analyst.Page.Locator("#triage-reason").FillAsync("上月已由专业部门核实");
        await asking.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await Expect(analyst.Page).Not.ToHaveURLAsync(new Regex($"open={first}"));
        await Expect(drawer.GetByText(new Regex("^第 1 /"))).ToBeVisibleAsync();
        await analyst.ShootAsync("triage-drawer", fullPage: false);
        Assert.Empty(analyst.Faults);
    }

    [Fact]
    public async Task Words_NotSaved_SurviveLeavingAColleagueAndTheEndOfTheSession()
    {
        using var api = await ApiPerson.SignInAsync(sample.Host.Address, "analyst");
        var path = $"/themes/DJ-02/versions/{(await api.PostAsync("/api/themes/DJ-02/versions", new { reason = "口径调整" }))!["number"]}";
        await using var writer = await Person.SignInAsync(browsers, sample.Host.Address, "analyst", "Demo#2026");
        await using var colleague = await Person.SignInAsync(browsers, sample.Host.Address, "analyst", "Demo#2026");

        await writer.OpenAsync(path);
        await writer.Page.Locator("#theme-calibre").FillAsync(Mine);
        await writer.Page.GetByRole(AriaRole.Link, new() { Name = "稽查主题" }).First.ClickAsync();
        await Expect(writer.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "稽查主题" })).ToBeVisibleAsync();
        await writer.OpenAsync(path);
        await Expect(writer.Page.GetByText("已恢复上次未保存的修改")).ToBeVisibleAsync();

        await colleague.OpenAsync(path);
        await colleague.Page.Locator("#theme-purposeZh").FillAsync(Theirs);
        await SaveAsync(colleague);
        await Expect(writer.Page.GetByText("其他人刚刚保存了这个版本")).ToBeVisibleAsync();
        await writer.ShootAsync("theme-overtaken", fullPage: false);
        await writer.Page.GetByRole(AriaRole.Button, new() { Name = "保留我的修改" }).ClickAsync();

        await writer.Page.Context.ClearCookiesAsync();
        await writer.Page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await writer.Page.Locator("input[autocomplete=username]").FillAsync("analyst");
        await writer.Page.Locator("input[autocomplete=current-password]").FillAsync("Demo#2026");
        await writer.Page.Locator("button[type=submit]").ClickAsync();
        await writer.ArriveAsync($"{path}$");
        await Expect(writer.Page.Locator("#theme-calibre")).ToHaveValueAsync(Mine);
        await Expect(writer.Page.Locator("#theme-purposeZh")).ToHaveValueAsync(Theirs);
        await SaveAsync(writer);

        var content = (await api.ReadAsync($"/api{path}"))["content"]!;
        Assert.Equal((Mine, Theirs), ((string)content["calibre"]!, (string)content["purposeZh"]!));
        Assert.Empty(writer.Faults.Concat(colleague.Faults));
    }

    [Fact]
    public async Task Money_WorkedOutInTheForm_FillsItAndLeavesItsSheetAsEvidence()
    {
        using var crew = await DeskCrew.SignInAsync(sample.Host.Address);
        var id = (await crew.DispatchAsync(1, "DJ-08"))[0];
        await crew.WorkAsync(id, 1, returns: 0);
        using var api = await ApiPerson.SignInAsync(sample.Host.Address, "analyst");
        var handlerName = (string)(await api.ReadAsync($"/api/cases/{id}"))["orgNo"]! == "37030601" ? "handler1" : "handler2";
        await using var handler = await Person.SignInAsync(browsers, sample.Host.Address, handlerName, "Demo#2026");
        await handler.OpenAsync($"/cases/{id}");
        await handler.ChooseAsync("conclusion", "属实-内部差错");

        await handler.Page.GetByRole(AriaRole.Button, new() { Name = "追补计算器" }).ClickAsync();
        var drawer = handler.Page.GetByRole(AriaRole.Dialog);
        await Expect(drawer.GetByText("力调电费 · 本主题")).ToBeVisibleAsync();
        await drawer.Locator("#calculator-active").FillAsync("100000");
        await drawer.Locator("#calculator-forward").FillAsync("75000");
        await drawer.Locator("#calculator-energyFee").FillAsync("60000");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "计算", Exact = true }).ClickAsync();
        await Expect(drawer.GetByText("应计力调电费")).ToBeVisibleAsync();
        await handler.ShootAsync("calculator", fullPage: false);
        await drawer.GetByRole(AriaRole.Button, new() { Name = "填入追补金额" }).ClickAsync();

        await Expect(handler.Page.Locator("#field-recoveredYuan")).ToHaveValueAsync(new Regex("^3,?000(\\.00)?$"));
        await Expect(handler.Page.Locator("#field-calculation")).ToHaveValueAsync(new Regex("计算过程见佐证“追补计算书-力调电费-"));
        var sheet = handler.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^追补计算书-力调电费-") }).First;
        await Expect(sheet).ToBeVisibleAsync();
        await handler.ShootAsync("calculator-taken");
        Assert.Empty(handler.Faults);
    }

    private static string Addressed(Person who) => Regex.Match(who.Page.Url, "open=(\\d+)").Groups[1].Value;

    private static async Task SaveAsync(Person who)
    {
        await who.Page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(who.Page.GetByText("已保存")).ToBeVisibleAsync();
    }
}
