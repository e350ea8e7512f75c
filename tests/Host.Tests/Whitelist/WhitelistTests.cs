using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Whitelist;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Whitelist;

/// <summary>An object leaves the queue by three persons' hands: who applies, the county, and above it the city or the province.</summary>
public sealed class WhitelistTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Application_ReviewedAndApproved_FlagsTheAnomalyAndKeepsItOutOfTasks()
    {
        var anomaly = await AddAsync("W1", "2");
        using var handler = await site.AsAsync("handler1");
        using var county = await site.AsAsync("county");
        using var reviewer = await site.AsAsync("reviewer");
        using var analyst = await site.AsAsync("analyst");
        var id = await ApplyAsync(handler, anomaly);
        Assert.Equal("white-state", await Visitor.CodeOf(await reviewer.PostAsync($"/api/whitelist/{id}/approve", new { approve = true })));
        Assert.Equal(HttpStatusCode.NoContent, (await county.PostAsync($"/api/whitelist/{id}/review", new { approve = true })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await reviewer.PostAsync($"/api/whitelist/{id}/approve", new { approve = true })).StatusCode);
        Assert.Equal(id, (long)(await analyst.ReadAsync($"/api/anomalies/{anomaly}"))["whiteId"]!);
        var triage = await (await analyst.PostAsync("/api/anomalies/triage", new { ids = new[] { anomaly }, decision = "to-handle" })).Content.ReadFromJsonAsync<JsonNode>();
        Assert.Equal("white-listed", (string)triage!["refused"]![0]!["reason"]!);
        var task = await analyst.PostAsync("/api/tasks", new { requestKey = "w1", title = "t", type = "online", urgency = "normal", anomalyIds = new[] { anomaly } });
        Assert.Equal("anomaly-taken", await Visitor.CodeOf(task));
        Assert.Contains((await reviewer.ReadAsync("/api/whitelist/share")).AsArray(), share => (int)share!["white"]! > 0);
        Assert.Equal(["white.applied", "white.reviewed", "white.effective"], (await site.HistoryAsync($"white/{id}")).Select(row => row.Kind));
    }

    [Fact]
    public async Task Application_OfASpecialTheme_NeedsTheProvince()
    {
        var anomaly = await AddAsync("W2", "special");
        using var admin = await site.AsAsync("admin");
        await site.AddOrgsAsync();
        await admin.PostAsync("/api/accounts", new { userName = "province", displayName = "省主管", personNo = "P-37", orgNo = "37", roles = new[] { Roles.Reviewer }, password = DemoAccounts.Password });
        using var handler = await site.AsAsync("handler1");
        using var county = await site.AsAsync("county");
        using var reviewer = await site.AsAsync("reviewer");
        using var province = await site.AsAsync("province");
        var id = await ApplyAsync(handler, anomaly);
        await county.PostAsync($"/api/whitelist/{id}/review", new { approve = true });
        Assert.Equal("white-level", await Visitor.CodeOf(await reviewer.PostAsync($"/api/whitelist/{id}/approve", new { approve = true })));
        Assert.Equal(HttpStatusCode.NoContent, (await province.PostAsync($"/api/whitelist/{id}/approve", new { approve = true })).StatusCode);
    }

    [Theory]
    [InlineData("YJ-03", "normal", 6, "white-excluded")]
    [InlineData("CH-10", "cannot-fix", 3, "white-excluded")]
    [InlineData("DJ-08", "normal", 13, "white-term")]
    [InlineData("DJ-08", "cannot-fix", 7, "white-term")]
    [InlineData("DJ-08", "forever", 1, "white-type")]
    [InlineData("DJ-08", "normal", 12, null)]
    public void Application_ByTypeThemeAndTerm_IsRefusedAsTheRulesSay(string theme, string type, int months, string? refusal)
    {
        var today = new DateOnly(2026, 6, 10);
        Assert.Equal(refusal, WhiteRules.Refuse(type, theme, today, today.AddMonths(months), today.AddMonths(1)));
    }

    [Fact]
    public async Task Application_ReviewedByTheApplicantHimself_IsRefused()
    {
        var anomaly = await AddAsync("W3", "3");
        using var county = await site.AsAsync("county");
        var id = await ApplyAsync(county, anomaly);
        Assert.Equal("four-eyes", await Visitor.CodeOf(await county.PostAsync($"/api/whitelist/{id}/review", new { approve = true })));
    }

    [Fact]
    public async Task Entry_WhoseTermIsOver_ExpiresAndGivesItsAnomalyBack()
    {
        var anomaly = await AddAsync("W4", "3");
        var watch = site.Services.GetRequiredService<WhiteWatch>();
        var entry = site.NextId();
        await site.CommitAsync(async session =>
        {
            await session.InsertAsync(new WhiteEntry
            {
                Id = entry, Number = "BM-4", ThemeCode = "DJ-08", ObjKey = "W4", OrgNo = "37030601", OrgPath = "/37/3703/370306/37030601/", AnomalyId = anomaly,
                State = WhiteStates.Effective, ValidFrom = watch.Today.AddMonths(-3), ValidTo = watch.Today.AddDays(-1), AppliedAt = session.Now,
            });
            await session.ExecuteAsync($"update anomaly set white_id = {entry} where id = {anomaly}");
        });
        await watch.SweepAsync(site.Services.GetRequiredService<CaseMgmt.Cases.Sla.WorkingCalendar>(), default);
        using var analyst = await site.AsAsync("analyst");
        Assert.Null((await analyst.ReadAsync($"/api/anomalies/{anomaly}"))["whiteId"]);
        Assert.Equal("white.expired", (await site.HistoryAsync($"white/{entry}")).Single().Kind);
    }

    private static async Task<long> ApplyAsync(Visitor who, long anomaly)
    {
        var until = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddMonths(3).ToString("O", CultureInfo.InvariantCulture);
        var answer = await who.PostAsync("/api/whitelist", new { anomalyId = anomaly, type = "normal", reason = "双电源，合同约定", proof = "供用电合同第五条，附件三照片", validTo = until });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (long)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }

    private async Task<long> AddAsync(string key, string level)
    {
        await site.AddOrgsAsync();
        var id = site.NextId();
        await site.CommitAsync(async session => await session.InsertAsync(new Anomaly
        {
            Id = id, ThemeCode = "DJ-08", ThemeVersion = 1, Ym = "202605", ObjKey = key, OrgNo = "37030601", OrgPath = "/37/3703/370306/37030601/", Metric = 10m,
            Level = level, Specialty = "电价电费", FirstSeenAt = session.Now, LastSeenAt = session.Now,
        }));
        return id;
    }
}
