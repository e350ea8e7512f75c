using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Journeys;

/// <summary>A threshold is edited, tried, approved by a second person and screened; what it finds anew names the new version.</summary>
public sealed class ThemeTests(Browsers browsers) : IClassFixture<Browsers>, IAsyncLifetime
{
    private const string Theme = "DJ-01";

    /// <summary>Two versions ship.</summary>
    private const int Next = 3;
    private readonly string folder = Directory.CreateTempSubdirectory("casemgmt-e2e").FullName;
    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        var data = Path.Combine(folder, "data");
        await RunVerbAsync("import", await County.GenerateAsync(Path.Combine(folder, "county"), seed: 3), "--data", data);
        await RunVerbAsync("accounts", "import", await County.WritePeopleAsync(folder), "--data", data);
        host = await RunningHost.StartAsync(data, "--sample", "false");
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Threshold_EditedTestedAndApprovedByASecondPerson_FindsNewAnomalies()
    {
        await using var analyst = await Person.SignInAsync(browsers, host.Address, "liu");
        await using var reviewer = await Person.SignInAsync(browsers, host.Address, "sun");
        Assert.True(await ScanAsync(analyst) > 0);
        await EditAsync(analyst);
        await ApproveAsync(reviewer);
        var added = await ScanAsync(analyst);
        Assert.True(added > 0);
        await analyst.OpenAsync($"/anomalies?theme={Theme}&sort=newest");
        await analyst.Page.GetByRole(AriaRole.Row).Nth(1).GetByRole(AriaRole.Button, new() { NameRegex = new(Theme) }).ClickAsync();
        await Expect(analyst.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Link, new() { Name = $"{Theme} v{Next}" })).ToBeVisibleAsync();
        await analyst.ShootAsync("anomaly-of-new-version", fullPage: false);
        await analyst.OpenAsync($"/themes/{Theme}");
        await Expect(analyst.Page.GetByRole(AriaRole.Region, new() { Name = "办理历史" }).GetByText("批准", new() { Exact = true })).ToBeVisibleAsync();
        await analyst.ShootAsync("theme");
        Assert.Empty(analyst.Faults.Concat(reviewer.Faults));
    }

    /// <summary>Screens the one theme and returns how many anomalies were new.</summary>
    private static async Task<int> ScanAsync(Person analyst)
    {
        await analyst.OpenAsync("/scans");
        await analyst.Page.Locator("#scan-themes").FillAsync(Theme);
        await analyst.Page.Keyboard.PressAsync("Enter");
        await analyst.Page.Keyboard.PressAsync("Escape");
        await analyst.Page.GetByRole(AriaRole.Button, new() { Name = "开始扫描" }).ClickAsync();
        var report = analyst.Page.GetByRole(AriaRole.Region, new() { Name = "扫描", Exact = true });
        var row = report.GetByRole(AriaRole.Row).Filter(new() { HasText = Theme });
        await Expect(row).ToBeVisibleAsync(new() { Timeout = 60_000 });
        return int.Parse(await row.GetByRole(AriaRole.Cell).Nth(2).InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task EditAsync(Person analyst)
    {
        await analyst.OpenAsync($"/themes/{Theme}");
        await analyst.Page.GetByRole(AriaRole.Button, new() { Name = "编制新版本" }).ClickAsync();
        var dialog = analyst.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("变更理由").FillAsync("新价区起点容量下调");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "编制新版本" }).ClickAsync();
        await analyst.ArriveAsync($"/themes/{Theme}/versions/{Next}$");
        await analyst.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "两部制起点容量", Exact = true }).FillAsync("100");
        await analyst.Page.GetByRole(AriaRole.Button, new() { Name = "试运行" }).ClickAsync();
        var trial = analyst.Page.GetByRole(AriaRole.Region, new() { Name = "试运行结果" });
        await Expect(trial.GetByText(new Regex("^\\+[1-9]"))).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await analyst.ShootAsync("theme-editor");
        await analyst.Page.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();
        await Expect(analyst.Page.GetByText("待审核").First).ToBeVisibleAsync();
    }

    private static async Task ApproveAsync(Person reviewer)
    {
        await reviewer.OpenAsync("/themes?view=requests");
        await reviewer.Page.GetByRole(AriaRole.Link, new() { Name = $"{Theme} v{Next}" }).ClickAsync();
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "批准" }).ClickAsync();
        await reviewer.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "批准" }).ClickAsync();
        await Expect(reviewer.Page.GetByText("已批准")).ToBeVisibleAsync();
    }

    private static async Task RunVerbAsync(params string[] arguments)
    {
        var (exitCode, output) = await RunningHost.RunVerbAsync(arguments);
        Assert.True(exitCode == 0, $"{string.Join(' ', arguments)}: {output}");
    }
}
