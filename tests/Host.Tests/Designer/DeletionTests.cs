using System.Net;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>What was ever in force, or ever ran, stays: every call of Studio that would delete it is answered with the reason, and the links that its menus live by do not offer it.</summary>
public sealed class DeletionTests(Site site) : IClassFixture<Site>
{
    private const string Api = "/elsa/api";
    private const string Evidence = "属于审计证据，不能删除";

    [Theory]
    [InlineData("DELETE", "/workflow-definitions/{id}", null)]
    [InlineData("DELETE", "/workflow-definition-versions/{id}-v1", null)]
    [InlineData("POST", "/bulk-actions/delete/workflow-definitions/by-definition-id", "definitionIds")]
    [InlineData("POST", "/bulk-actions/delete/workflow-definitions/by-id", "ids")]
    public async Task Delete_OfWhatWasInForceOrRan_IsRefusedWithTheReason(string verb, string path, string? list)
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        var name = Guid.NewGuid().ToString("n")[..8];
        string[] kept = [await PublishedAsync("in-force-" + name), await RetractedAsync("retracted-" + name), await RanAsync(owner, "ran-" + name)];

        foreach (var id in kept)
        {
            var named = list == "ids" ? id + "-v1" : id;
            var answer = verb == "DELETE" ? await owner.DeleteAsync(Api + path.Replace("{id}", id, StringComparison.Ordinal))
                : await owner.PostAsync(Api + path, new JsonObject { [list!] = new JsonArray(named) });

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(Evidence, (string)(await DesignerSeat.JsonOf(answer))["errors"]!["GeneralErrors"]![0]!, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync($"{Api}/workflow-definitions/by-id/{id}-v1")).StatusCode);
        }
    }

    [Fact]
    public async Task BulkDelete_WithOneThatMustStay_DeletesNone()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        await owner.SaveAsync(DesignerTests.Lifecycle("beside-evidence"));
        await PublishedAsync("bulk-evidence");

        var answer = await owner.PostAsync($"{Api}/bulk-actions/delete/workflow-definitions/by-definition-id", new { definitionIds = new[] { "beside-evidence", "bulk-evidence" } });

        Assert.Equal("version-is-evidence", await Visitor.CodeOf(answer));
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync($"{Api}/workflow-definitions/by-definition-id/beside-evidence")).StatusCode);
    }

    [Theory]
    [InlineData("DELETE", "/workflow-instances/any", "instance-is-evidence")]
    [InlineData("POST", "/bulk-actions/delete/workflow-instances/by-id", "instance-is-evidence")]
    [InlineData("POST", "/bulk-actions/cancel/workflow-instances", "instance-cancel-refused")]
    [InlineData("POST", "/workflow-definitions/online-audit/dispatch", "run-refused")]
    public async Task Call_OnAnInstance_IsRefusedWithTheReason(string verb, string path, string code)
    {
        using var owner = await DesignerSeat.Async(site, "owner");

        var answer = verb == "DELETE" ? await owner.DeleteAsync(Api + path) : await owner.PostAsync(Api + path, new { ids = new[] { "any" } });

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, await Visitor.CodeOf(answer)));
        Assert.NotEmpty((string)(await DesignerSeat.JsonOf(answer))["errors"]!["GeneralErrors"]![0]!);
    }

    [Fact]
    public async Task Links_OfAnUnusedDraftAlone_OfferDeletion()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        await owner.SaveAsync(DesignerTests.Lifecycle("offered"));

        Assert.True(await IsOfferedAsync(owner, "offered"));
        Assert.False(await IsOfferedAsync(owner, await PublishedAsync("not-offered")));
        Assert.False(await IsOfferedAsync(owner, await RetractedAsync("not-offered-either")));
        Assert.False(await IsOfferedAsync(owner, await RanAsync(owner, "not-offered-ran")));
    }

    private static async Task<bool> IsOfferedAsync(DesignerSeat seat, string id)
    {
        var list = JsonNode.Parse(await seat.ReadTextAsync($"{Api}/workflow-definitions?versionOptions=Latest&DefinitionIds={id}"))!;
        return list["items"]!.AsArray().Single()!["links"]!.AsArray().Any(link => (string?)link!["rel"] == "delete");
    }

    private async Task<string> PublishedAsync(string id)
    {
        await site.Services.GetRequiredService<DefinitionStore>().ImportAsync(DesignerTests.Lifecycle(id).ToJsonString(), "system", publish: true);
        return id;
    }

    private async Task<string> RetractedAsync(string id)
    {
        await PublishedAsync(id);
        await site.CommitAsync(session => site.Services.GetRequiredService<DefinitionStore>().RetractAsync(session, id, 1));
        return id;
    }

    /// <summary>A version that an instance names although it is no longer, or was never, in force.</summary>
    private async Task<string> RanAsync(DesignerSeat owner, string id)
    {
        await owner.SaveAsync(DesignerTests.Lifecycle(id));
        await site.CommitAsync(session => session.InsertAsync(new InstanceRow { Id = "instance-" + id, DefinitionId = id, DefinitionVersion = 1, CreatedAt = session.Now, UpdatedAt = session.Now }));
        return id;
    }
}
