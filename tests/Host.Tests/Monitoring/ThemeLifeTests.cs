using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.DataGenerator;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Monitoring;

/// <summary>A threshold goes from an idea to a running rule: written by one person, tried on real data, approved by another, named by what it finds.</summary>
public sealed class ThemeLifeTests(Site site) : IClassFixture<Site>
{
    private const string Code = "DJ-01";

    [Fact]
    public async Task Theme_ThresholdChanged_RunsFromTheDayAnotherPersonApproved()
    {
        await LoadAsync();
        using var analyst = await site.AsAsync("analyst");
        using var reviewer = await site.AsAsync("reviewer");
        var number = await BeginAsync(analyst, Code, 630);
        Assert.Equal("theme-untested", await Visitor.CodeOf(await analyst.PostAsync($"/api/themes/{Code}/versions/{number}/submit")));
        var test = await analyst.AnalyseAsync($"/api/themes/{Code}/versions/{number}/test", new { });
        Assert.True((int)test["gone"]! > 0 && (int)test["added"]! == 0, test.ToJsonString());
        Assert.Equal((int)test["comparedRows"]! - (int)test["rows"]!, (int)test["gone"]!);
        Assert.NotEmpty(test["plan"]!.AsArray());
        Assert.Equal(HttpStatusCode.NoContent, (await analyst.PostAsync($"/api/themes/{Code}/versions/{number}/submit")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.PostAsync($"/api/themes/{Code}/versions/{number}/decide", new { approve = true })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await reviewer.PostAsync($"/api/themes/{Code}/versions/{number}/decide", new { approve = true })).StatusCode);
        Assert.Equal(number, (int)(await analyst.ReadAsync($"/api/themes/{Code}"))["version"]!);
        Assert.Equal([.. Enumerable.Repeat("theme.imported", number - 1), "theme.drafted", "theme.tested", "theme.submitted", "theme.approved"], (await site.HistoryAsync($"theme/{Code}")).Select(row => row.Kind));
    }

    [Fact]
    public async Task Month_NeverLoaded_RefusesScanAndTestRunInTheReadersLanguage()
    {
        await LoadAsync();
        using var analyst = await site.AsAsync("analyst");
        var number = await BeginAsync(analyst, "DJ-05", null);
        foreach (var url in new[] { "/api/scans", $"/api/themes/DJ-05/versions/{number}/test" })
        {
            var refused = await analyst.PostAsync(url, new { ym = "209901" });
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "month-not-loaded"), (refused.StatusCode, await Visitor.CodeOf(refused)));
            Assert.Contains("没有导入 209901", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal("month-wrong", await Visitor.CodeOf(await analyst.PostAsync($"/api/themes/DJ-05/versions/{number}/test", new { ym = "2026-1" })));
    }

    [Fact]
    public async Task Theme_ApprovedByTheSamePersonWithAnotherAccount_IsRefused()
    {
        await LoadAsync();
        using var admin = await site.AsAsync("admin");
        await site.AddOrgsAsync();
        await admin.PostAsync("/api/accounts", new { userName = "twin", displayName = "李敏二号", personNo = "P-analyst", orgNo = "3703", roles = new[] { Roles.Reviewer }, password = DemoAccounts.Password });
        using var analyst = await site.AsAsync("analyst");
        using var twin = await site.AsAsync("twin");
        var number = await BeginAsync(analyst, "DJ-02", null);
        await analyst.AnalyseAsync($"/api/themes/DJ-02/versions/{number}/test", new { });
        await analyst.PostAsync($"/api/themes/DJ-02/versions/{number}/submit");
        Assert.Equal("four-eyes", await Visitor.CodeOf(await twin.PostAsync($"/api/themes/DJ-02/versions/{number}/decide", new { approve = true })));
    }

