using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CaseMgmt.Host.Tests.Monitoring;

/// <summary>A configured warehouse is listed and checked over HTTP, and its secret is in no answer.</summary>
public sealed class SourcesOverHttpTests
{
    private const string Secret = "s3cret-word";

    [Fact]
    public async Task Warehouse_ThatDoesNotAnswer_IsListedCheckedAndRefusedWithoutItsSecret()
    {
        await using var site = new Site();
        site.Settings["Warehouse:province:Provider"] = "Postgres";
        site.Settings["Warehouse:province:ConnectionString"] = $"Host=127.0.0.1;Port=1;Database=mk;Username=reader;Password={Secret};Timeout=1";
        site.Settings["Warehouse:province:Schema"] = "mk";
        using var admin = await site.AsAsync("admin");
        using var analyst = await site.AsAsync("analyst");
        var listed = await (await admin.GetAsync("/api/sources")).Content.ReadAsStringAsync();
        Assert.Equal([null, "province"], JsonNode.Parse(listed)!.AsArray().Select(source => (string?)source!["name"]));
        Assert.Contains("127.0.0.1:1/mk", listed, StringComparison.Ordinal);
        var check = await admin.PostAsync("/api/sources/province/check");
        var told = (await check.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal((false, "unreachable"), ((bool)told["fit"]!, (string)told["problems"]![0]!["code"]!));
        var refused = await analyst.PostAsync("/api/scans", new { ym = "202605", source = "province" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        foreach (var text in new[] { listed, told.ToJsonString(), await refused.Content.ReadAsStringAsync() })
        {
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        }

        Assert.Equal("source-unfit", await Visitor.CodeOf(refused));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync("/api/sources/other/check")).StatusCode);
    }
}
