using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Designer;

/// <summary>What a process owner fills in without code: each kind of input is edited by hand, stored by itself, and found again after a reload.</summary>
[Collection(StudioStories.Name)]
public sealed class InputsTests(Browsers browsers, StudioHost studio)
{
    private const string Draft = "inputs";
    private const string Notice = "{number} 已退回，请重新组单";
    private const string Script = "\"第几次: \" + variables.lastRound";

    [Fact]
    public async Task Inputs_OfSixKinds_AreEditedStoredAndFoundAgain()
    {
        await using var owner = await StudioPage.SignInAsync(browsers, studio.Host.Address, "owner");
        await owner.CallAsync("POST", "/elsa/api/workflow-definitions/import", Lifecycle());
        await owner.OpenEditorAsync(Draft, nodes: 4);

        await owner.SelectAsync("tell");
        await SavedAsync(owner, "check list", () => owner.Box("供电所处理人").ClickAsync(new() { Force = true }));
        await SavedAsync(owner, "drop-down", () => owner.ChooseAsync("单位范围", "所属市公司"));
        await SavedAsync(owner, "text", () => TypeAsync(owner.Field("通知内容").Locator("textarea").First, Notice));
        await owner.SelectAsync("score");
        await SavedAsync(owner, "number", () => TypeAsync(owner.Field("一般时限(工作小时)").Locator("input").First, "36"), "slaHoursNormal");
        await owner.SelectAsync("close");
        await SavedAsync(owner, "check box", () => owner.Box("写入隐患库").ClickAsync(new() { Force = true }));
        await owner.SelectAsync("say");
        await owner.TellAsync("syntax", () => owner.UseExpressionAsync("文字", "表达式"));
        await SavedAsync(owner, "expression", () => owner.TypeScriptAsync(Script), "lastRound");

        AssertStored((await owner.DraftAsync(Draft))["root"]!["activities"]!.AsArray());
        await owner.OpenEditorAsync(Draft, nodes: 4);
        await owner.SelectAsync("tell");
        await Expect(owner.Field("通知内容").Locator("textarea").First).ToHaveValueAsync(Notice);
        await Expect(owner.Field("单位范围")).ToContainTextAsync("所属市公司");
        await owner.ShootAsync("designer-zh-inputs");
        Assert.Empty(owner.Faults);
    }

    private static void AssertStored(JsonArray nodes)
    {
        Assert.Contains("handler", Value(nodes, "tell", "to"), StringComparison.Ordinal);
        Assert.Equal("city", Value(nodes, "tell", "orgRule"));
        Assert.Equal(Notice, Value(nodes, "tell", "text"));
        Assert.Equal("36", Value(nodes, "score", "slaHoursNormal"));
        Assert.Equal("false", Value(nodes, "close", "writeHazard"), ignoreCase: true);
        Assert.Equal(Script, Value(nodes, "say", "text"));
        Assert.Equal("JavaScript", (string?)Expression(nodes, "say", "text")["type"]);
    }

    private static Task SavedAsync(StudioPage owner, string kind, Func<Task> edit, string carrying = "") =>
        owner.TellAsync(kind, async () => Assert.Equal(200, await owner.SaveAsync(edit, carrying)));

    private static async Task TypeAsync(ILocator field, string text)
    {
        await field.FillAsync(text);
        await field.PressAsync("Tab");
    }

    private static JsonObject Lifecycle() => new()
    {
        ["definitionId"] = Draft, ["name"] = "各类输入",
        ["root"] = new JsonObject
        {
            ["id"] = "root", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["name"] = "Flowchart1",
            // No arrows: they would lie over the nodes and catch the mouse.
            ["activities"] = new JsonArray(Node("tell", "Audit.Notify", 0, 0), Node("score", "Audit.Evaluate", 340, 0), Node("close", "Audit.Close", 0, 160), Node("say", "Elsa.WriteLine", 340, 160)),
            ["connections"] = new JsonArray(),
        },
    };

    private static JsonObject Node(string id, string type, double x, double y) => new()
    {
        ["id"] = id, ["type"] = type, ["version"] = 1, ["name"] = id,
        ["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = x, ["y"] = y }, ["size"] = new JsonObject { ["width"] = 160.0, ["height"] = 54.0 } } },
    };

    private static JsonNode Expression(JsonArray nodes, string id, string input) => nodes.Single(node => (string?)node!["id"] == id)![input]!["expression"]!;

    private static string Value(JsonArray nodes, string id, string input) => Expression(nodes, id, input)["value"]!.ToString();
}
