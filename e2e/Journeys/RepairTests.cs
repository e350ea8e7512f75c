using System.Text.Json.Nodes;
using CaseMgmt.E2e.Desks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Journeys;

/// <summary>
/// A version that fails is in force, and three cases stand at the failing step. The process owner repairs each in another way, sees first what it would do, and
/// the reason stands in the history of the case.
/// </summary>
public sealed class RepairTests(Browsers browsers) : IClassFixture<Browsers>, IAsyncLifetime
{
    private const string Lifecycle = "online-audit";
    private readonly string folder = Directory.CreateTempSubdirectory("casemgmt-repair").FullName;
    private RunningHost host = null!;
    private IReadOnlyList<long> cases = [];

    public async Task InitializeAsync()
    {
        host = await RunningHost.StartAsync(Path.Combine(folder, "data"));
        using var crew = await DeskCrew.SignInAsync(host.Address);
        await crew.SaveAsync(Lifecycle, Break, publish: true);
        await crew.ApproveAsync(Lifecycle);
        cases = await crew.DispatchAsync(3);
        foreach (var id in cases)
        {
            await crew.WorkAsync(id, steps: 1, returns: 0);
        }
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Incidents_OfABrokenStep_AreRetriedSkippedAndMovedPast()
    {
        using var reader = await ApiPerson.SignInAsync(host.Address, "owner");
        var numbers = new List<string>();
        foreach (var id in cases)
        {
            numbers.Add((string)(await reader.ReadAsync($"/api/cases/{id}"))["number"]!);
        }

        await using var owner = await Person.SignInAsync(browsers, host.Address, "owner", "Demo#2026");
        await owner.OpenAsync("/operations");
        await Expect(Table(owner, "同类异常").GetByRole(AriaRole.Row).Filter(new() { HasText = "核对额度" })).ToContainTextAsync("3");
        await ShootAllAsync(owner, "repair-incidents", "/operations");
        await ShootAllAsync(owner, "repair-letters", "/operations?tab=letters");
        await owner.OpenAsync("/operations");

        await EditAndRetryAsync(owner, numbers[0]);
        await SkipAsync(owner, numbers[1]);
        await MoveAsync(owner, numbers[2]);

        await Expect(owner.Page.GetByText("没有异常步骤")).ToBeVisibleAsync();
        foreach (var (id, reason) in cases.Zip(["额度已更正", "额度线下核对过", "直接交处理人"]))
        {
            Assert.Equal("稽查处理", (string)(await reader.ReadAsync($"/api/cases/{id}"))["openWorkItems"]!.AsArray().Single()!["title"]!);
            await owner.OpenAsync($"/cases/{id}");
            await Expect(owner.Page.GetByRole(AriaRole.Region, new() { Name = "办理历史" }).GetByText(reason).First).ToBeVisibleAsync();
        }

        await owner.ShootAsync("repair-history");
        Assert.Empty(owner.Faults);
    }

    private static async Task EditAndRetryAsync(Person owner, string number)
    {
        await ChooseAsync(owner, number, "查看变量与步骤…");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "修改变量 limit" }).ClickAsync();
        var edit = Dialog(owner, "修改变量");
        await edit.GetByLabel("值（JSON）").FillAsync("five");
        await edit.GetByRole(AriaRole.Button, new() { Name = "预演", Exact = true }).ClickAsync();
        await Expect(edit.GetByText("不是有效的 JSON")).ToBeVisibleAsync();
        await edit.GetByLabel("值（JSON）").FillAsync("5");
        await edit.GetByRole(AriaRole.Button, new() { Name = "预演", Exact = true }).ClickAsync();
        await Expect(edit.GetByText("只改变量，步骤不动")).ToBeVisibleAsync();
        await owner.ShootAsync("repair-edit", fullPage: false);
        await DecideAsync(edit, "额度已更正");
        await Expect(owner.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "limit" })).ToContainTextAsync("5");
        await CloseDrawerAsync(owner);

        await ChooseAsync(owner, number, "重试此步骤");
        await DecideAsync(Dialog(owner, "重试此步骤"), "额度已更正");
        await GoneAsync(owner, number);
    }

    private static async Task SkipAsync(Person owner, string number)
    {
        await ChooseAsync(owner, number, "跳过此步骤");
        var skip = Dialog(owner, "跳过此步骤");
        await skip.GetByLabel("离开节点的结果").ClickAsync();
        await owner.Page.Locator(".ant-select-item-option").Filter(new() { HasText = "True" }).ClickAsync();
        await owner.ShootAsync("repair-skip", fullPage: false);
        await DecideAsync(skip, "额度线下核对过");
        await GoneAsync(owner, number);
    }

    private static async Task MoveAsync(Person owner, string number)
    {
        await ChooseAsync(owner, number, "查看变量与步骤…");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "移动到其他步骤 核对额度" }).ClickAsync();
        var move = Dialog(owner, "移动到其他步骤");
        await move.GetByLabel("移动到", new() { Exact = true }).ClickAsync();
        await owner.Page.Locator(".ant-select-item-option").Filter(new() { HasText = "稽查处理" }).ClickAsync();
        await move.GetByRole(AriaRole.Button, new() { Name = "预演", Exact = true }).ClickAsync();
        await Expect(move.GetByText("进入：稽查处理")).ToBeVisibleAsync();
        await owner.ShootAsync("repair-move", fullPage: false);
        await DecideAsync(move, "直接交处理人");
        await CloseDrawerAsync(owner);
        await GoneAsync(owner, number);
    }

    private static async Task ChooseAsync(Person owner, string number, string item)
    {
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = $"处理 {number}" }).ClickAsync();
        await owner.Page.GetByRole(AriaRole.Menuitem, new() { Name = item }).ClickAsync();
    }

    private static async Task DecideAsync(ILocator dialog, string reason)
    {
        await dialog.GetByLabel("操作原因").FillAsync(reason);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
    }

    private static Task GoneAsync(Person owner, string number) => Expect(owner.Page.GetByRole(AriaRole.Button, new() { Name = $"处理 {number}" })).ToHaveCountAsync(0);

    private static Task CloseDrawerAsync(Person owner) => owner.Page.Locator(".ant-drawer-close").ClickAsync();

    private static ILocator Dialog(Person owner, string title) => owner.Page.GetByRole(AriaRole.Dialog).Filter(new() { HasText = title }).Filter(new() { HasText = "操作原因" });

    private static ILocator Table(Person owner, string name) => owner.Page.GetByRole(AriaRole.Table, new() { Name = name });

    private static async Task ShootAllAsync(Person owner, string name, string path)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            await owner.Page.SetViewportSizeAsync(1440, 900);
            await owner.OpenAsync(path);
            await owner.UseLanguageAsync(language);
            await owner.ShootAsync($"{name}-{language}-1440");
            await owner.Page.SetViewportSizeAsync(390, 844);
            await owner.OpenAsync(path);
            await owner.ShootAsync($"{name}-{language}-390");
        }

        await owner.Page.SetViewportSizeAsync(1440, 900);
        await owner.OpenAsync(path);
        await owner.UseLanguageAsync("zh");
    }

    /// <summary>Behind the sign-in an event that nobody waits for, and a decision that only works with a limit.</summary>
    private static void Break(JsonObject model)
    {
        var (nodes, arrows) = (model["root"]!["activities"]!.AsArray(), model["root"]!["connections"]!.AsArray());
        model["variables"] = JsonNode.Parse("""[{ "id": "limit", "name": "limit", "typeName": "Int32", "isArray": false, "value": "0" }]""");
        nodes.Add(JsonNode.Parse("""
            { "id": "tell", "type": "Elsa.PublishEvent", "version": 1, "customProperties": {}, "metadata": { "displayText": "通知财务", "designer": { "position": { "x": 200, "y": 40 }, "size": { "width": 160, "height": 56 } } },
              "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "finance-told" } } }
            """));
        nodes.Add(JsonNode.Parse("""
            { "id": "check", "type": "Elsa.FlowDecision", "version": 1, "customProperties": {}, "metadata": { "displayText": "核对额度", "displayTextEn": "Check the limit", "designer": { "position": { "x": 400, "y": 40 }, "size": { "width": 160, "height": 56 } } },
              "condition": { "typeName": "Boolean", "expression": { "type": "JavaScript", "value": "variables.limit > 0 || JSON.parse('')" } } }
            """));
        arrows.Single(arrow => (string?)arrow!["source"]!["activity"] == "sign-in" && (string?)arrow["source"]!["port"] == "签收")!["target"]!["activity"] = "tell";
        foreach (var (from, port, to) in new[] { ("tell", "Done", "check"), ("check", "True", "handle"), ("check", "False", "handle") })
        {
            arrows.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
                ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
            });
        }
    }
}
