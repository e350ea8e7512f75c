using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Journeys;

/// <summary>
/// The whole loop by five people in five browsers: import, scan, triage, dispatch, handle with a photo, return, handle again,
/// recheck, evaluate, improve, hazard entry; and new evidence takes the closed order up again.
/// </summary>
public sealed class LoopTests(Browsers browsers) : IClassFixture<Browsers>, IAsyncLifetime
{
    private const string Theme = "DJ-01";
    private const string Unit = "37030601";
    private readonly string folder = Directory.CreateTempSubdirectory("casemgmt-e2e").FullName;
    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        var data = Path.Combine(folder, "data");
        var first = await County.GenerateAsync(Path.Combine(folder, "first"), seed: 1);
        await RunVerbAsync("import", first, "--data", data);
        await RunVerbAsync("accounts", "import", await County.WritePeopleAsync(folder), "--data", data);
        host = await RunningHost.StartAsync(data, "--sample", "false");
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Case_FivePeopleInFiveBrowsers_WalksTheWholeLoop()
    {
        await using var analyst = await Person.SignInAsync(browsers, host.Address, "liu");
        await using var county = await Person.SignInAsync(browsers, host.Address, "chen");
        await using var handler = await Person.SignInAsync(browsers, host.Address, "zhao");
        await using var reviewer = await Person.SignInAsync(browsers, host.Address, "sun");
        await using var owner = await Person.SignInAsync(browsers, host.Address, "qian");

        await ImportAsync(analyst);
        await ScanAsync(analyst);
        await TriageAsync(analyst);

        await county.OpenAsync("/inbox");
        await handler.OpenAsync("/inbox");
        await Expect(handler.Page.GetByText("没有待办事项")).ToBeVisibleAsync();
        await handler.ShootAsync("inbox-empty");
        var number = await DispatchAsync(analyst);

        await county.OpenFromInboxAsync(number);
        await county.AnswerAsync("签收");

        // The handler's page was never reloaded: the line must come by itself.
        await handler.OpenFromInboxAsync(number);
        await ReplyAsync(handler, "现场核实:该户合同容量达到两部制标准,电价码在增容后未改,已发起改类流程。", "handle-first");

        await county.OpenFromInboxFreshAsync(number);
        await county.TypeAsync("opinion", "情况属实,同意上报");
        await county.AnswerAsync("同意");

        await reviewer.OpenFromInboxFreshAsync(number);
        await reviewer.TypeAsync("opinion", "退补金额缺少计算依据");
        await reviewer.ChooseAsync("returnCode", "证据不足");
        await reviewer.AnswerAsync("退回", "请补充追补电费的计算依据");

        await handler.OpenFromInboxFreshAsync(number);
        await ReplyAsync(handler, "已补充计算依据:按容量电价逐月重算,追补基本电费并附计算表与现场照片。", "handle-again");

        await county.OpenFromInboxFreshAsync(number);
        await county.TypeAsync("opinion", "材料已补齐");
        await county.AnswerAsync("同意");

        await reviewer.OpenFromInboxFreshAsync(number);
        await reviewer.TypeAsync("opinion", "依据充分,通过");
        await reviewer.AnswerAsync("通过");

        await reviewer.OpenFromInboxFreshAsync(number);
        await reviewer.TypeAsync("score", "92");
        await reviewer.ChooseAsync("timeliness", "按时");
        await reviewer.ChooseAsync("quality", "合格");
        await reviewer.AnswerAsync("完成");

        await ImproveAsync(owner, number);
        await SeeTheRecordAsync(owner, number);
        await ReopenAsync(reviewer, handler, number);
        Assert.Empty(((Person[])[analyst, county, handler, reviewer, owner]).SelectMany(person => person.Faults));
    }

    private static async Task RunVerbAsync(params string[] arguments)
    {
        var (exitCode, output) = await RunningHost.RunVerbAsync(arguments);
        Assert.True(exitCode == 0, $"{string.Join(' ', arguments)}: {output}");
    }

    private async Task ImportAsync(Person analyst)
    {
        var second = await County.GenerateAsync(Path.Combine(folder, "second"), seed: 2);
        await analyst.OpenAsync("/imports");
        await analyst.Page.GetByLabel("选择文件夹").And(analyst.Page.Locator("input")).SetInputFilesAsync(second);
        var batch = analyst.Page.GetByRole(AriaRole.Region, new() { Name = "批次" });
        await Expect(batch.GetByText("完成", new() { Exact = true })).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await analyst.ShootAsync("import");
    }

