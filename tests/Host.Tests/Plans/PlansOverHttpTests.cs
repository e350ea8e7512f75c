using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Plans.Calendar;
using CaseMgmt.Cases.Sla;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Plans;

/// <summary>The annual plan over HTTP: one theme a month, the specialties are asked, somebody else approves. And the schemes that carry it out.</summary>
public sealed class PlansOverHttpTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Themes = ["DJ-01", "JL-01"];

    [Fact]
    public async Task Plan_Year_IsConsultedOnAndApprovedByAnotherPerson()
    {
        var year = DateTime.UnixEpoch.Year + 80;
        await site.AddOrgsAsync();
        using var analyst = await site.AsAsync("analyst");
        using var officer = await site.AsAsync("specialty");
        using var reviewer = await site.AsAsync("reviewer");
        var id = await IdAsync(await analyst.PostAsync("/api/plans", new { year }));
        Assert.Equal("plan-exists", await Visitor.CodeOf(await analyst.PostAsync("/api/plans", new { year })));
        Assert.Equal("plan-themes", await Visitor.CodeOf(await ConsultAsync(analyst, id, await analyst.ReadAsync($"/api/plans/{id}"))));
        await FillAsync(analyst, id);

        var plan = await analyst.ReadAsync($"/api/plans/{id}");
        Assert.Equal(2, plan["specialties"]!.AsArray().Count);
        Assert.Equal("plan-seats", await Visitor.CodeOf(await analyst.PostAsync($"/api/plans/{id}/consult", new { dueAt = Soon(plan), seats = Array.Empty<object>() })));
        Assert.Equal(HttpStatusCode.NoContent, (await ConsultAsync(analyst, id, plan)).StatusCode);
        Assert.Equal("plan-fixed", await Visitor.CodeOf(await MonthAsync(analyst, id, 3, "DJ-02")));
        var asked = await analyst.ReadAsync($"/api/plans/{id}");
        var soon = site.Services.GetRequiredService<WorkingCalendar>().SoonBefore((DateTime)asked["opinionsDueAt"]!);
        Assert.Equal(soon, (DateTime)asked["opinionsDueSoonAt"]!);
        Assert.Equal(soon, (DateTime)(await analyst.ReadAsync("/api/plans")).AsArray().Single(line => (long)line!["id"]! == id)!["opinionsDueSoonAt"]!);
        Assert.Equal("plan-consulting", await Visitor.CodeOf(await reviewer.PostAsync($"/api/plans/{id}/decide", new { approve = true })));
        Assert.Contains((await officer.ReadAsync("/api/notifications"))["items"]!.AsArray(), line => ((string)line!["text"]!).Contains($"JH-3703-{year}", StringComparison.Ordinal));

        foreach (var opinion in (await officer.ReadAsync($"/api/plans/{id}"))["opinions"]!.AsArray())
        {
            Assert.Equal("plan-opinion", await Visitor.CodeOf(await officer.PostAsync($"/api/plans/{id}/opinion", new { specialty = (string)opinion!["specialty"]!, verdict = "change" })));
            Assert.Equal(HttpStatusCode.NoContent, (await officer.PostAsync($"/api/plans/{id}/opinion", new { specialty = (string)opinion["specialty"]!, verdict = "change", text = "六月改在七月" })).StatusCode);
        }

        Assert.Equal("plan-objections", await Visitor.CodeOf(await reviewer.PostAsync($"/api/plans/{id}/decide", new { approve = true })));
        Assert.Equal(HttpStatusCode.NoContent, (await reviewer.PostAsync($"/api/plans/{id}/decide", new { approve = true, remark = "六月维持，七月复查" })).StatusCode);
        Assert.Equal("approved", (string)(await analyst.ReadAsync($"/api/plans/{id}"))["state"]!);
        Assert.Equal("plan-fixed", await Visitor.CodeOf(await MonthAsync(analyst, id, 3, "DJ-02")));
        Assert.Equal(HttpStatusCode.NoContent, (await MonthAsync(analyst, id, 3, "JL-01", "370306")).StatusCode);
        Assert.Equal(1 + 12 + 1 + 2 + 1 + 1, (await site.HistoryAsync($"plan/{id}")).Count);
    }

    [Fact]
    public async Task Checks_OfAMonth_TellWhatIsMissingInNumbers()
    {
        var year = DateTime.UnixEpoch.Year + 81;
        await site.AddOrgsAsync();
        using var analyst = await site.AsAsync("analyst");
        var id = await IdAsync(await analyst.PostAsync("/api/plans", new { year }));
        Assert.Equal((1, 1, 0, PlanCheck.Missing), Counties((await analyst.ReadAsync($"/api/plans/{id}/months/5/checks")).AsArray()));
        await MonthAsync(analyst, id, 5, "DJ-01", "370306");
        var checks = (await analyst.ReadAsync($"/api/plans/{id}/months/5/checks")).AsArray();
        Assert.Equal((1, 1, 1, PlanCheck.Satisfied), Counties(checks));
        Assert.Equal([PlanCheck.Unknown, PlanCheck.Unknown], checks.Skip(1).Select(check => (string)check!["state"]!));
    }

    [Fact]
    public async Task Scheme_WrittenApprovedAndInForce_MakesOneTaskOfAllItsThemes()
    {
        await site.AddOrgsAsync();
        var anomalies = await site.AddAnomaliesAsync("202603", ("DJ-05", "K1"), ("DJ-06", "K2"), ("DJ-07", "K3"));
        using var analyst = await site.AsAsync("analyst");
        using var reviewer = await site.AsAsync("reviewer");
        var draft = Scheme("DJ-05", "DJ-06");
        Assert.Equal("scheme-goal", await Visitor.CodeOf(await analyst.PostAsync("/api/schemes", new { title = "x", type = "special", units = new[] { "3703" }, themes = Themes, periodFrom = "2026-01-01", periodTo = "2099-12-31", goal = "短" })));
        var id = await IdAsync(await analyst.PostAsync("/api/schemes", draft));
        Assert.Equal("scheme-state", await Visitor.CodeOf(await reviewer.PostAsync($"/api/schemes/{id}/approve", new { })));
        Assert.Equal("scheme-leader", await Visitor.CodeOf(await analyst.PostAsync($"/api/schemes/{id}/submit", new { })));
        var lead = (long)(await analyst.ReadAsync("/api/session"))["account"]!["id"]!;
        Assert.Equal(HttpStatusCode.NoContent, (await analyst.PutAsync($"/api/schemes/{id}/members", new { members = new[] { new { accountId = lead, role = "leader" } } })).StatusCode);
        await analyst.PostAsync($"/api/schemes/{id}/submit", new { });
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.PostAsync($"/api/schemes/{id}/approve", new { })).StatusCode);
        Assert.Equal("scheme-remark", await Visitor.CodeOf(await reviewer.PostAsync($"/api/schemes/{id}/return", new { })));
        Assert.Equal(HttpStatusCode.NoContent, (await reviewer.PostAsync($"/api/schemes/{id}/approve", new { })).StatusCode);
        Assert.Equal("scheme-state", await Visitor.CodeOf(await analyst.PostAsync($"/api/schemes/{id}/task", new { requestKey = "early" })));
        Assert.Equal(HttpStatusCode.NoContent, (await analyst.PostAsync($"/api/schemes/{id}/start", new { })).StatusCode);

        var task = await IdAsync(await analyst.PostAsync($"/api/schemes/{id}/task", new { requestKey = "first", urgency = "normal" }));
        Assert.Equal(2, (int)(await analyst.ReadAsync($"/api/tasks/{task}"))["anomalyCount"]!);
        Assert.Equal("scheme-nothing", await Visitor.CodeOf(await analyst.PostAsync($"/api/schemes/{id}/task", new { requestKey = "second" })));
        Assert.Null((long?)(await analyst.ReadAsync($"/api/anomalies/{anomalies[2]}"))["taskId"]);
        Assert.Equal([task], (await analyst.ReadAsync($"/api/schemes/{id}"))["tasks"]!.AsArray().Select(each => (long)each!["id"]!));
        Assert.Equal(["scheme.written", "scheme.team", "scheme.submit", "scheme.approve", "scheme.start", "scheme.tasked"], (await site.HistoryAsync($"scheme/{id}")).Select(row => row.Kind));
    }

    [Fact]
    public async Task Plan_OfAnotherOrganisation_DoesNotExist()
    {
        await site.AddOrgsAsync();
        using var analyst = await site.AsAsync("analyst");
        using var county = await site.AsAsync("county");
        var id = await IdAsync(await analyst.PostAsync("/api/plans", new { year = DateTime.UnixEpoch.Year + 82 }));
        foreach (var path in new[] { $"/api/plans/{id}", $"/api/plans/{id}/history", $"/api/plans/{id}/months/1/checks" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await county.GetAsync(path)).StatusCode);
        }
    }

    private static (int, int, int, string) Counties(JsonArray checks) => ((int)checks[0]!["population"]!, (int)checks[0]!["wanted"]!, (int)checks[0]!["got"]!, (string)checks[0]!["state"]!);

    private static object Scheme(params string[] themes) => new
    {
        title = "基本电费专项稽查", type = "special", units = new[] { "370306" }, themes, periodFrom = "2020-01-01", periodTo = "2099-12-31", goal = "查清基本电费计收差错并追补", checklist = "核对合同容量\n核对暂停记录", basis = "供电营业规则",
    };

    private static Task<HttpResponseMessage> MonthAsync(Visitor who, long id, int month, string theme, params string[] counties) =>
        who.SendAsync(HttpMethod.Put, $"/api/plans/{id}/months/{month}", JsonContent.Create(new { themeCode = theme, focus = "基本电费", counties }));

    private static async Task FillAsync(Visitor who, long id)
    {
        for (var month = 1; month <= PlanRules.Months; month++)
        {
            Assert.Equal(HttpStatusCode.NoContent, (await MonthAsync(who, id, month, Themes[month % 2])).StatusCode);
        }
    }

    private static Task<HttpResponseMessage> ConsultAsync(Visitor who, long id, JsonNode plan) => who.PostAsync($"/api/plans/{id}/consult", new
    {
        dueAt = Soon(plan), seats = plan["specialties"]!.AsArray().Select(specialty => new { specialty = (string)specialty!, accountId = (long)plan["officers"]![0]!["id"]! }),
    });

    // A day of the plan's own year, which lies ahead.
    private static string Soon(JsonNode plan) => $"{(int)plan["year"]!}-01-01T00:00:00Z";

    private static async Task<long> IdAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (long)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }
}
