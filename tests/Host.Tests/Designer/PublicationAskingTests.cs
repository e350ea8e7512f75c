using System.Net;
using System.Text.Json.Nodes;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>The other ways by which an author asks for publication: the row's menu, several rows at once, the same call again; and warnings, which whoever approves answers for.</summary>
public sealed class PublicationAskingTests(Site site) : IClassFixture<Site>
{
    private const string Api = "/elsa/api";
    private const string Requests = Api + "/publication-requests";
    private const string Asked = "已保存草稿,已提交发布申请,待第二人批准";

    [Fact]
    public async Task PublishInTheRow_ByTheAuthor_OnlyAsks()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        await owner.SaveAsync(DesignerTests.Lifecycle("row"));

        var answer = await owner.PostAsync($"{Api}/workflow-definitions/row/publish", new { });

        Assert.Equal((HttpStatusCode.BadRequest, Asked), (answer.StatusCode, await SentenceAsync(answer)));
        Assert.Equal(["row"], await OpenAsync(owner, "row"));
        Assert.False(await IsPublishedAsync(owner, "row"));
        Assert.Contains("Start1 —完成→ WriteLine1", (JsonNode.Parse(await owner.ReadTextAsync(Requests))!).ToJsonString(DesignerSeat.Readable), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishOfSeveralRows_ByTheAuthor_AsksForEach()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        await owner.SaveAsync(DesignerTests.Lifecycle("bulk-a"));
        await owner.SaveAsync(DesignerTests.Lifecycle("bulk-b"));

        var answer = await owner.PostAsync($"{Api}/bulk-actions/publish/workflow-definitions/by-definition-ids", new { definitionIds = new[] { "bulk-a", "bulk-b" } });

        Assert.Equal((HttpStatusCode.BadRequest, Asked), (answer.StatusCode, await SentenceAsync(answer)));
        Assert.Equal(["bulk-a", "bulk-b"], await OpenAsync(owner, "bulk-a", "bulk-b"));
        Assert.False(await IsPublishedAsync(owner, "bulk-a") || await IsPublishedAsync(owner, "bulk-b"));
    }

    [Fact]
    public async Task RetractOfSeveralRows_ByOnePerson_OnlyAsks()
    {
        using var owner = await DesignerSeat.Async(site, "owner");

        var answer = await owner.PostAsync($"{Api}/bulk-actions/retract/workflow-definitions/by-definition-ids", new { definitionIds = new[] { "online-audit", "audit-task" } });

        Assert.Equal("retraction-requested", await Visitor.CodeOf(answer));
        Assert.Equal(["audit-task", "online-audit"], await OpenAsync(owner, "audit-task", "online-audit"));
        Assert.True(await IsPublishedAsync(owner, "online-audit") && await IsPublishedAsync(owner, "audit-task"));
    }

    [Fact]
    public async Task Publish_SentAgainAfterALostAnswer_IsOneRequestAndOneLineOfHistory()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        await owner.SaveAsync(DesignerTests.Lifecycle("sent-twice"));
        var known = owner.Revision("sent-twice");
        await owner.SaveAsync(DesignerTests.Lifecycle("sent-twice", text: "改"), publish: true);
        var before = (await site.HistoryAsync("lifecycle/sent-twice")).Count;
        owner.Forget("sent-twice", known);

        var again = await owner.SaveAsync(DesignerTests.Lifecycle("sent-twice", text: "改"), publish: true);

        Assert.Equal(Asked, await SentenceAsync(again));
        Assert.Equal(["sent-twice"], await OpenAsync(owner, "sent-twice"));
        Assert.Equal(before, (await site.HistoryAsync("lifecycle/sent-twice")).Count);
    }

    [Fact]
    public async Task Approval_OfWarnings_NeedsAComment()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        await owner.SaveAsync(Decided("warned"), publish: true);
        var request = await owner.RequestAsync("warned");
        using var reviewer = await DesignerSeat.Async(site, "reviewer");

        var silent = await reviewer.PostAsync($"{Requests}/{request}/approve", new { comment = " " });
        Assert.Equal("warnings-need-comment", await Visitor.CodeOf(silent));
        Assert.Contains("循环", (string)(await DesignerSeat.JsonOf(silent))["errors"]!["GeneralErrors"]![1]!, StringComparison.Ordinal);
        Assert.False(await IsPublishedAsync(reviewer, "warned"));

        Assert.Equal(HttpStatusCode.NoContent, (await reviewer.PostAsync($"{Requests}/{request}/approve", new { comment = "条件必然成立" })).StatusCode);
        Assert.True(await IsPublishedAsync(reviewer, "warned"));
        var approved = (await site.HistoryAsync("lifecycle/warned")).Last(row => row.Kind == "lifecycle.publish-approved");
        Assert.Equal("条件必然成立", (string?)JsonNode.Parse(approved.Data)!["comment"]);
    }

    /// <summary>A loop that only a decision leaves: may be meant, but somebody answers for it.</summary>
    private static JsonObject Decided(string id)
    {
        var model = DesignerTests.LifecycleThrough(id, """{"id":"ask","type":"Elsa.FlowDecision","version":1,"name":"FlowDecision1","condition":{"typeName":"Boolean","expression":{"type":"JavaScript","value":"1 < 2"}}}""");
        var links = model["root"]!["connections"]!.AsArray();
        links[^1]!["source"]!["port"] = "True";
        links.Add(JsonNode.Parse("""{"source":{"activity":"ask","port":"False"},"target":{"activity":"say","port":"In"}}"""));
        return model;
    }

    private static async Task<string> SentenceAsync(HttpResponseMessage answer) => (string)(await DesignerSeat.JsonOf(answer))["errors"]!["GeneralErrors"]![0]!;

    private static async Task<string[]> OpenAsync(DesignerSeat seat, params string[] of) => [.. JsonNode.Parse(await seat.ReadTextAsync(Requests))!["items"]!.AsArray()
        .Where(each => (string?)each!["state"] == "open").Select(each => (string)each!["definitionId"]!).Where(of.Contains).Order(StringComparer.Ordinal)];

    private static async Task<bool> IsPublishedAsync(DesignerSeat seat, string id) =>
        (bool)JsonNode.Parse(await seat.ReadTextAsync($"{Api}/workflow-definitions/by-definition-id/{id}?versionOptions=Latest"))!["isPublished"]!;
}
