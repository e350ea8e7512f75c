using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Workflows.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Monitoring;

/// <summary>The queue: its orders, and one decision for everything that a filter shows.</summary>
public sealed class TriageByFilterTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Triage_AllOfAFilter_ChangesThoseAndNoOther()
    {
        await AddAsync("202601", 450);
        await AddAsync("202602", 20);
        using var analyst = await site.AsAsync("analyst");
        var request = new { decision = "ignored", reason = "试点数据", filter = new { ym = "202601" }, requestKey = "once" };
        var accepted = await analyst.PostAsync("/api/anomalies/triage", request);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        await site.Services.GetRequiredService<Pump>().IdleAsync();
        var answer = await analyst.ReadAsync(accepted.Headers.Location!.ToString());
        Assert.Equal(("done", 450, 450, 0, false), ((string)answer["state"]!, (int)answer["judged"]!, (int)answer["changed"]!, (int)answer["refusedCount"]!, (bool)answer["more"]!));
        var again = await analyst.PostAsync("/api/anomalies/triage", request);
        Assert.Equal((HttpStatusCode.OK, (long)answer["id"]!), (again.StatusCode, (long)(await again.Content.ReadFromJsonAsync<JsonNode>())!["id"]!));
        using var other = await site.AsAsync("county");
        Assert.NotEqual(HttpStatusCode.OK, (await other.GetAsync(accepted.Headers.Location!.ToString())).StatusCode);
        Assert.Equal(450, (int)(await analyst.ReadAsync("/api/anomalies?state=ignored&ym=202601"))["total"]!);
        Assert.Equal(0, (int)(await analyst.ReadAsync("/api/anomalies?state=ignored&ym=202602"))["total"]!);
    }

    [Theory]
    [InlineData("queue", "202501")]
    [InlineData("stake", "202502")]
    [InlineData("risk", "202503")]
    [InlineData("newest", "202504")]
    public async Task List_InEveryOrder_ShowsEveryRowOnceAcrossStates(string sort, string month)
    {
        await AddAsync(month, 30);
        using var analyst = await site.AsAsync("analyst");
        var (seen, after) = (new List<long>(), (string?)null);
        do
        {
            var page = await analyst.ReadAsync($"/api/anomalies?ym={month}&take=7&sort={sort}{(after is null ? "" : "&after=" + Uri.EscapeDataString(after))}");
            seen.AddRange(page["items"]!.AsArray().Select(item => (long)item!["id"]!));
            after = (string?)page["next"];
        }
        while (after is not null);
        Assert.Equal((30, 30), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task Item_OfTheQueue_ExplainsItsRiskAsASum()
    {
        await AddAsync("202509", 3);
        using var analyst = await site.AsAsync("analyst");
        foreach (var item in (await analyst.ReadAsync("/api/anomalies?ym=202509"))["items"]!.AsArray())
        {
            Assert.Equal((int)item!["risk"]!, item["riskParts"]!.AsArray().Sum(part => (int)part!["points"]!));
        }
    }

    private Task AddAsync(string ym, int count) => site.CommitAsync(async session =>
    {
        string[] states = [AnomalyStates.New, AnomalyStates.Reanalyse, AnomalyStates.SelfCleared];
        for (var i = 0; i < count; i++)
        {
            var (level, stake) = (i % 4 == 0 ? "special" : "2", i % 7 * 10_000L);
            var risk = RiskScore.Of(level, stake, 1, []);
            await session.InsertAsync(new Anomaly
            {
                Id = site.NextId(), ThemeCode = "DJ-01", ThemeVersion = 1, Ym = ym, ObjKey = $"F{i}", OrgNo = "37030601", OrgPath = "/37/3703/370306/37030601/", Metric = i,
                Level = level, Specialty = "电价电费", State = states[i % 3], FirstSeenAt = session.Now, LastSeenAt = session.Now, StakeFen = stake, Risk = risk,
                QueueKey = RiskScore.QueueKey(level, stake, risk),
            });
        }
    });
}
