using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Designer;

/// <summary>The check beside the canvas follows every save, leads to the node it speaks of, and what it only warns of is answered for by whoever approves.</summary>
[Collection(StudioStories.Name)]
public sealed class CheckPanelTests(Browsers browsers, StudioHost studio)
{
    private const string Limit = "一般时限(工作小时)";
    private const string Finding = "办理时限必须大于零";
    private const string Warning = "没有升级阶梯，超期后无人得知";

    [Fact]
    public async Task Panel_WhileEditing_NamesTheMistakeLeadsToItAndTicksWhenMended()
    {
        await using var owner = await StudioPage.SignInAsync(browsers, studio.Host.Address, "owner");
        await owner.CallAsync("POST", "/elsa/api/workflow-definitions/import", await CopyAsync(owner, "checked"));
        await owner.OpenEditorAsync("checked", nodes: 9);
        await owner.Page.Locator("#panel .handle").ClickAsync();
        var badge = owner.Page.Locator("#panel .badge");
        await Expect(badge).ToHaveTextAsync("✓");
        await Expect(owner.Page.Locator("#panel .clean")).ToBeVisibleAsync();

        await owner.TellAsync("broken", () => LimitAsync(owner, "0"));
        var line = owner.Page.Locator("#panel .findings li.error", new() { HasText = Finding });
        await Expect(line).ToHaveCountAsync(1);
        await Expect(badge).ToHaveAttributeAsync("data-state", "error");

        await owner.DeselectAsync();
        await owner.PanAsync(right: 700);
        await Expect(owner.Field(Limit)).ToHaveCountAsync(0);
        await Expect(owner.Node("recheck")).Not.ToBeInViewportAsync();
        await line.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(owner.Node("recheck").Locator("[data-found]")).ToHaveCountAsync(1);
        await Expect(owner.Node("recheck")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(owner.Field(Limit).Locator("input").First).ToHaveValueAsync("0");
        await owner.ShootAsync("designer-zh-check-finding");

        await owner.TellAsync("mended", () => LimitAsync(owner, "24", select: false));
        await Expect(badge).ToHaveTextAsync("✓");
        await Expect(owner.Page.Locator("#panel .findings")).ToHaveCountAsync(0);
        Assert.Empty(owner.Faults);
    }

    [Fact]
    public async Task Warnings_OfARequest_AreApprovedWithACommentOnly()
    {
        await using var owner = await StudioPage.SignInAsync(browsers, studio.Host.Address, "owner");
        var model = await CopyAsync(owner, "warned");
        Node(model, "recheck")["ladder"]!["expression"]!["value"] = "[]";
        await owner.CallAsync("POST", "/elsa/api/workflow-definitions/import", model);
        await owner.OpenEditorAsync("warned", nodes: 9);
        await Expect(owner.Page.Locator("#panel .badge")).ToHaveAttributeAsync("data-state", "warning");
        Assert.Equal(400, await owner.SaveAsync(() => owner.PublishButton.ClickAsync()));

        await using var reviewer = await StudioPage.SignInAsync(browsers, studio.Host.Address, "reviewer");
        await reviewer.Page.GotoAsync("/studio/publications");
        var request = reviewer.Page.Locator("article", new() { HasText = "流程 warned" });
        await Expect(request.Locator(".findings .warning")).ToContainTextAsync(Warning);
        await request.GetByRole(AriaRole.Button, new() { Name = "批准" }).ClickAsync();
        await Expect(reviewer.Page.Locator("#notes")).ToContainTextAsync("请在意见中写明为何可以发布");
        await Expect(request).ToHaveAttributeAsync("data-state", "open");
        await reviewer.ShootAsync("designer-zh-publication-warning");

        await request.GetByPlaceholder("意见").FillAsync("复核由市公司每日催办");
        await request.GetByRole(AriaRole.Button, new() { Name = "批准" }).ClickAsync();
        await Expect(request).ToHaveAttributeAsync("data-state", "approved");
        Assert.True((bool)(await owner.DraftAsync("warned"))["isPublished"]!);
        Assert.Empty(reviewer.Faults);
    }

    private static async Task LimitAsync(StudioPage owner, string hours, bool select = true)
    {
        if (select)
        {
            await owner.SelectAsync("recheck");
        }

        var field = owner.Field(Limit).Locator("input").First;
        Assert.Equal(200, await owner.SaveAsync(async () =>
        {
            await field.FillAsync(hours);
            await field.PressAsync("Tab");
        }, $"\"{hours}\""));
    }

    /// <summary>The shipped lifecycle under another name.</summary>
    private static async Task<JsonObject> CopyAsync(StudioPage owner, string id)
    {
        var model = (JsonObject)await owner.CallAsync("GET", "/elsa/api/workflow-definitions/online-audit/export?versionOptions=2");
        (model["definitionId"], model["name"]) = (id, "流程 " + id);
        return model;
    }

    private static JsonObject Node(JsonObject model, string id) => model["root"]!["activities"]!.AsArray().Single(node => (string?)node!["id"] == id)!.AsObject();
}
