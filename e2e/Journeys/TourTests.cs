using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Journeys;

/// <summary>What a newcomer sees: the sample county of the first start, every page, in both languages, on a desktop and on a phone.</summary>
public sealed class TourTests(Browsers browsers, TourTests.SampleHost sample) : IClassFixture<Browsers>, IClassFixture<TourTests.SampleHost>
{
    private static readonly string[] AnalystPages =
        ["/", "/inbox", "/anomalies", "/tasks", "/cases", "/hazards", "/themes", "/scans", "/imports", "/definitions", "/notifications"];

    [Theory]
    [InlineData("zh", false)]
    [InlineData("zh", true)]
    [InlineData("en", false)]
    [InlineData("en", true)]
    public async Task EveryPage_LanguageAndSize_ShowsItselfWithoutFault(string language, bool phone)
    {
        await using var analyst = await Person.SignInAsync(browsers, sample.Host.Address, "analyst", "Demo#2026", phone);
        await analyst.UseLanguageAsync(language);
        foreach (var path in AnalystPages)
        {
            await analyst.OpenAsync(path);
            await Expect(analyst.Page.Locator(".ant-skeleton:visible, .ant-spin-spinning:visible")).ToHaveCountAsync(0);
            Assert.False(await OverflowsAsync(analyst.Page), $"{path} is wider than the screen ({language}, phone: {phone})");
            await analyst.ShootAsync($"tour-{language}-{(phone ? "phone" : "desktop")}-{(path == "/" ? "workbench" : path[1..])}", fullPage: false);
        }

        Assert.Empty(analyst.Faults);
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