    [Fact]
    public async Task Theme_TouchedByAnotherHandSince_IsNotApprovedByWhoBeganIt()
    {
        await LoadAsync();
        using var admin = await site.AsAsync("admin");
        await site.AddOrgsAsync();
        await admin.PostAsync("/api/accounts", new { userName = "both", displayName = "兼岗", personNo = "P-both", orgNo = "3703", roles = new[] { Roles.Analyst, Roles.Reviewer }, password = DemoAccounts.Password });
        using var analyst = await site.AsAsync("analyst");
        using var both = await site.AsAsync("both");
        var number = await BeginAsync(both, "DJ-08", null);
        await analyst.PutAsync($"/api/themes/DJ-08/versions/{number}", new { changes = new { calibre = "改了一个字" } });
        await HandInAsync(analyst, "DJ-08", number);
        Assert.Equal("four-eyes", await Visitor.CodeOf(await both.PostAsync($"/api/themes/DJ-08/versions/{number}/decide", new { approve = true })));
        await analyst.DeleteAsync($"/api/themes/DJ-08/versions/{number}");
        await HandInAsync(analyst, "DJ-08", await BeginAsync(analyst, "DJ-08", null));
        Assert.Equal(HttpStatusCode.NoContent, (await both.PostAsync($"/api/themes/DJ-08/versions/{number}/decide", new { approve = true })).StatusCode);
    }

    [Fact]
    public async Task Tree_NodeAddedRenamedMovedAndEmptied_LiesWhereItWasPut()
    {
        using var analyst = await site.AsAsync("analyst");
        Assert.Equal(HttpStatusCode.NoContent, (await analyst.PutAsync("/api/theme-tree/DJ-9-1", new { parentCode = await ItemAsync(analyst, 0), nameZh = "试验子项", nameEn = "Trial", themes = new[] { "DJ-01" }, sort = 900 })).StatusCode);
        var added = await NodeAsync(analyst);
        var other = await ItemAsync(analyst, 1);
        Assert.Equal(HttpStatusCode.NoContent, (await analyst.PutAsync("/api/theme-tree/DJ-9-1", new { parentCode = other, nameZh = "改名子项", themes = new[] { "DJ-01" }, sort = 900, rowVersion = (int)added["rowVersion"]! })).StatusCode);
        var moved = await NodeAsync(analyst);
        Assert.Equal((other, "改名子项", 3), ((string)moved["parentCode"]!, (string)moved["nameZh"]!, (int)moved["level"]!));
        Assert.Equal("stale", await Visitor.CodeOf(await analyst.PutAsync("/api/theme-tree/DJ-9-1", new { nameZh = "迟到的改名", sort = 900, rowVersion = (int)added["rowVersion"]! })));
        Assert.Equal("tree-wrong", await Visitor.CodeOf(await analyst.PutAsync("/api/theme-tree/DJ-9-1", new { parentCode = "DJ-9-1", nameZh = "自己之下", sort = 900 })));
        Assert.Equal("tree-children", await Visitor.CodeOf(await analyst.DeleteAsync("/api/theme-tree/DJ-9-1")));
        await analyst.PutAsync("/api/theme-tree/DJ-9-1", new { nameZh = "改名子项", sort = 900 });
        Assert.Equal(HttpStatusCode.NoContent, (await analyst.DeleteAsync("/api/theme-tree/DJ-9-1")).StatusCode);
    }

    [Fact]
    public async Task Validity_GivenAndTakenAway_IsPartOfTheVersion()
    {
        using var analyst = await site.AsAsync("analyst");
        var number = await BeginAsync(analyst, "DJ-10", null);
        await analyst.PutAsync($"/api/themes/DJ-10/versions/{number}", new { changes = new { validFrom = "2024-06-01", validTo = "2026-12-31", timing = "事中" } });
        var content = (await analyst.ReadAsync($"/api/themes/DJ-10/versions/{number}"))["content"]!;
        Assert.Equal(("2024-06-01", "2026-12-31", "事中"), ((string)content["validFrom"]!, (string)content["validTo"]!, (string)content["timing"]!));
        await analyst.PutAsync($"/api/themes/DJ-10/versions/{number}", new { changes = new { validTo = "" } });
        Assert.Null((await analyst.ReadAsync($"/api/themes/DJ-10/versions/{number}"))["content"]!["validTo"]);
        Assert.Equal("theme-rule", await Visitor.CodeOf(await analyst.PutAsync($"/api/themes/DJ-10/versions/{number}", new { changes = new { validFrom = "someday" } })));
    }

