using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Monitoring;

namespace CaseMgmt.Host.Tests.Monitoring;

/// <summary>Analysts judge anomalies of their own organisation; files that are no delivery are answered with what is wrong.</summary>
public sealed class AnomaliesOverHttpTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Triage_IgnoredWithoutReason_IsRefusedAndWithReasonIsHistory()
    {
        var id = await AddAsync("37030601", "T1");
        using var analyst = await site.AsAsync("analyst");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await analyst.PostAsync("/api/anomalies/triage", new { ids = new[] { id }, decision = "ignored" })).StatusCode);
        var answer = await analyst.PostAsync("/api/anomalies/triage", new { ids = new[] { id }, decision = "ignored", reason = "test load" });
        Assert.Equal(1, (int)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["changed"]!);
        Assert.Equal("ignored", (string)(await analyst.ReadAsync($"/api/anomalies/{id}"))["state"]!);
        Assert.Equal("anomaly.triaged", (await site.HistoryAsync($"anomaly/{id}")).Single().Kind);
    }

    [Fact]
    public async Task Triage_AlreadyJudged_IsNamedAndLeft()
    {
        var id = await AddAsync("37030601", "T2", AnomalyStates.InTask);
        using var analyst = await site.AsAsync("analyst");
        var answer = await (await analyst.PostAsync("/api/anomalies/triage", new { ids = new[] { id }, decision = "to-handle" })).Content.ReadFromJsonAsync<JsonNode>();
        Assert.Equal("already-in-task", (string)answer!["refused"]![0]!["reason"]!);
    }

    [Fact]
    public async Task Anomaly_OfAnotherOrganisation_IsNowhere()
    {
        var id = await AddAsync("99", "T3", path: "/99/");
        using var analyst = await site.AsAsync("analyst");
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.GetAsync($"/api/anomalies/{id}")).StatusCode);
        Assert.DoesNotContain((await analyst.ReadAsync("/api/anomalies"))["items"]!.AsArray(), item => (long)item!["id"]! == id);
        var answer = await (await analyst.PostAsync("/api/anomalies/triage", new { ids = new[] { id }, decision = "to-handle" })).Content.ReadFromJsonAsync<JsonNode>();
        Assert.Equal("not-found", (string)answer!["refused"]![0]!["reason"]!);
    }

    [Fact]
    public async Task List_PageByPage_ShowsEveryRowOnce()
    {
        foreach (var i in Enumerable.Range(0, 7))
        {
            await AddAsync("37030602", $"P{i}", metric: i % 3);
        }

        using var analyst = await site.AsAsync("analyst");
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await analyst.ReadAsync($"/api/anomalies?q=P&take=2&sort=metric{(after is null ? "" : "&after=" + Uri.EscapeDataString(after))}");
            seen.AddRange(page["items"]!.AsArray().Select(item => (string)item!["objKey"]!));
            after = (string?)page["next"];
        }
        while (after is not null);
        Assert.Equal(7, seen.Count);
        Assert.Equal(7, seen.Distinct().Count());
    }

    [Fact]
    public async Task Upload_SingleFile_EndsFailedWithEveryMissingFileNamed()
    {
        using var analyst = await site.AsAsync("analyst");
        var answer = await analyst.UploadAsync("/api/imports", "org.csv", Encoding.UTF8.GetBytes("org_no\r\n37\r\n"));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (long)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
        var batch = await analyst.ReadAsync($"/api/imports/{id}");
        for (var tries = 0; (string)batch["state"]! == "running" && tries < 500; tries++)
        {
            batch = await analyst.ReadAsync($"/api/imports/{id}");
        }

        Assert.Equal("failed", (string)batch["state"]!);
        Assert.Contains(batch["problems"]!.AsArray(), problem => (string)problem!["file"]! == "bill.csv" && ((string)problem["reason"]!).StartsWith("缺少此文件", StringComparison.Ordinal));
        foreach (var (language, reason) in new[] { ("zh", "缺少此文件"), ("en", "This file is missing") })
        {
            var rejects = await analyst.SendAsync(HttpMethod.Get, $"/api/imports/{id}/rejects", null, language: language);
            Assert.Contains($"bill.csv,,,{reason}", await rejects.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private async Task<long> AddAsync(string orgNo, string key, string state = AnomalyStates.New, string? path = null, decimal metric = 1m)
    {
        var id = site.NextId();
        await site.CommitAsync(async session => await session.InsertAsync(new Anomaly
        {
            Id = id, ThemeCode = "DJ-01", ThemeVersion = 1, Ym = "202605", ObjKey = key, OrgNo = orgNo, OrgPath = path ?? $"/37/3703/370306/{orgNo}/", Metric = metric,
            Level = "1", Specialty = "电价电费", State = state, FirstSeenAt = session.Now, LastSeenAt = session.Now,
        }));
        return id;
    }
}
