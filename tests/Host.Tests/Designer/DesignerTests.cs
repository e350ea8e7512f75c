using System.Net;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>Drafts, conflicts, four eyes and deletion, as Studio's own calls meet them.</summary>
public sealed class DesignerTests(Site site) : IClassFixture<Site>
{
    private const string Save = "/elsa/api/workflow-definitions";

    [Fact]
    public async Task Save_NewLifecycle_IsVersionOneAndADraft()
    {
        using var owner = await DesignerSeat.Async(site, "owner");

        var saved = await owner.SaveAsync(Lifecycle("new-one"));

        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        var definition = (await DesignerSeat.JsonOf(saved))["workflowDefinition"]!;
        Assert.Equal(("new-one", 1, true, false), ((string)definition["definitionId"]!, (int)definition["version"]!, (bool)definition["isLatest"]!, (bool)definition["isPublished"]!));
        Assert.Equal("Workflow1:flow1:say", (string)definition["root"]!["activities"]![1]!["nodeId"]!);
    }

    [Fact]
    public async Task Save_FromTheLatestRevision_OverwritesTheDraft()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        await owner.SaveAsync(Lifecycle("overwritten"));

        var again = await owner.SaveAsync(Lifecycle("overwritten", text: "第二稿"));

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(1, (int)(await DesignerSeat.JsonOf(again))["workflowDefinition"]!["version"]!);
        Assert.Contains("第二稿", (await owner.ReadTextAsync(Save + "/by-definition-id/overwritten?versionOptions=Latest")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_FromAnOlderRevision_IsRefusedInChineseAndStoresNothing()
    {
        using var first = await DesignerSeat.Async(site, "owner");
        await first.SaveAsync(Lifecycle("contested"));
        using var second = await DesignerSeat.Async(site, "owner");
        await second.OpenAsync("contested");
        await first.SaveAsync(Lifecycle("contested", text: "先到"));

        var refused = await second.SaveAsync(Lifecycle("contested", text: "后到"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.True(refused.Headers.Contains("X-Conflict"));
        Assert.False(refused.Headers.Contains("X-Draft-Revision"));
        Assert.Contains("已先保存", (string)(await DesignerSeat.JsonOf(refused))["errors"]!["GeneralErrors"]![0]!, StringComparison.Ordinal);
        Assert.Contains("先到", await first.ReadTextAsync(Save + "/by-definition-id/contested"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_SentAgainAfterALostAnswer_IsARepeatAndNoConflict()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        await owner.SaveAsync(Lifecycle("repeated"));
        var known = owner.Revision("repeated");
        await owner.SaveAsync(Lifecycle("repeated", text: "改"));
        var before = (await site.HistoryAsync("lifecycle/repeated")).Count;
        owner.Forget("repeated", known);

        var repeat = await owner.SaveAsync(Lifecycle("repeated", text: "改"));

        Assert.Equal(HttpStatusCode.OK, repeat.StatusCode);
        Assert.Equal(1, (int)(await DesignerSeat.JsonOf(repeat))["workflowDefinition"]!["version"]!);
        Assert.Equal(before, (await site.HistoryAsync("lifecycle/repeated")).Count);
    }

    [Fact]
    public async Task Save_SentAgainAfterAnImportCameInBetween_IsAConflict()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        await owner.SaveAsync(Lifecycle("overtaken"));
        var known = owner.Revision("overtaken");
        await owner.SaveAsync(Lifecycle("overtaken", text: "我的"));
        using var other = await DesignerSeat.Async(site, "owner");
        await other.OpenAsync("overtaken");
        Assert.Equal(HttpStatusCode.OK, (await other.ImportAsync(Lifecycle("overtaken", text: "导入的"))).StatusCode);
        owner.Forget("overtaken", known);

        var repeat = await owner.SaveAsync(Lifecycle("overtaken", text: "我的"));

        Assert.Equal("save-conflict", await Visitor.CodeOf(repeat));
        Assert.Contains("导入的", await other.ReadTextAsync(Save + "/by-definition-id/overtaken"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_EmptyCanvasOverManyNodes_IsRefused()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        await owner.SaveAsync(Lifecycle("guarded"));
        var empty = Lifecycle("guarded");
        empty["root"]!["activities"] = new JsonArray();

        Assert.Equal("save-drops-everything", await Visitor.CodeOf(await owner.SaveAsync(empty)));
    }

    [Fact]
    public async Task Publish_ByTheAuthor_OnlyAsksAndASecondPersonDecides()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        var asked = await owner.SaveAsync(Lifecycle("four-eyes"), publish: true);
        Assert.Equal("publication-requested", await Visitor.CodeOf(asked));
        Assert.Equal("已保存草稿,已提交发布申请,待第二人批准", (string)(await DesignerSeat.JsonOf(asked))["errors"]!["GeneralErrors"]![0]!);
        var request = await owner.RequestAsync("four-eyes");
        Assert.Equal("publication-own", await Visitor.CodeOf(await owner.PostAsync($"/elsa/api/publication-requests/{request}/approve", new { comment = "" })));

        using var reviewer = await DesignerSeat.Async(site, "reviewer");
        var approved = await reviewer.PostAsync($"/elsa/api/publication-requests/{request}/approve", new { comment = "同意" });

        Assert.Equal(HttpStatusCode.NoContent, approved.StatusCode);
        Assert.NotNull(await site.Services.GetRequiredService<DefinitionStore>().FindPublishedAsync("four-eyes"));
        var edited = await owner.SaveAsync(Lifecycle("four-eyes", text: "发布后修改"));
        Assert.Equal(2, (int)(await DesignerSeat.JsonOf(edited))["workflowDefinition"]!["version"]!);
    }

    [Fact]
    public async Task Publish_DraftEditedAfterTheRequest_VoidsIt()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        await owner.SaveAsync(Lifecycle("voided"), publish: true);
        var request = await owner.RequestAsync("voided");
        await owner.SaveAsync(Lifecycle("voided", text: "又改了"));

        using var reviewer = await DesignerSeat.Async(site, "reviewer");
        var late = await reviewer.PostAsync($"/elsa/api/publication-requests/{request}/approve", new { comment = "" });

        Assert.Equal("publication-not-open", await Visitor.CodeOf(late));
    }

    [Fact]
    public async Task Publish_NodeThatNothingLeadsTo_SavesTheDraftAndNamesIt()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        var lifecycle = Lifecycle("broken");
        lifecycle["root"]!["connections"] = new JsonArray();

        var refused = await owner.SaveAsync(lifecycle, publish: true);

        Assert.Equal("publish-has-errors", await Visitor.CodeOf(refused));
        Assert.Contains("没有路径可以到达", (await DesignerSeat.JsonOf(refused))["errors"]!.ToJsonString(DesignerSeat.Readable), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_OnlyAnUnusedDraft_CanGo()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        await owner.SaveAsync(Lifecycle("draft-only"));
        await site.Services.GetRequiredService<DefinitionStore>().ImportAsync(Lifecycle("evidence").ToJsonString(), "system", publish: true);

        Assert.Equal(HttpStatusCode.NoContent, (await owner.DeleteAsync(Save + "/draft-only")).StatusCode);
        Assert.Equal("version-is-evidence", await Visitor.CodeOf(await owner.DeleteAsync(Save + "/evidence")));
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync(Save + "/by-definition-id/draft-only")).StatusCode);
    }

    [Fact]
    public async Task Rollback_OverAnUnpublishedDraft_IsNeitherOfferedNorDone()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        await site.Services.GetRequiredService<DefinitionStore>().ImportAsync(Lifecycle("rolled").ToJsonString(), "system", publish: true);
        Assert.True(await OffersRollbackAsync(owner, "rolled"));
        await owner.OpenAsync("rolled");
        await owner.SaveAsync(Lifecycle("rolled", text: "尚未发布"));

        Assert.False(await OffersRollbackAsync(owner, "rolled"));
        Assert.Equal("revert-over-draft", await Visitor.CodeOf(await owner.PostAsync(Save + "/rolled/revert/1", new { })));
        Assert.Contains("尚未发布", await owner.ReadTextAsync(Save + "/by-definition-id/rolled?versionOptions=Latest"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_FromAnotherOriginOrWithoutJson_IsRefused()
    {
        using var owner = await DesignerSeat.Async(site, "owner");

        Assert.Equal(HttpStatusCode.Forbidden, (await owner.SendAsync(Lifecycle("foreign"), origin: "http://elsewhere.example")).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await owner.SendAsync(Lifecycle("foreign"), contentType: "text/plain")).StatusCode);
    }

    /// <summary>What the version history asks for, and whether its oldest line may be rolled back to.</summary>
    private static async Task<bool> OffersRollbackAsync(DesignerSeat seat, string id)
    {
        var versions = JsonNode.Parse(await seat.ReadTextAsync($"{Save}?versionOptions=AllVersions&Page=0&PageSize=10&DefinitionIds={id}&OrderBy=Version&OrderDirection=Descending"))!;
        return versions["items"]!.AsArray()[^1]!["links"]!.AsArray().Any(link => (string?)link!["rel"] == "revert");
    }

    internal static JsonObject Lifecycle(string id, string text = "第一稿") => (JsonObject)JsonNode.Parse($$$"""
        {"definitionId":"{{{id}}}","name":"流程 {{{id}}}","description":"","variables":null,"inputs":null,"outputs":null,"outcomes":null,"customProperties":null,"options":null,
         "root":{"id":"flow1","type":"Elsa.Flowchart","version":1,"name":"Flowchart1",
           "activities":[
             {"id":"start","type":"Elsa.Start","version":1,"name":"Start1"},
             {"id":"say","type":"Elsa.WriteLine","version":1,"name":"WriteLine1","text":{"typeName":"String","expression":{"type":"Literal","value":"{{{text}}}"}},"mystery":{"kept":true}},
             {"id":"end","type":"Elsa.End","version":1,"name":"End1"}],
           "connections":[
             {"source":{"activity":"start","port":"Done"},"target":{"activity":"say","port":"In"},"vertices":[]},
             {"source":{"activity":"say","port":"Done"},"target":{"activity":"end","port":"In"},"vertices":[]}]}}
        """)!;

    /// <summary>The same with one more node before the end.</summary>
    internal static JsonObject LifecycleThrough(string id, string node)
    {
        var model = Lifecycle(id);
        var added = JsonNode.Parse(node)!;
        var links = model["root"]!["connections"]!.AsArray();
        links[1]!["target"]!["activity"] = added["id"]!.DeepClone();
        links.Add(JsonNode.Parse($$$"""{"source":{"activity":"{{{added["id"]}}}","port":"Done"},"target":{"activity":"end","port":"In"}}"""));
        model["root"]!["activities"]!.AsArray().Add(added);
        return model;
    }
}
