using System.Net;
using System.Text.Json.Nodes;
using CaseMgmt.Host.Tests.Designer.Desks;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>The property panel of a human step, as Studio asks for it: everything can be chosen or typed, nothing is code.</summary>
public sealed class PanelTests(Site site) : IClassFixture<Site>
{
    private const string Descriptors = "/elsa/api/descriptors/activities";

    [Fact]
    public async Task HumanSteps_InBothLanguages_AskForNoCodeAndExplainEveryInput()
    {
        foreach (var language in (string[])["zh", "en"])
        {
            var steps = (await DescriptorsAsync(language)).Where(each => ((string)each!["typeName"]!).StartsWith("Audit.", StringComparison.Ordinal));
            Assert.All(steps.SelectMany(step => step!["inputs"]!.AsArray()), input =>
            {
                Assert.DoesNotContain((string)input!["uiHint"]!, (string[])["json-editor", "code-editor", "expression-editor"]);
                Assert.NotEqual("", (string)input["displayName"]!);
                Assert.NotEqual("", (string)input["description"]!);
            });
        }
    }

    [Fact]
    public async Task Activities_InChinese_NameThemselvesAndTheirPortsInChinese()
    {
        var items = (await DescriptorsAsync("zh")).Where(item => (bool)item!["isBrowsable"]!).ToList();
        Assert.Equal(20, items.Count(item => (string?)item!["category"] == "稽查"));
        Assert.All(items, item =>
        {
            string[] names = [(string)item!["category"]!, (string)item["displayName"]!, .. item["ports"]!.AsArray().Select(port => (string)port!["displayName"]!)];
            Assert.All(names, name => Assert.Contains(name, letter => letter > '\u2e80'));
        });
    }

    [Fact]
    public async Task Form_IsChosenAmongThePublishedOnes_ByItsTitle()
    {
        var form = await InputAsync("Audit.Handle", "Form");
        var choices = form["uiSpecifications"]!["dropdown"]!["selectList"]!["items"]!.AsArray();
        Assert.Contains(choices, choice => ((string)choice!["value"]!, (string)choice["text"]!) == ("handling-reply", "处理回复单（handling-reply）"));
        Assert.True((bool)(await InputAsync("Audit.Handle", "FormVersion"))["uiSpecifications"]!["Refresh"]!);
    }

    [Fact]
    public async Task Versions_AreThoseOfTheChosenForm()
    {
        Assert.Equal(["1"], await ChoicesAsync("FormVersion", "dropdown", "selectList", new { form = "recheck" }));
        Assert.Equal(["1"], await ChoicesAsync("FormVersion", "dropdown", "selectList", new { form = new { typeName = "String", expression = new { type = "Literal", value = "recheck" } } }));
        Assert.Empty(await ChoicesAsync("FormVersion", "dropdown", "selectList", new { form = "nowhere" }));
    }

    [Fact]
    public async Task CommentsAndReturns_AreChosenAmongTheOutcomesOfTheNode()
    {
        Assert.Equal(["提交"], await ChoicesAsync("CommentOutcomes", "checklist", "checkList", new { }));
        Assert.Equal(["提交", "转办"], await ChoicesAsync("CommentOutcomes", "checklist", "checkList", new { outcomes = "[\"提交\",\"转办\"]" }));
    }

    [Fact]
    public async Task SaveOfAChangedField_IsStoredAsTheLadder_AndComesBackAsFields()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        var opened = (JsonObject)await DesignerSeat.JsonOf(await owner.OpenAsync(ShippedLifecycle.Id));
        ShippedLifecycle.Node(opened, "handle")["ladderReminder"]!["expression"]!["value"] = "45";

        var saved = await DesignerSeat.JsonOf(await owner.SaveAsync(opened));

        Assert.Equal("45", (string)ShippedLifecycle.Node((JsonObject)saved["workflowDefinition"]!, "handle")["ladderReminder"]!["expression"]!["value"]!);
        var stored = JsonNode.Parse(await owner.ReadTextAsync("/elsa/api/workflow-definitions/online-audit/export?versionOptions=Latest"))!.AsObject();
        Assert.Equal(45, (int)JsonNode.Parse((string)ShippedLifecycle.Node(stored, "handle")["ladder"]!["expression"]!["value"]!)![0]!["percent"]!);
        var changes = (await site.HistoryAsync("lifecycle/online-audit")).Select(row => JsonNode.Parse(row.Data)!["changes"]?.ToJsonString());
        Assert.Contains("""["handle/ladder"]""", changes);
    }

    [Fact]
    public async Task OpenAndSaveWithoutAChange_MakesNoVersion()
    {
        await using var own = new Site();
        using var owner = await DesignerSeat.Async(own, "owner");
        var opened = (JsonObject)await DesignerSeat.JsonOf(await owner.OpenAsync(ShippedLifecycle.Id));

        var saved = await owner.SaveAsync(opened);

        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal(ShippedLifecycle.Version, (int)(await DesignerSeat.JsonOf(saved))["workflowDefinition"]!["version"]!);
    }

    private async Task<string[]> ChoicesAsync(string input, string hint, string list, object others)
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        var answer = await DesignerSeat.JsonOf(await owner.PostAsync($"{Descriptors}/Audit.Handle/options/{input}", new { context = others }));
        return [.. answer["items"]![hint]![list]!["items"]!.AsArray().Select(each => (string)each!["value"]!)];
    }

    private async Task<JsonNode> InputAsync(string type, string name) =>
        (await DescriptorsAsync("zh")).Single(each => (string)each!["typeName"]! == type)!["inputs"]!.AsArray().Single(each => (string)each!["name"]! == name)!;

    private async Task<JsonArray> DescriptorsAsync(string language)
    {
        using var owner = await site.AsAsync("owner");
        var answer = await owner.SendAsync(HttpMethod.Get, Descriptors, null, language: language);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["items"]!.AsArray();
    }
}
