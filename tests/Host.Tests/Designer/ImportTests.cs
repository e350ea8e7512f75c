using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>A file never overwrites what is there: it becomes a new lifecycle, a new version, or nothing; and what goes out comes back unchanged.</summary>
public sealed class ImportTests(Site site) : IClassFixture<Site>
{
    private const string Import = "/elsa/api/workflow-definitions/import";

    [Fact]
    public async Task Import_OfWhatExists_WithoutADecision_IsRefusedAndChangesNothing()
    {
        using var owner = await site.AsAsync("owner");
        var before = await ExportAsync(owner, "online-audit");

        var refused = await SendAsync(owner, before, null);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("已经存在", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(Core(before), Core(await ExportAsync(owner, "online-audit")));
    }

    [Theory]
    [InlineData("online-audit")]
    [InlineData("audit-task")]
    public async Task Import_AsNewOfAnExport_IsTheSameLifecycleUnderAnotherId(string definition)
    {
        using var owner = await site.AsAsync("owner");
        var exported = await ExportAsync(owner, definition);

        var imported = JsonNode.Parse(await (await SendAsync(owner, exported, "new")).Content.ReadAsStringAsync())!.AsObject();

        Assert.NotEqual(definition, (string?)imported["definitionId"]);
        Assert.Equal((1, false), ((int)imported["version"]!, (bool)imported["isPublished"]!));
        Assert.Equal(Core(exported), Core(await ExportAsync(owner, (string)imported["definitionId"]!)));
        Assert.DoesNotContain("outcomeNames", exported.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_AsVersion_IsTheNextDraftAndThePublishedOneGoesOn()
    {
        using var owner = await site.AsAsync("owner");
        var exported = await ExportAsync(owner, "audit-task");
        exported["unknownToUs"] = new JsonObject { ["kept"] = "原样" };

        var imported = JsonNode.Parse(await (await SendAsync(owner, exported, "version")).Content.ReadAsStringAsync())!.AsObject();

        Assert.Equal(("audit-task", 4, false), ((string?)imported["definitionId"], (int)imported["version"]!, (bool)imported["isPublished"]!));
        Assert.Equal("原样", (string?)(await ExportAsync(owner, "audit-task"))["unknownToUs"]!["kept"]);
        Assert.Equal(HttpStatusCode.NoContent, (await owner.DeleteAsync("/elsa/api/workflow-definition-versions/audit-task-v4")).StatusCode);
    }

    private static async Task<JsonObject> ExportAsync(Visitor visitor, string definition) =>
        JsonNode.Parse(await (await visitor.GetAsync($"/elsa/api/workflow-definitions/{definition}/export?versionOptions=Latest")).Content.ReadAsStringAsync())!.AsObject();

    private static Task<HttpResponseMessage> SendAsync(Visitor visitor, JsonObject file, string? choice) =>
        visitor.SendAsync(HttpMethod.Post, Import, JsonContent.Create(file), headers: choice is null ? [] : new Dictionary<string, string> { ["X-Import"] = choice });

    // Everything but what the server decides for each version.
    private static string Core(JsonObject file)
    {
        var copy = file.DeepClone().AsObject();
        foreach (var own in (string[])["id", "definitionId", "version", "isLatest", "isPublished", "createdAt"])
        {
            copy.Remove(own);
        }

        return CanonicalJson.Text(copy);
    }
}
