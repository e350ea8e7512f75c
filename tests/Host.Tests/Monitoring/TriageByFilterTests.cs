using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
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
        var seen = await PagesAsync(analyst, $"ym={month}&sort={sort}");
        Assert.Equal((30, 30), (seen.Count, seen.Distinct().Count()));
    }

    [Theory]
    [InlineData("stake", "202505")]
    [InlineData("risk", "202506")]
    public async Task List_OfAFewUnits_IsInTheSameOrderAsOfAll(string sort, string month)
    {
        await UnitAsync();
        await AddAsync(month, 40);
        using var analyst = await site.AsAsync("analyst");
        var all = await PagesAsync(analyst, $"ym={month}&sort={sort}");
        Assert.Equal(all, await PagesAsync(analyst, $"ym={month}&sort={sort}&org=37030601"));
        Assert.Equal(all.OrderByDescending(item => item.By(sort)).ThenByDescending(item => item.Id), all);
        Assert.True(all.Select(item => item.By(sort)).Distinct().Count() > 3);
    }

    [Theory]
    [InlineData("queue", "")]
    [InlineData("stake", "")]
    [InlineData("queue", "&org=37030601")]
    public async Task List_OfOneLevel_ShowsAllOfItAndNothingElse(string sort, string where)
    {
        var month = where.Length > 0 ? "202507" : sort == "queue" ? "202508" : "202510";
        await UnitAsync();
        await AddAsync(month, 20);
        using var analyst = await site.AsAsync("analyst");
        var page = await analyst.ReadAsync($"/api/anomalies?ym={month}&level=special&sort={sort}{where}");
        Assert.Equal((5, 5), ((int)page["total"]!, page["items"]!.AsArray().Count));
        Assert.All(page["items"]!.AsArray(), item => Assert.Equal("special", (string?)item!["level"]));
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

    private static async Task<List<Row>> PagesAsync(Visitor client, string filter)
    {
        var (seen, after) = (new List<Row>(), (string?)null);
        do
        {
            var page = await client.ReadAsync($"/api/anomalies?{filter}&take=7{(after is null ? "" : "&after=" + Uri.EscapeDataString(after))}");
            seen.AddRange(page["items"]!.AsArray().Select(item => new Row((long)item!["id"]!, (decimal)item["stake"]!, (int)item["risk"]!)));
            after = (string?)page["next"];
        }
        while (after is not null);
        return seen;
    }

    private sealed record Row(long Id, decimal Stake, int Risk)
    {
        public decimal By(string sort) => sort == "stake" ? Stake : Risk;
    }

    private Task UnitAsync() => site.CommitAsync(async session =>
    {
        if (await session.FindAsync<OrgUnit>("37030601") is null)
        {
            await session.InsertAsync(new OrgUnit { OrgNo = "37030601", Name = "城关供电所", ParentOrgNo = "370306", OrgPath = "/37/3703/370306/37030601/", Level = 4 });
        }
    });

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
