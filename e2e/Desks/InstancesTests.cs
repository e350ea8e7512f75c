using CaseMgmt.E2e.Designer;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Desks;

/// <summary>The running lifecycles of a county that has worked for a while, as Studio lists and draws them.</summary>
[Collection(DeskStories.Name)]
public sealed class InstancesTests(Browsers browsers, DeskHost desks)
{
    [Theory]
    [InlineData("zh", "等待中")]
    [InlineData("en", "Suspended")]
    public async Task Instances_OfACountyAtWork_AreListedAndOpened(string language, string waiting)
    {
        await using var owner = await StudioPage.SignInAsync(browsers, desks.Host.Address, "owner", language);
        await owner.OpenListAsync("/studio/instances");
        await Expect(owner.Page.Locator("tbody tr")).ToHaveCountAsync(10);
        await Expect(owner.Page.Locator("tbody")).ToContainTextAsync(waiting);
        Assert.Empty(await owner.ForeignWordsAsync(language));
        await owner.ShootAsync($"instances-{language}");

        await owner.Page.Locator("tbody tr").First.ClickAsync();
        await Expect(owner.Page.Locator(".elsa-activity").First).ToBeVisibleAsync(new() { Timeout = StudioPage.Patience });
        await owner.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await owner.ShootAsync($"instance-{language}");
        Assert.Empty(await owner.ForeignWordsAsync(language));
        Assert.Empty(owner.Faults);
    }
}
