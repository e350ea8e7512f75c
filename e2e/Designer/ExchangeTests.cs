using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Designer;

/// <summary>A lifecycle leaves as a file and comes back: as a lifecycle of its own, and as the next version of the one that is here.</summary>
[Collection(StudioStories.Name)]
public sealed class ExchangeTests(Browsers browsers, StudioHost studio)
{
    private const string Lifecycle = "audit-task";

    [Fact]
    public async Task Export_ImportedBack_AsksAndLosesNothing()
    {
        await using var owner = await StudioPage.SignInAsync(browsers, studio.Host.Address, "owner");
        var before = await owner.DraftAsync(Lifecycle);
        await owner.OpenListAsync("/studio/definitions");
        var file = await ExportAsync(owner);

        var separate = await ImportAsync(owner, file, "作为新流程");
        var next = await ImportAsync(owner, file, "作为新版本");

        Assert.NotEqual(Lifecycle, (string)separate["definitionId"]!);
        Assert.Equal((Lifecycle, (int)before["version"]! + 1, false), ((string)next["definitionId"]!, (int)next["version"]!, (bool)next["isPublished"]!));
        Assert.Equal(LargeDefinition.Meaning(before), LargeDefinition.Meaning(separate));
        Assert.Equal(LargeDefinition.Meaning(before), LargeDefinition.Meaning(next));
        await owner.CallAsync("DELETE", "/elsa/api/workflow-definition-versions/" + next["id"]);
    }

    private static async Task<string> ExportAsync(StudioPage owner)
    {
        await owner.Page.Locator("tbody tr", new() { HasText = Lifecycle }).Locator(".mud-menu-icon-button-activator").ClickAsync();
        await owner.MenuItem("导出").ClickAsync();
        var dialog = owner.Page.Locator(".mud-dialog");
        var download = await owner.Page.RunAndWaitForDownloadAsync(() => dialog.GetByRole(AriaRole.Button, new() { Name = "导出" }).ClickAsync());
        await Expect(dialog).ToHaveCountAsync(0);
        return await download.PathAsync();
    }

    /// <summary>Chooses the file, answers our question, and returns what the server made of it.</summary>
    private static async Task<JsonNode> ImportAsync(StudioPage owner, string file, string choice)
    {
        await owner.Page.Locator(".mud-button-group-root button").Last.ClickAsync();
        var chooser = await owner.Page.RunAndWaitForFileChooserAsync(() => owner.MenuItem("导入").ClickAsync());
        await chooser.SetFilesAsync(new FilePayload { Name = "audit-task.json", MimeType = "application/json", Buffer = await File.ReadAllBytesAsync(file) });
        var question = owner.Page.Locator("dialog.import-question");
        await Expect(question).ToContainTextAsync("已经存在");
        await owner.ShootAsync("designer-zh-import");
        var answer = await owner.Page.RunAndWaitForResponseAsync(() => question.GetByRole(AriaRole.Button, new() { Name = choice }).ClickAsync(),
            response => response.Url.EndsWith("/elsa/api/workflow-definitions/import", StringComparison.Ordinal));
        return JsonNode.Parse(await answer.TextAsync())!;
    }
}
