using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Journeys;

/// <summary>
/// A special audit by a team: a scheme gets its people, the province rejects the first task, which its maker withdraws, and approves the next before it goes out; the station sees
/// its visits as a sheet to take along, and after the next start the team has its weekly list.
/// </summary>
public sealed class SpecialAuditTests(Browsers browsers) : IClassFixture<Browsers>, IAsyncLifetime
{
    private const string Station = "37030601";
    private readonly string data = Path.Combine(Directory.CreateTempSubdirectory("casemgmt-special").FullName, "data");
    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await RunningHost.StartAsync(data);

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(data)!, recursive: true);
    }

    [Fact]
    public async Task SpecialAudit_OfATeam_GoesOutWithTheProvincesWordAndHasItsSheetAndList()
    {
        var scheme = await WriteSchemeAsync();
        await using (var analyst = await SignInAsync("analyst"))
        {
            await BuildTeamAsync(analyst, scheme);
            await SubmitAsync(scheme);
            await MakeTaskAsync(analyst, scheme, "需处理", "生成");
            await using var manager = await SignInAsync("manager");
            await RejectAndWithdrawAsync(manager, analyst);
            await MakeTaskAsync(analyst, scheme, "生成");
            await ApproveAsync(manager);
            await analyst.OpenFromInboxFreshAsync("RW-");
            await analyst.AnswerAsync("派发");
            await Expect(analyst.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^GD-") }).First).ToBeVisibleAsync();
            await analyst.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^GD-") }).First.ClickAsync();
            await PrintAsync(analyst);
            Assert.Empty(analyst.Faults.Concat(manager.Faults));
        }

        await host.DisposeAsync();
        host = await RunningHost.StartAsync(data);
        await ListAsync();
    }

    private async Task<long> WriteSchemeAsync()
    {
        using var analyst = await ApiPerson.SignInAsync(host.Address, "analyst");
        var written = await analyst.PostAsync("/api/schemes", new
        {
            title = "6月两部制电价专项稽查", type = "special", units = new[] { Station }, themes = new[] { "DJ-01", "DJ-02" }, periodFrom = "2020-01-01", periodTo = "2099-12-31",
            goal = "查清两部制电价执行差错并追补基本电费", checklist = "核对合同容量与变压器铭牌\n核对电价码与用电类别\n核对暂停、减容记录", basis = "供电营业规则；当地目录电价文件",
        });
        return (long)written!["id"]!;
    }

    private static async Task BuildTeamAsync(Person analyst, long scheme)
    {
        await analyst.OpenAsync($"/schemes/{scheme}");
        await analyst.Page.GetByRole(AriaRole.Button, new() { Name = "维护稽查组" }).ClickAsync();
        var drawer = analyst.Page.GetByRole(AriaRole.Dialog);
        await ChooseAsync(analyst, "#members_0_accountId", "王建国");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "增加成员" }).ClickAsync();
        await ChooseAsync(analyst, "#members_1_accountId", "张伟");
        await analyst.ShootAsync("scheme-team-form", fullPage: false);
        await drawer.GetByRole(AriaRole.Button, new() { NameRegex = new("^保\\s?存$") }).ClickAsync();
        var team = analyst.Page.GetByRole(AriaRole.Region, new() { Name = "稽查组" });
        await Expect(team.GetByText("张伟", new() { Exact = false })).ToBeVisibleAsync();
        await analyst.ShootAsync("scheme-team");
    }

    private async Task SubmitAsync(long scheme)
    {
        using var analyst = await ApiPerson.SignInAsync(host.Address, "analyst");
        using var reviewer = await ApiPerson.SignInAsync(host.Address, "reviewer");
        await analyst.PostAsync($"/api/schemes/{scheme}/submit", new { });
        await reviewer.PostAsync($"/api/schemes/{scheme}/approve", new { });
        await analyst.PostAsync($"/api/schemes/{scheme}/start", new { });
    }

    /// <param name="outcomes">What a withdrawn task had judged is not asked again.</param>
    private static async Task MakeTaskAsync(Person analyst, long scheme, params string[] outcomes)
    {
        await analyst.OpenAsync($"/schemes/{scheme}");
        await analyst.Page.GetByRole(AriaRole.Button, new() { Name = "生成任务" }).ClickAsync();
        await analyst.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new("^(确定|确认|生成任务)$") }).ClickAsync();
        await analyst.ArriveAsync("/tasks/\\d+");
        foreach (var outcome in outcomes)
        {
            await Expect(analyst.Outcomes.GetByRole(AriaRole.Button, new() { Name = outcome, Exact = true })).ToBeVisibleAsync();
            await analyst.AnswerAsync(outcome);
        }

        await Expect(analyst.Page.GetByText("待审批").First).ToBeVisibleAsync();
        await analyst.ShootAsync("task-pending-approval");
    }

    private static async Task RejectAndWithdrawAsync(Person manager, Person analyst)
    {
        await manager.OpenFromInboxFreshAsync("任务审批");
        await manager.TypeAsync("opinion", "范围须先与专业商定");
        await manager.AnswerAsync("驳回", "请先征求电价专业意见再报");
        await analyst.OpenFromInboxFreshAsync("RW-");
        await Expect(analyst.Page.GetByText("请先征求电价专业意见再报").First).ToBeVisibleAsync();
        await analyst.ShootAsync("task-rejected");
        await analyst.Page.GetByRole(AriaRole.Button, new() { Name = "撤回任务", Exact = true }).ClickAsync();
        var dialog = analyst.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await Expect(dialog.GetByText("请写明理由，至少 5 个字")).ToBeVisibleAsync();
        await dialog.GetByLabel("理由").FillAsync("先征求专业意见，另行发起");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await Expect(analyst.Page.GetByRole(AriaRole.Button, new() { Name = "撤回任务", Exact = true })).ToHaveCountAsync(0);
        await Expect(analyst.Page.Locator(".page-title").GetByText("作废")).ToBeVisibleAsync();
        await Expect(analyst.Outcomes).ToHaveCountAsync(0);
        await analyst.ShootAsync("task-withdrawn");
    }

    private static async Task ApproveAsync(Person manager)
    {
        await manager.OpenFromInboxFreshAsync("任务审批");
        await manager.TypeAsync("opinion", "同意按方案开展专项稽查");
        await manager.ShootAsync("task-approval");
        await manager.AnswerAsync("批准");
    }

    /// <summary>The sheet as it comes out of the printer, in both languages.</summary>
    private static async Task PrintAsync(Person analyst)
    {
        await analyst.Page.GetByRole(AriaRole.Tab, new() { Name = "到访", Exact = true }).ClickAsync();
        await Expect(analyst.Page.GetByText("条问题", new() { Exact = false }).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(analyst.Page.GetByText("核查情况：").First).ToBeHiddenAsync();
        await analyst.ShootAsync("visit-sheet-screen");
        await analyst.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(analyst.Page.GetByText("核查情况：").First).ToBeVisibleAsync();
        await Expect(analyst.Page.GetByText("检查人（第二人）")).ToBeVisibleAsync();
        await Expect(analyst.Page.GetByRole(AriaRole.Button, new() { Name = "打印" })).ToBeHiddenAsync();
        await Expect(analyst.Page.GetByRole(AriaRole.List, new() { Name = "环节" })).ToHaveCountAsync(0);
        await analyst.ShootAsync("visit-sheet-print");
        await analyst.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await analyst.UseLanguageAsync("en");
        await analyst.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(analyst.Page.GetByText("Second inspector")).ToBeVisibleAsync();
        await analyst.ShootAsync("visit-sheet-print-en");
        await analyst.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await analyst.UseLanguageAsync("zh");
    }

    private async Task ListAsync()
    {
        foreach (var (language, phone) in ((string, bool)[])[("zh", false), ("en", false), ("zh", true), ("en", true)])
        {
            await using var county = await Person.SignInAsync(browsers, host.Address, "county", "Demo#2026", phone);
            await county.UseLanguageAsync(language);
            var name = $"{language}-{(phone ? "phone" : "desktop")}";
            await Expect(county.Page.Locator("main h1").First).ToBeVisibleAsync();
            await UntilListedAsync(county);
            await county.RestAsync();
            await county.ShootAsync($"problem-lists-{name}");
            await county.Page.GetByRole(AriaRole.Link, new() { Name = "6月两部制电价专项稽查" }).First.ClickAsync();
            await county.ArriveAsync("/problem-lists/\\d+$");
            await Expect(county.Page.GetByText("GD-", new() { Exact = false }).First).ToBeVisibleAsync();
            await county.ShootAsync($"problem-list-{name}");
            Assert.False(await county.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"));
            Assert.Empty(county.Faults);
        }
    }

    // The list is written by a job some seconds after the start; the page does not wait for it.
    private static async Task UntilListedAsync(Person county)
    {
        await county.OpenAsync("/problem-lists");
        await Expect(county.Page.GetByRole(AriaRole.Link, new() { Name = "6月两部制电价专项稽查" }).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    private Task<Person> SignInAsync(string userName) => Person.SignInAsync(browsers, host.Address, userName, "Demo#2026");

    private static async Task ChooseAsync(Person analyst, string control, string option)
    {
        await analyst.Page.Locator(control).FillAsync(option);
        await analyst.Page.Locator(".ant-select-item-option-active").Filter(new() { HasText = option }).First.ClickAsync();
    }
}
