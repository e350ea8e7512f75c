using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Survey.Findings;

namespace CaseMgmt.Host.Tests.Survey;

/// <summary>A survey of two stations: each team sees and judges its own, and a confirmed defect goes to audit once.</summary>
public sealed class SurveyOverHttpTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Defect_OfAUnit_IsJudgedByItsTeamAloneAndSentToAuditOnce()
    {
        using var analyst = await site.AsAsync("analyst");
        using var first = await site.AsAsync("handler1");
        using var second = await site.AsAsync("handler2");
        var member = (long)(await first.ReadAsync("/api/session"))["account"]!["id"]!;
        var campaign = await CreateAsync(analyst, member);
        var (own, other) = (await DefectAsync(campaign, "37030601"), await DefectAsync(campaign, "37030602"));
        Assert.Equal([own], Ids(await first.ReadAsync($"/api/survey/campaigns/{campaign}/findings")));
        Assert.Equal([other], Ids(await second.ReadAsync($"/api/survey/campaigns/{campaign}/findings")));
        Assert.Equal([other, own], Ids(await analyst.ReadAsync($"/api/survey/campaigns/{campaign}/findings")));
        Assert.Equal(HttpStatusCode.NotFound, (await second.PostAsync($"/api/survey/findings/{own}/check", new { defect = true, version = 1 })).StatusCode);
        Assert.Equal("survey-team", await Visitor.CodeOf(await analyst.PostAsync($"/api/survey/findings/{own}/check", new { defect = true, answers = new { onsite = true }, version = 1 })));
        Assert.Equal("survey-note", await Visitor.CodeOf(await first.PostAsync($"/api/survey/findings/{own}/check", new { defect = false, version = 1 })));
        Assert.Equal("survey-answers", await Visitor.CodeOf(await first.PostAsync($"/api/survey/findings/{own}/check", new { defect = true, answers = new { }, version = 1 })));
        Assert.Equal("survey-unconfirmed", await Visitor.CodeOf(await first.PostAsync($"/api/survey/findings/{own}/anomaly")));
        (await first.PostAsync($"/api/survey/findings/{own}/check", new { defect = true, answers = new { onsite = true }, note = "户名不符", version = 1 })).EnsureSuccessStatusCode();
        Assert.Equal("survey-changed", await Visitor.CodeOf(await first.PostAsync($"/api/survey/findings/{own}/check", new { defect = true, answers = new { onsite = true }, version = 1 })));
        var sent = await (await first.PostAsync($"/api/survey/findings/{own}/anomaly")).Content.ReadFromJsonAsync<JsonNode>();
        var anomaly = await analyst.ReadAsync($"/api/anomalies/{sent!["anomalyId"]}");
        Assert.Equal(("SURVEY", "普查问题", "new", "37030601"), ((string)anomaly["themeCode"]!, (string)anomaly["themeName"]!, (string)anomaly["state"]!, (string)anomaly["orgNo"]!));
        Assert.Equal("survey-sent", await Visitor.CodeOf(await first.PostAsync($"/api/survey/findings/{own}/anomaly")));
        var shown = await first.ReadAsync($"/api/survey/campaigns/{campaign}");
        Assert.Equal(("37030601", 1, 1, 1), ((string)shown["progress"]!.AsArray().Single()!["orgNo"]!, (int)shown["progress"]![0]!["found"]!, (int)shown["progress"]![0]!["checked"]!, (int)shown["progress"]![0]!["open"]!));
        Assert.False((bool)shown["mayManage"]!);
        Assert.Equal(HttpStatusCode.NoContent, (await analyst.PostAsync($"/api/survey/campaigns/{campaign}/close")).StatusCode);
        Assert.Equal("survey-closed", await Visitor.CodeOf(await second.PostAsync($"/api/survey/findings/{other}/check", new { defect = false, note = "已核对", version = 1 })));
        Assert.Equal("survey-closed", await Visitor.CodeOf(await analyst.PostAsync($"/api/survey/campaigns/{campaign}/runs")));
    }

    [Fact]
    public async Task People_ForATeam_AreThoseOfTheOwnOrganisationAndBelow()
    {
        await site.AddOrgsAsync();
        using var analyst = await site.AsAsync("analyst");
        using var handler = await site.AsAsync("handler1");
        var people = (await analyst.ReadAsync("/api/people")).AsArray();
        Assert.Contains(people, person => (string)person!["orgNo"]! == "37030601");
        Assert.All(people, person => Assert.StartsWith("/37/3703/", (string)person!["orgPath"]!, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, (await handler.GetAsync("/api/people")).StatusCode);
    }

    [Fact]
    public async Task Campaign_ThatIsWrong_IsRefusedWithItsReason()
    {
        await site.AddOrgsAsync();
        using var analyst = await site.AsAsync("analyst");
        Assert.Equal("survey-title", await Visitor.CodeOf(await analyst.PostAsync("/api/survey/campaigns", Campaign(title: ""))));
        Assert.Equal("survey-time", await Visitor.CodeOf(await analyst.PostAsync("/api/survey/campaigns", Campaign(rhythm: "hourly"))));
        Assert.Equal("survey-time", await Visitor.CodeOf(await analyst.PostAsync("/api/survey/campaigns", Campaign(end: "2020-01-01"))));
        Assert.Equal("survey-topic", await Visitor.CodeOf(await analyst.PostAsync("/api/survey/campaigns", Campaign(checklist: "none"))));
        Assert.Equal("survey-unit-twice", await Visitor.CodeOf(await analyst.PostAsync("/api/survey/campaigns", Campaign(units: ["37030601", "37030601"]))));
        Assert.Equal("survey-units", await Visitor.CodeOf(await analyst.PostAsync("/api/survey/campaigns", Campaign(units: ["37"]))));
    }

    [Fact]
    public async Task Checklist_Edited_IsKeptWhileARunningCampaignKeepsItsOwn()
    {
        using var analyst = await site.AsAsync("analyst");
        var campaign = await CreateAsync(analyst, 0, "temporary");
        var before = (await analyst.ReadAsync($"/api/survey/campaigns/{campaign}"))["rules"]!.AsArray().Count;
        var wanted = new { nameZh = "临时用电", nameEn = "Temporary", rules = new[] { "DQ-T03" }, questions = new[] { new { key = "inuse", zh = "仍在用电", en = "In use", kind = "boolean", required = true } }, enabled = true };
        (await analyst.PutAsync("/api/survey/checklists/temporary", wanted)).EnsureSuccessStatusCode();
        Assert.Equal("survey-checklist", await Visitor.CodeOf(await analyst.PutAsync("/api/survey/checklists/temporary", wanted with { rules = ["DQ-X99"] })));
        Assert.Equal(before, (await analyst.ReadAsync($"/api/survey/campaigns/{campaign}"))["rules"]!.AsArray().Count);
        Assert.Single((await analyst.ReadAsync("/api/survey/checklists")).AsArray().Single(list => (string)list!["code"]! == "temporary")!["rules"]!.AsArray());
    }

    private static object Campaign(string title = "档案普查", string checklist = "archive", string rhythm = "daily", string end = "2030-12-31", string[]? units = null) => new
    {
        title, checklist, orgNo = "370306", ym = "202605", rhythm, startDay = "2030-01-01", endDay = end, teams = new[] { new { name = "一组", members = Array.Empty<long>(), units = units ?? ["37030601"] } },
    };

    private static IEnumerable<long> Ids(JsonNode page) => page["items"]!.AsArray().Select(item => (long)item!["id"]!);

    private async Task<long> CreateAsync(Visitor analyst, long member, string checklist = "archive")
    {
        await site.AddOrgsAsync();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var answer = await analyst.PostAsync("/api/survey/campaigns", new
        {
            title = "档案普查", checklist, orgNo = "370306", ym = "202605", rhythm = "monthly", startDay = today.AddDays(-2), endDay = today.AddDays(60),
            teams = new[] { new { name = "城关组", members = member == 0 ? [] : new[] { member }, units = new[] { "37030601" } }, new { name = "北坪组", members = Array.Empty<long>(), units = new[] { "37030602" } } },
        });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (long)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }

    private async Task<long> DefectAsync(long campaign, string orgNo)
    {
        var id = site.NextId();
        await site.CommitAsync(async session =>
        {
            var unit = (await session.FindAsync<Cases.Survey.Campaigns.SurveyUnit>(campaign, orgNo))!;
            await session.InsertAsync(new SurveyFinding { Id = id, CampaignId = campaign, RuleCode = "DQ-C01", ObjKey = $"C{orgNo}", OrgNo = orgNo, OrgPath = unit.OrgPath, TeamId = unit.TeamId, Metric = 1, FoundAt = session.Now });
        });
        return id;
    }
}
