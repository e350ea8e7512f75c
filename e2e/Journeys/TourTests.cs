using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Journeys;

/// <summary>What a newcomer sees: the sample county of the first start, every page, in both languages, on a desktop and on a phone.</summary>
public sealed class TourTests(Browsers browsers, TourTests.SampleHost sample) : IClassFixture<Browsers>, IClassFixture<TourTests.SampleHost>
{
    private static readonly string[] AnalystPages =
        ["/", "/inbox", "/anomalies", "/indicators", "/indicators?view=alarms", "/theme-tree", "/clues", "/tasks", "/cases", "/whitelist", "/hazards", "/themes", "/themes/DJ-01", "/themes/DJ-01/versions/1", "/themes/DJ-01/quality",
         "/themes?view=unit-values", "/precision", "/tags", "/scans", "/survey", "/survey/rules", "/survey/rules?view=checklists", "/sources", "/imports", "/notifications", "/plans", "/schemes", "/samples", "/problem-lists", "/evaluation"];

    private static readonly string[] OwnerPages =
        ["/definitions", "/definitions/online-audit/difference", "/definitions/online-audit/heat", "/definitions/online-audit/migration", "/definitions/online-audit/replay",
         "/forms", "/forms/handling-reply", "/operations"];

    [Theory]
    [InlineData("zh", false)]
    [InlineData("zh", true)]
    [InlineData("en", false)]
    [InlineData("en", true)]
    public async Task EveryPage_LanguageAndSize_ShowsItselfWithoutFault(string language, bool phone)
    {
        await VisitAsync("analyst", AnalystPages, language, phone);
        await VisitAsync("owner", OwnerPages, language, phone);
    }

    [Fact]
    public async Task Administrator_Accounts_ListsTheDemoPeople()
    {
        await using var administrator = await Person.SignInAsync(browsers, sample.Host.Address, "admin", "Demo#2026");
        await administrator.OpenAsync("/accounts");
        await Expect(administrator.Page.GetByText("handler1").First).ToBeVisibleAsync();
        await administrator.ShootAsync("accounts", fullPage: false);
    }

    [Fact]
    public async Task WrongPassword_SignIn_IsToldAndStays()
    {
        var context = await browsers.NewContextAsync(sample.Host.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.Locator("input[autocomplete=username]").FillAsync("analyst");
        await page.Locator("input[autocomplete=current-password]").FillAsync("nonsense");
        await page.Locator("button[type=submit]").ClickAsync();
        await Expect(page.GetByText("用户名或密码不正确")).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screenshots, "sign-in-refused.png") });
        await context.DisposeAsync();
    }

    private async Task VisitAsync(string userName, string[] pages, string language, bool phone)
    {
        await using var person = await Person.SignInAsync(browsers, sample.Host.Address, userName, "Demo#2026", phone);
        await person.UseLanguageAsync(language);
        foreach (var path in pages)
        {
            await person.OpenAsync(path);
            await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await Expect(person.Page.Locator(".ant-skeleton:visible, .ant-spin-spinning:visible")).ToHaveCountAsync(0);
            await Expect(person.Page.Locator(".ant-result")).ToHaveCountAsync(0);
            Assert.False(await OverflowsAsync(person.Page), $"{path} is wider than the screen ({language}, phone: {phone})");
            await person.ShootAsync($"tour-{language}-{(phone ? "phone" : "desktop")}-{(path == "/" ? "workbench" : path[1..].Replace('/', '-').Replace('?', '-'))}", fullPage: false);
        }

        Assert.Empty(person.Faults);
    }

    private static async Task<bool> OverflowsAsync(IPage page) =>
        await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");

    /// <summary>A first start on an empty data directory, with the sample county.</summary>
    public sealed class SampleHost : IAsyncLifetime
    {
        private readonly string folder = Directory.CreateTempSubdirectory("casemgmt-tour").FullName;

        public RunningHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await RunningHost.StartAsync(Path.Combine(folder, "data"));

        public async Task DisposeAsync()
        {
            await Host.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}