    [Fact]
    public async Task Theme_EditedByTwoAtOnce_TellsTheSecondInsteadOfOverwriting()
    {
        using var analyst = await site.AsAsync("analyst");
        var number = await BeginAsync(analyst, "DJ-12", null);
        var seen = (int)(await analyst.ReadAsync($"/api/themes/DJ-12/versions/{number}"))["rowVersion"]!;
        Assert.Equal(HttpStatusCode.OK, (await analyst.PutAsync($"/api/themes/DJ-12/versions/{number}", new { rowVersion = seen, changes = new { calibre = "先到" } })).StatusCode);
        Assert.Equal("stale", await Visitor.CodeOf(await analyst.PutAsync($"/api/themes/DJ-12/versions/{number}", new { rowVersion = seen, changes = new { calibre = "后到" } })));
        Assert.Equal("先到", (string)(await analyst.ReadAsync($"/api/themes/DJ-12/versions/{number}"))["content"]!["calibre"]!);
    }

    [Fact]
    public async Task Theme_EditedAfterItsTest_HasToBeTestedAgain()
    {
        await LoadAsync();
        using var analyst = await site.AsAsync("analyst");
        var number = await BeginAsync(analyst, "DJ-03", null);
        await analyst.AnalyseAsync($"/api/themes/DJ-03/versions/{number}/test", new { });
        await analyst.PutAsync($"/api/themes/DJ-03/versions/{number}", new { reason = "again", changes = new { calibre = "other words" } });
        Assert.Equal("theme-untested", await Visitor.CodeOf(await analyst.PostAsync($"/api/themes/DJ-03/versions/{number}/submit")));
        Assert.Equal("theme-open", await Visitor.CodeOf(await analyst.PostAsync("/api/themes/DJ-03/versions", new { reason = "a second one" })));
    }

