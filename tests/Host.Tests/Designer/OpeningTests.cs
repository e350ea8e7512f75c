using System.Net;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Publishing;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>Opening is reading: it writes nothing, shows what this build does not know, and offers an edit only to whoever may make one.</summary>
public sealed class OpeningTests(Site site) : IClassFixture<Site>
{
    private const string Api = "/elsa/api";

    [Fact]
    public async Task Opening_ListEditorHistoryAndPanel_WritesNothing()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        await owner.SaveAsync(DesignerTests.Lifecycle("only-read"));
        var before = await StoredAsync();

        foreach (var path in (string[])[
            "/workflow-definitions?versionOptions=Latest&Page=0&PageSize=10", "/workflow-definitions?versionOptions=AllVersions&DefinitionIds=only-read&OrderBy=Version",
            "/workflow-definitions/by-definition-id/only-read?versionOptions=Latest", "/workflow-definitions/by-definition-id/online-audit?versionOptions=Latest",
            "/workflow-definitions/by-id/online-audit-v1", "/workflow-definitions/only-read/findings", "/workflow-definitions/only-read/export?versionOptions=Latest",
            "/descriptors/activities?Refresh=True", "/publication-requests"])
        {
            Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(Api + path)).StatusCode);
        }

        await owner.PostAsync($"{Api}/workflow-definitions/only-read/execute", new { versionOptions = "Latest" });
        await owner.PostAsync($"{Api}/workflow-instances", new { page = 0, pageSize = 10 });
        Assert.Equal(before, await StoredAsync());
    }

    [Theory]
    [InlineData("Audit.Vanished", 1)]
    [InlineData("Audit.Handle", 7)]
    public async Task Node_ThatThisBuildDoesNotKnow_IsShownAndSurvivesASave(string type, int version)
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        var id = $"unknown-{type.ToLowerInvariant()}-{version}";
        var odd = $$$"""{"id":"odd","type":"{{{type}}}","version":{{{version}}},"name":"旧环节","oldInput":{"typeName":"String","expression":{"type":"Literal","value":"保留"}},"nested":{"deep":[1,{"a":"b"}]}}""";
        await owner.SaveAsync(DesignerTests.LifecycleThrough(id, odd));

        var descriptors = JsonNode.Parse(await owner.ReadTextAsync($"{Api}/descriptors/activities"))!["items"]!.AsArray();
        var substitute = descriptors.Single(each => (string?)each!["typeName"] == type && (int)each["version"]! == version)!;
        Assert.False((bool)substitute["isBrowsable"]!);

        var opened = (JsonObject)await DesignerSeat.JsonOf(await owner.OpenAsync(id));
        opened["description"] = "改了别处";
        Assert.Equal(HttpStatusCode.OK, (await owner.SaveAsync(opened)).StatusCode);
        var kept = JsonNode.Parse(await owner.ReadTextAsync($"{Api}/workflow-definitions/by-definition-id/{id}"))!["root"]!["activities"]!.AsArray().Single(node => (string?)node!["id"] == "odd")!;
        kept.AsObject().Remove("nodeId");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(odd), kept), kept.ToJsonString(DesignerSeat.Readable));
    }

    [Fact]
    public async Task Links_ForWhoMayNotEdit_OfferNothing_AndASaveIsForbidden()
    {
        using var auditor = await DesignerSeat.Async(site, "auditor");

        var definition = JsonNode.Parse(await auditor.ReadTextAsync($"{Api}/workflow-definitions/by-definition-id/online-audit"))!;
        var list = JsonNode.Parse(await auditor.ReadTextAsync($"{Api}/workflow-definitions?versionOptions=Latest"))!;

        Assert.Equal(["self", "export"], Rels(definition));
        Assert.True((bool)definition["isReadonly"]!);
        Assert.DoesNotContain("bulk-publish", Rels(list));
        Assert.All(list["items"]!.AsArray(), item => Assert.Equal(["self", "export"], Rels(item!)));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.SaveAsync((JsonObject)definition)).StatusCode);
        using var owner = await DesignerSeat.Async(site, "owner");
        Assert.Contains("bulk-publish", Rels(JsonNode.Parse(await owner.ReadTextAsync($"{Api}/workflow-definitions?versionOptions=Latest"))!));
    }

    private static IEnumerable<string> Rels(JsonNode node) => (node["links"]?.AsArray() ?? []).Select(link => (string)link!["rel"]!);

    /// <summary>Everything that an opening could have touched.</summary>
    private async Task<string> StoredAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseDbContext>();
        var versions = await db.Set<DefinitionRow>().AsNoTracking().OrderBy(row => row.DefinitionId).ThenBy(row => row.DefinitionVersion)
            .Select(row => $"{row.DefinitionId}/{row.DefinitionVersion}/{row.Version}").ToListAsync();
        var saves = await db.Set<DraftSave>().AsNoTracking().OrderBy(row => row.DefinitionId).Select(row => $"{row.DefinitionId}/{row.Version}").ToListAsync();
        return string.Join(' ', [.. versions, .. saves, $"{await db.Set<PublicationRequest>().CountAsync()} requests",
            $"{await db.Set<HistoryRow>().CountAsync()} lines of history", $"{await db.Set<InstanceRow>().CountAsync()} instances"]);
    }
}