    private static async Task ScanAsync(Person analyst)
    {
        await analyst.OpenAsync("/scans");
        await analyst.Page.GetByRole(AriaRole.Button, new() { Name = "开始扫描" }).ClickAsync();
        var row = analyst.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = Theme });
        await Expect(row).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(analyst.Page.GetByRole(AriaRole.Region).First.GetByText("完成", new() { Exact = true }).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await analyst.ShootAsync("scan");
    }

    private static async Task TriageAsync(Person analyst)
    {
        await analyst.OpenAsync($"/anomalies?theme={Theme}&org={Unit}");
        await ChooseAllAsync(analyst);
        await analyst.Page.GetByRole(AriaRole.Toolbar, new() { Name = "批量处理" }).GetByRole(AriaRole.Button, new() { Name = "需处理" }).ClickAsync();
        await analyst.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new("确") }).ClickAsync();
        await Expect(analyst.Page.GetByText(new Regex("已处理 \\d+ 条"))).ToBeVisibleAsync();
        await analyst.ShootAsync("anomalies");
    }

    /// <summary>Makes a task of what is to handle, plans and dispatches its work orders; returns the number of the one case.</summary>
    private static async Task<string> DispatchAsync(Person analyst)
    {
        await analyst.OpenAsync($"/anomalies?theme={Theme}&org={Unit}&state=to-handle");
        await ChooseAllAsync(analyst);
        await analyst.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^生成任务") }).ClickAsync();
        var drawer = analyst.Page.GetByRole(AriaRole.Dialog);
        await drawer.GetByRole(AriaRole.Button, new() { Name = "生成任务", Exact = true }).ClickAsync();
        await analyst.ArriveAsync("/tasks/\\d+");
        await Expect(analyst.Outcomes.GetByRole(AriaRole.Button, new() { Name = "生成" })).ToBeVisibleAsync();
        await analyst.ShootAsync("task");
        await analyst.AnswerAsync("生成");
        await Expect(analyst.Outcomes.GetByRole(AriaRole.Button, new() { Name = "派发" })).ToBeVisibleAsync();
        await analyst.AnswerAsync("派发");
        var link = analyst.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^GD-") });
        await Expect(link).ToBeVisibleAsync();
        return (await link.First.InnerTextAsync()).Trim();
    }

    private static async Task ReplyAsync(Person handler, string explanation, string picture)
    {
        await handler.ChooseAsync("checkedBy", "现场核查");
        await handler.PickDateAsync("checkedAt", "2026-06-10");
        await handler.TypeAsync("checkers", "赵师傅、李师傅");
        await handler.ChooseAsync("conclusion", "属实-内部差错");
        await handler.ChooseAsync("problemKind", "电价错误");
        await handler.ChooseAsync("cause", "工作差错");
        await handler.TypeAsync("explanation", explanation);
        await handler.TypeAsync("responsible", "城关供电所营业班");
        await handler.ChooseAsync("correctionType", "档案维护");
        await handler.TypeAsync("correction", "改为两部制电价,按规定追补。");
        await handler.TypeAsync("recoveredYuan", "1280.50");
        await handler.Page.Locator("#field-evidence input[type=file]").First.SetInputFilesAsync(Photo(picture));
        await Expect(handler.Page.GetByText($"{picture}.png 已上传")).ToBeVisibleAsync();
        await handler.ShootAsync(picture);
        await handler.AnswerAsync("提交");
    }

    private static async Task ImproveAsync(Person owner, string number)
    {
        await owner.OpenFromInboxFreshAsync(number);
        await owner.ShootAsync("case-page", fullPage: false);
        await owner.ChooseAsync("rootCause", "工作差错");
        await owner.TypeAsync("hazardTitle", "增容后电价码未同步变更");
        await owner.TypeAsync("analysis", "增容流程归档时没有校验电价码,营业班逐户人工核对,容易遗漏。");
        await owner.TypeAsync("measures", "在归档环节增加电价码与容量的系统校验。");
        await owner.AnswerAsync("完成");
        await Expect(owner.Page.GetByText("案件已归档").First).ToBeVisibleAsync();
    }

    private async Task SeeTheRecordAsync(Person owner, string number)
    {
        await owner.ShootAsync("case-closed");
        await owner.OpenAsync("/hazards");
        await owner.Page.GetByText("增容后电价码未同步变更").First.ClickAsync();
        await Expect(owner.Page.GetByRole(AriaRole.Link, new() { NameRegex = new(Regex.Escape(number)) }).First).ToBeVisibleAsync();
        await owner.ShootAsync("hazard");

        await using var auditor = await Person.SignInAsync(browsers, host.Address, "zhou");
        var cases = await auditor.Page.APIRequest.GetAsync(new Uri(host.Address, $"/api/cases?q={number}").ToString());
        var id = JsonDocument.Parse(await cases.TextAsync()).RootElement.GetProperty("items")[0].GetProperty("id").GetInt64();
        await auditor.OpenAsync($"/cases/{id}?tab=history");
        await Expect(auditor.Page.GetByText("退回").First).ToBeVisibleAsync();
        await auditor.ShootAsync("history");
    }

    private static async Task ReopenAsync(Person reviewer, Person handler, string number)
    {
        await reviewer.OpenAsync($"/cases?q={number}");
        await reviewer.Page.Locator("tbody a").First.ClickAsync();
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "重启工单" }).ClickAsync();
        var dialog = reviewer.Page.GetByRole(AriaRole.Dialog);
        await dialog.Locator("input[type=file]").First.SetInputFilesAsync(Photo("later"));
        await Expect(dialog.GetByText("归档后新增佐证 1 份。")).ToBeVisibleAsync();
        await dialog.GetByLabel("理由").FillAsync("归档后收到铭牌照片，容量与答复不符");
        await reviewer.ShootAsync("case-reopen");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await Expect(reviewer.Page.GetByText("第 1 次重启")).ToBeVisibleAsync();

        await handler.OpenFromInboxFreshAsync($"{number}-R1");
        await Expect(handler.Page.GetByText("归档后收到铭牌照片，容量与答复不符").First).ToBeVisibleAsync();
        await handler.ShootAsync("case-taken-up");
    }

    private static async Task ChooseAllAsync(Person analyst) =>
        await analyst.Page.Locator("thead input[type=checkbox]").First.CheckAsync();

    // One white pixel: what counts is that it is a real picture.
    private static FilePayload Photo(string name) => new()
    {
        Name = $"{name}.png",
        MimeType = "image/png",
        Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4////fwAJ+wP9BUNFygAAAABJRU5ErkJggg=="),
    };
}
