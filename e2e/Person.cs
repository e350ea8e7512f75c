using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e;

/// <summary>One person at one browser: what a journey says is what the person does.</summary>
public sealed class Person(string userName, IBrowserContext context, IPage page) : IAsyncDisposable
{
    private const string Password = "Journey#2026";
    private readonly List<string> faults = [];
    private readonly ConcurrentDictionary<IRequest, string> unanswered = new();

    public IPage Page => page;

    public string UserName => userName;

    /// <summary>Errors the browser reported; a journey ends by asserting that there are none.</summary>
    public IReadOnlyList<string> Faults => faults;

    public static async Task<Person> SignInAsync(Browsers browsers, Uri address, string userName, string password = Password, bool phone = false, string locale = "zh-CN")
    {
        var context = await browsers.NewContextAsync(address, phone, locale);
        var page = await context.NewPageAsync();
        var person = new Person(userName, context, page);
        page.PageError += (_, error) => person.faults.Add($"{userName}: {error}");
        page.Request += (_, request) => person.unanswered[request] = $"{request.Method} {request.Url}";
        page.RequestFinished += (_, request) => person.unanswered.TryRemove(request, out var _);
        page.RequestFailed += (_, request) => person.unanswered.TryRemove(request, out var _);
        await page.GotoAsync("/sign-in");
        await page.Locator("input[autocomplete=username]").FillAsync(userName);
        await page.Locator("input[autocomplete=current-password]").FillAsync(password);
        await page.Locator("button[type=submit]").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Navigation).Or(page.Locator("header"))).Not.ToHaveCountAsync(0);
        await person.ArriveAsync("^(?!.*/sign-in)");
        return person;
    }

    public async Task OpenAsync(string path)
    {
        await page.GotoAsync(path);
        await Expect(page.Locator("main h1").First).ToBeVisibleAsync();
    }

    /// <summary>Waits until the page has gone on to an address by itself.</summary>
    public Task ArriveAsync(string pattern) => ExplainAsync(Expect(page).ToHaveURLAsync(new Regex(pattern)));

    /// <summary>Waits until nothing on the page is loading.</summary>
    public Task RestAsync() => ExplainAsync(Expect(page.Locator(".ant-skeleton:visible, .ant-spin-spinning:visible")).ToHaveCountAsync(0));

    /// <summary>A page that stays as it was tells in the failure what it shows and what it still asks the server for.</summary>
    private async Task ExplainAsync(Task expected)
    {
        try
        {
            await expected;
        }
        catch (PlaywrightException missed)
        {
            await ShootAsync($"stayed-{userName}", fullPage: false);
            var said = await page.Locator(".ant-message-notice, .ant-form-item-explain-error, .ant-alert, [role=dialog]").AllInnerTextsAsync();
            Assert.Fail($"{missed.Message} {userName} is on {page.Url}. The page says: {string.Join(" | ", said)}. Not answered: {string.Join(" | ", unanswered.Values)}. Faults: {string.Join(" | ", faults)}");
        }
    }

    public async Task UseLanguageAsync(string language)
    {
        var wanted = language == "en" ? "English" : "中文";
        if (await page.GetByTestId("language-switch").InnerTextAsync() == wanted)
        {
            await page.GetByTestId("language-switch").ClickAsync();
            await Expect(page.GetByTestId("language-switch")).Not.ToHaveTextAsync(wanted);
        }
    }

    public async Task ShootAsync(string name, bool fullPage = true) => await page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Repository.Screenshots, $"{name}.png"),
        FullPage = fullPage,
        Animations = ScreenshotAnimations.Disabled,
    });

    /// <summary>Opens the work item of this subject from the inbox, which must show it without a reload.</summary>
    public async Task OpenFromInboxAsync(string number)
    {
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = number });
        await Expect(row).ToBeVisibleAsync();
        await row.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(Outcomes).ToBeVisibleAsync();
    }

    /// <summary>Goes to the inbox first, then as <see cref="OpenFromInboxAsync"/>.</summary>
    public async Task OpenFromInboxFreshAsync(string number)
    {
        await OpenAsync("/inbox");
        await OpenFromInboxAsync(number);
    }

    public ILocator Outcomes => page.GetByRole(AriaRole.Group, new() { Name = "办理结果" });

    public Task TypeAsync(string field, string text) => page.Locator($"#field-{field}").FillAsync(text);

    public async Task ChooseAsync(string field, string option)
    {
        var control = page.Locator($"#field-{field}");
        if (await control.GetAttributeAsync("role") == "combobox")
        {
            await ChooseFromListAsync(control, field, option);
            return;
        }

        var group = page.Locator(".ant-form-item").Filter(new() { Has = page.Locator($"#field-{field}-label") });
        await group.GetByText(option, new() { Exact = true }).ClickAsync();
    }

    /// <summary>As by keyboard: the typed text narrows the list of this very control, Enter takes what is left on top.</summary>
    private async Task ChooseFromListAsync(ILocator control, string field, string option)
    {
        var list = page.Locator(".ant-select-dropdown").Filter(new() { Has = page.Locator($"#field-{field}_list") });
        await control.FillAsync(option);
        await Expect(list.Locator(".ant-select-item-option-active").Filter(new() { HasText = option })).ToBeVisibleAsync();
        await control.PressAsync("Enter");
        await Expect(page.Locator(".ant-select").Filter(new() { Has = control })).ToContainTextAsync(option);
        await control.PressAsync("Escape");
    }

    public async Task PickDateAsync(string field, string date)
    {
        await page.Locator($"#field-{field}").FillAsync(date);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses the button of an outcome and waits until the step is answered.</summary>
    public async Task AnswerAsync(string outcome, string? comment = null)
    {
        if (comment is not null)
        {
            await TypeAsync("comment", comment);
        }

        var answered = page.WaitForResponseAsync(response => Regex.IsMatch(response.Url, "/api/work-items/[^/]+/complete$"));
        await Outcomes.GetByRole(AriaRole.Button, new() { Name = outcome, Exact = true }).ClickAsync();
        var response = await AnsweredOrExplainedAsync(answered, outcome);
        Assert.True(response.Ok, $"{userName} answered {outcome}: {response.Status} {await response.TextAsync()}");
    }

    /// <summary>A page that refuses to send says why beside its fields; that reason belongs into the failure.</summary>
    private async Task<IResponse> AnsweredOrExplainedAsync(Task<IResponse> answered, string outcome)
    {
        try
        {
            return await answered;
        }
        catch (TimeoutException)
        {
            var said = await page.Locator(".ant-form-item-explain-error, .ant-alert").AllInnerTextsAsync();
            Assert.Fail($"{userName} pressed {outcome} and nothing was sent. The page says: {string.Join(" | ", said)}");
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
