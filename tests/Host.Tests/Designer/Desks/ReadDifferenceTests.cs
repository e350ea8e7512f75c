using System.Net;
using System.Text.Json.Nodes;

namespace CaseMgmt.Host.Tests.Designer.Desks;

/// <summary>Version history and difference as the pages ask for them.</summary>
public sealed class ReadDifferenceTests(Site site) : IClassFixture<Site>
{
    private const string Desk = "/api/definitions/online-audit";

    [Fact]
    public async Task Draft_AgainstThePublishedVersion_IsComparedByDefault()
    {
        await SaveDraftAsync();
        using var reviewer = await site.AsAsync("reviewer");
        var answer = await reviewer.ReadAsync($"{Desk}/difference");

        Assert.Equal((ShippedLifecycle.Version, ShippedLifecycle.Version + 1), ((int)answer["from"]!["version"]!, (int)answer["to"]!["version"]!));
        Assert.Equal(["handle", "pause"], answer["nodes"]!.AsArray().Select(node => (string)node!["id"]!).Order(StringComparer.Ordinal));
        var input = answer["nodes"]!.AsArray().Single(node => (string)node!["id"]! == "handle")!["inputs"]![0]!;
        Assert.Equal(("slaHoursNormal", "一般时限(工作小时)", "80", "40"), ((string)input["name"]!, (string)input["label"]!["zh"]!, (string)input["before"]!, (string)input["after"]!));
        Assert.Equal(9, answer["from"]!["root"]!["activities"]!.AsArray().Count);
    }

    [Fact]
    public async Task FirstVersion_HasNothingToCompareWith()
    {
        using var reviewer = await site.AsAsync("reviewer");
        Assert.Null((await reviewer.ReadAsync("/api/definitions/audit-task/difference?to=1"))["from"]);
    }

    [Fact]
    public async Task Versions_ListDraftAndPublishedWithTheirAuthors()
    {
        await SaveDraftAsync();
        using var reviewer = await site.AsAsync("reviewer");
        var versions = (await reviewer.ReadAsync($"{Desk}/versions"))["versions"]!.AsArray();
        Assert.Equal([(ShippedLifecycle.Version + 1, "draft", false), (ShippedLifecycle.Version, "published", true), (1, "published", false)], versions.Select(row => ((int)row!["version"]!, (string)row["state"]!, (bool)row["isPublished"]!)));
        Assert.NotEqual("", (string)versions[0]!["createdBy"]!);
    }

    [Theory]
    [InlineData("/api/definitions/nothing/difference")]
    [InlineData("/api/definitions/online-audit/difference?to=77")]
    [InlineData("/api/definitions/online-audit/difference?from=77")]
    [InlineData("/api/definitions/nothing/versions")]
    public async Task UnknownLifecycleOrVersion_IsNotFound(string path)
    {
        using var reviewer = await site.AsAsync("reviewer");
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.GetAsync(path)).StatusCode);
    }

    private async Task SaveDraftAsync()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        await owner.OpenAsync(ShippedLifecycle.Id);
        var model = ShippedLifecycle.WithPause(ShippedLifecycle.Read());
        ShippedLifecycle.Node(model, "handle")["slaHoursNormal"]!["expression"]!["value"] = JsonValue.Create(40);
        Assert.Equal(HttpStatusCode.OK, (await owner.SaveAsync(model)).StatusCode);
    }
}
