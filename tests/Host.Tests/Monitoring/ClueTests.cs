using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CaseMgmt.Host.Tests.Monitoring;

/// <summary>Clues enter as anomalies by hand; a secret one does not exist for those who may not read secrets.</summary>
public sealed class ClueTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Clue_Accepted_IsAnAnomalyOfItsOwn()
    {
        using var analyst = await site.AsAsync("analyst");
        var id = await RegisterAsync(analyst, secret: false);
        var decided = await (await analyst.PostAsync($"/api/clues/{id}/decide", new { decision = "accepted", level = "1" })).Content.ReadFromJsonAsync<JsonNode>();
        var anomaly = await analyst.ReadAsync($"/api/anomalies/{(long)decided!["anomalyId"]!}");
        Assert.Equal(("CLUE", "线索", "1", "new"), ((string)anomaly["themeCode"]!, (string)anomaly["themeName"]!, (string)anomaly["level"]!, (string)anomaly["state"]!));
        Assert.Equal("clue-decided", await Visitor.CodeOf(await analyst.PostAsync($"/api/clues/{id}/decide", new { decision = "filed" })));
    }

    [Fact]
    public async Task SecretClue_ForTheCounty_DoesNotExistAnywhere()
    {
        using var analyst = await site.AsAsync("analyst");
        using var county = await site.AsAsync("county");
        var id = await RegisterAsync(analyst, secret: true);
        var decided = await (await analyst.PostAsync($"/api/clues/{id}/decide", new { decision = "accepted" })).Content.ReadFromJsonAsync<JsonNode>();
        var anomaly = (long)decided!["anomalyId"]!;
        Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync($"/api/anomalies/{anomaly}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await county.GetAsync($"/api/anomalies/{anomaly}")).StatusCode);
        Assert.DoesNotContain((await county.ReadAsync("/api/anomalies"))["items"]!.AsArray(), item => (long)item!["id"]! == anomaly);
        Assert.DoesNotContain((await county.ReadAsync("/api/clues"))["items"]!.AsArray(), item => (long)item!["id"]! == id);
    }

    [Fact]
    public async Task Reporter_OfAnOpenClue_IsShownToReadersOfSecretsOnlyAndNeverInTheChain()
    {
        using var analyst = await site.AsAsync("analyst");
        using var county = await site.AsAsync("county");
        var id = await RegisterAsync(analyst, secret: false);
        Assert.Equal("王某 13800000000", (string?)Find(await analyst.ReadAsync("/api/clues"), id)["reporter"]);
        Assert.Null((string?)Find(await county.ReadAsync("/api/clues"), id)["reporter"]);
        Assert.DoesNotContain("13800000000", (await site.HistoryAsync($"clue/{id}")).Single().Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reporter_OfADecidedClue_IsToldOnceAndWhatWasSaidStaysOutOfTheChain()
    {
        using var analyst = await site.AsAsync("analyst");
        using var county = await site.AsAsync("county");
        var id = await RegisterAsync(analyst, secret: false);
        var said = new { via = "phone", answer = "已告知王某：现场核查属实，正在处理。" };
        Assert.Equal("clue-undecided", await Visitor.CodeOf(await analyst.PostAsync($"/api/clues/{id}/answer", said)));
        await analyst.PostAsync($"/api/clues/{id}/decide", new { decision = "filed" });
        Assert.True((bool)Find(await analyst.ReadAsync("/api/clues"), id)["mayAnswer"]!);
        Assert.Equal("clue-answer", await Visitor.CodeOf(await analyst.PostAsync($"/api/clues/{id}/answer", new { via = "pigeon", answer = said.answer })));
        Assert.Equal(HttpStatusCode.NoContent, (await analyst.PostAsync($"/api/clues/{id}/answer", said)).StatusCode);
        Assert.Equal("clue-told", await Visitor.CodeOf(await analyst.PostAsync($"/api/clues/{id}/answer", said)));
        var line = Find(await analyst.ReadAsync("/api/clues"), id);
        Assert.Equal(("phone", said.answer, false), ((string)line["answeredVia"]!, (string)line["answer"]!, (bool)line["mayAnswer"]!));
        Assert.Null((string?)Find(await county.ReadAsync("/api/clues"), id)["answer"]);
        Assert.DoesNotContain("王某", string.Concat((await site.HistoryAsync($"clue/{id}")).Select(row => row.Data)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnonymousClue_HasNobodyToTell()
    {
        using var analyst = await site.AsAsync("analyst");
        await site.AddOrgsAsync();
        var answer = await analyst.PostAsync("/api/clues", new { source = "report", anonymous = true, secret = false, content = "某户长期绕越计量用电，请核查。", reporter = "不该留下", orgNo = "37030601" });
        var id = (long)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
        await analyst.PostAsync($"/api/clues/{id}/decide", new { decision = "filed" });
        var line = Find(await analyst.ReadAsync("/api/clues"), id);
        Assert.Equal(("", false), ((string)line["reporter"]!, (bool)line["mayAnswer"]!));
        Assert.Equal("clue-anonymous", await Visitor.CodeOf(await analyst.PostAsync($"/api/clues/{id}/answer", new { via = "phone", answer = "已告知处理结果" })));
    }

    private static JsonNode Find(JsonNode page, long id) => page["items"]!.AsArray().Single(item => (long)item!["id"]! == id)!;

    private async Task<long> RegisterAsync(Visitor who, bool secret)
    {
        await site.AddOrgsAsync();
        var answer = await who.PostAsync("/api/clues", new { source = "report", anonymous = false, secret, content = "某户长期绕越计量用电，请核查。", reporter = "王某 13800000000", orgNo = "37030601" });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (long)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }
}