    [Fact]
    public async Task Theme_RuleThatCannotRun_IsRefusedWithTheReason()
    {
        using var analyst = await site.AsAsync("analyst");
        var answer = await analyst.PostAsync("/api/themes/DJ-04/versions", new { reason = "x", changes = new { ruleSql = "DELETE FROM bill" } });
        Assert.Equal("theme-rule", await Visitor.CodeOf(answer));
        var refusal = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(("expected", 0), ((string)refusal["rule"]!["code"]!, (int)refusal["rule"]!["position"]!));
        Assert.Contains("此处应为 SELECT，而不是“delete”（第 1 个字符）", (string)refusal["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TestRun_OfAnotherOrganisation_DoesNotExistForTheCounty()
    {
        await LoadAsync();
        using var analyst = await site.AsAsync("analyst");
        using var county = await site.AsAsync("county");
        var number = await BeginAsync(analyst, "DJ-06", null);
        var run = await analyst.UntilAnalysedAsync($"/api/themes/DJ-06/versions/{number}/test", new { });
        Assert.Equal(("done", 1.0), ((string)run["state"]!, (double)run["progress"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await county.GetAsync($"/api/analyses/{run["id"]}")).StatusCode);
        Assert.Equal("analysis-over", await Visitor.CodeOf(await analyst.PostAsync($"/api/analyses/{run["id"]}/cancel")));
        Assert.Equal((long)run["id"]!, (long)(await analyst.ReadAsync($"/api/analyses?kind=trial&subject=theme/DJ-06/{number}"))[0]!["id"]!);
    }

    [Fact]
    public async Task Theme_Retired_IsNotScreenedAnyMore()
    {
        using var reviewer = await site.AsAsync("reviewer");
        Assert.Equal(HttpStatusCode.NoContent, (await reviewer.PostAsync("/api/themes/CH-12/retire", new { reason = "no readers left" })).StatusCode);
        Assert.DoesNotContain((await reviewer.ReadAsync("/api/themes")).AsArray(), theme => (string)theme!["code"]! == "CH-12");
    }

    [Fact]
    public async Task Override_OfOneStation_CountsThereOnly()
    {
        await LoadAsync();
        using var analyst = await site.AsAsync("analyst");
        var parameter = Parameters("DJ-01", 315m);
        parameter[0]!["overrides"] = new JsonArray(new JsonObject { ["orgNo"] = "37030601", ["value"] = 100000 });
        var answer = await analyst.PostAsync("/api/themes/DJ-99/versions", new { reason = "new", changes = new { ruleSql = site.Services.GetRequiredService<ThemeLibrary>().Find("DJ-01", 1)!.Sql, parameters = parameter } });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var test = await analyst.AnalyseAsync("/api/themes/DJ-99/versions/1/test", new { });
        Assert.NotEmpty(test["first"]!.AsArray());
        Assert.DoesNotContain(test["first"]!.AsArray(), row => (string)row!["orgNo"]! == "37030601");
    }

    private static async Task HandInAsync(Visitor who, string code, int number)
    {
        await who.AnalyseAsync($"/api/themes/{code}/versions/{number}/test", new { });
        Assert.Equal(HttpStatusCode.NoContent, (await who.PostAsync($"/api/themes/{code}/versions/{number}/submit")).StatusCode);
    }

    private static async Task<JsonNode> NodeAsync(Visitor who) => (await who.ReadAsync("/api/theme-tree")).AsArray().Single(node => (string)node!["code"]! == "DJ-9-1")!;

    private static async Task<string> ItemAsync(Visitor who, int at) =>
        (string)(await who.ReadAsync("/api/theme-tree")).AsArray().Where(node => (int)node!["level"]! == 2).ElementAt(at)!["code"]!;

    [Fact]
    public async Task UnitValue_GivenChangedAndTakenAway_TellsWhoFromWhenAndWhatBefore()
    {
        await LoadAsync();
        using var analyst = await site.AsAsync("analyst");
        using var reviewer = await site.AsAsync("reviewer");
        foreach (var (value, reason) in new (int?, string)[] { (400, "城关试点"), (500, "试点收紧"), (null, "试点结束") })
        {
            var parameters = Parameters("DJ-07", 10m);
            parameters[0]!["overrides"] = value is null ? [] : new JsonArray(new JsonObject { ["orgNo"] = "37030601", ["value"] = value });
            var begun = await (await analyst.PostAsync("/api/themes/DJ-07/versions", new { reason, changes = new { parameters } })).Content.ReadFromJsonAsync<JsonNode>();
            await HandInAsync(analyst, "DJ-07", (int)begun!["number"]!);
            Assert.Equal(HttpStatusCode.NoContent, (await reviewer.PostAsync($"/api/themes/DJ-07/versions/{begun["number"]}/decide", new { approve = true })).StatusCode);
        }

        var line = (await analyst.ReadAsync("/api/unit-values?theme=DJ-07")).AsArray().Single()!;
        Assert.Equal(("37030601", false), ((string)line["orgNo"]!, (bool)line["inForce"]!));
        Assert.Equal([(null, "试点结束"), (500m, "试点收紧"), (400m, "城关试点")], line["steps"]!.AsArray().Select(step => ((decimal?)step!["value"], (string)step["reason"]!)));
        Assert.All(line["steps"]!.AsArray(), step => Assert.True(((string)step!["by"]!).Length > 0 && ((string)step["approvedBy"]!).Length > 0 && step["from"] is not null));
    }

    private async Task<int> BeginAsync(Visitor analyst, string code, decimal? capacity)
    {
        var answer = await analyst.PostAsync($"/api/themes/{code}/versions", new { reason = "threshold", changes = capacity is { } value ? new { parameters = Parameters(code, value) } : null });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (int)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["number"]!;
    }

    private JsonArray Parameters(string code, decimal first)
    {
        var theme = site.Services.GetRequiredService<ThemeLibrary>().Find(code)!;
        var parameters = System.Text.Json.JsonSerializer.SerializeToNode(theme.Parameters, System.Text.Json.JsonSerializerOptions.Web)!.AsArray();
        parameters[0]!["value"] = first;
        return parameters;
    }

    private async Task LoadAsync()
    {
        var import = site.Services.GetRequiredService<MarketingImport>();
        var folder = Path.Combine(site.Data, "county");
        CountyGenerator.Write(new GeneratorOptions { Accounts = 1000, Months = 7, Ym = "202605" }, folder);
        await import.LoadAsync(await import.OpenAsync("1", default), folder, default);
    }
}
