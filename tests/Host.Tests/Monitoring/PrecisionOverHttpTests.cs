using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.DataGenerator;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Monitoring;

/// <summary>What handlers conclude flows back: a theme earns its figures, a tighter limit is proposed from them, and a backtest says what it would have cost.</summary>
public sealed class PrecisionOverHttpTests(Site site) : IClassFixture<Site>
{
    private const string City = "37030601";
    private const string North = "37030602";

    [Fact]
    public async Task Rate_OfATheme_CountsWhatHandlersConcludedInTheReadersOwnUnits()
    {
        await CloseAsync("CH-07", City, 60000, 50000, "confirmed-customer");
        await CloseAsync("CH-07", City, 61000, 50000, "normal");
        await CloseAsync("CH-07", North, 62000, 50000, "not-confirmed");
        await CloseAsync("CH-07", North, 63000, 50000, null);
        await CloseAsync("CH-07", North, 64000, 50000, "confirmed-customer", state: "returned");
        await CloseAsync("CH-07", "38010101", 65000, 50000, "confirmed-customer", path: "/38/3801/380101/38010101/");
        using var analyst = await site.AsAsync("analyst");
        var line = (await analyst.ReadAsync("/api/precision?theme=CH-07"))["lines"]!.AsArray().Single()!;
        Assert.Equal((1, 2, 1), ((int)line["confirmed"]!, (int)line["unfounded"]!, (int)line["open"]!));
        Assert.Equal(0.3333m, (decimal)line["rate"]!["value"]!);
        var units = (await analyst.ReadAsync("/api/precision?theme=CH-07&by=unit&org=370306"))["lines"]!.AsArray();
        Assert.Equal([City, North], units.Select(unit => (string)unit!["orgNo"]!));
        var items = (await analyst.ReadAsync("/api/precision/items?theme=CH-07&verdict=unfounded"))["items"]!.AsArray();
        Assert.Equal(["not-confirmed", "normal"], items.Select(item => (string)item!["conclusion"]!));
        Assert.Empty((await analyst.ReadAsync("/api/precision?theme=CH-07&org=38010101"))["lines"]!.AsArray());
    }

    [Fact]
    public async Task Version_OfAClosedCase_KeepsWhatItEarnedWhenANewerRuleFindsTheObjectAgain()
    {
        await CloseAsync("CH-08", City, 100, 90, "confirmed-customer", caseVersion: 1, anomalyVersion: 2);
        using var analyst = await site.AsAsync("analyst");
        var line = (await analyst.ReadAsync("/api/precision?theme=CH-08&by=version"))["lines"]!.AsArray().Single()!;
        Assert.Equal((1, 1), ((int)line["version"]!, (int)line["confirmed"]!));
    }

    [Fact]
    public async Task Recall_OfATheme_FallsByAConfirmedProblemThatCameInByHand()
    {
        await CloseAsync("CH-09", City, 20000, 10000, "confirmed-internal");
        using var analyst = await site.AsAsync("analyst");
        var (clue, anomaly) = await ClueAsync(analyst, secret: false);
        Assert.Equal("miss-wrong", await Visitor.CodeOf(await analyst.PostAsync($"/api/clues/{clue}/misses", new { theme = "CH-09" })));
        Assert.Equal(HttpStatusCode.NoContent, (await analyst.PostAsync($"/api/clues/{clue}/misses", new { theme = "CH-09", reason = "长期错收未被发现" })).StatusCode);
        Assert.Equal("miss-known", await Visitor.CodeOf(await analyst.PostAsync($"/api/clues/{clue}/misses", new { theme = "CH-09", reason = "再次" })));
        var before = (await analyst.ReadAsync("/api/precision?theme=CH-09"))["lines"]!.AsArray().Single()!;
        Assert.Equal((0, 1, null), ((int)before["missed"]!, (int)before["suspected"]!, before["recall"]));
        await CloseAsync("CLUE", City, 1, 0, "confirmed-internal", anomaly: anomaly);
        var after = (await analyst.ReadAsync("/api/precision?theme=CH-09"))["lines"]!.AsArray().Single()!;
        Assert.Equal((1, 0, 0.5m), ((int)after["missed"]!, (int)after["suspected"]!, (decimal)after["recall"]!["value"]!));
        Assert.Equal(HttpStatusCode.NoContent, (await analyst.DeleteAsync($"/api/clues/{clue}/misses/CH-09")).StatusCode);
        Assert.Equal(["clue.registered", "clue.accepted", "clue.missed-by-theme", "clue.miss-withdrawn"], (await site.HistoryAsync($"clue/{clue}")).Select(row => row.Kind));
    }

    [Fact]
    public async Task SecretClue_LinkedToATheme_IsNotCountedForThoseWhoMayNotReadSecrets()
    {
        using var analyst = await site.AsAsync("analyst");
        using var county = await site.AsAsync("county");
        var (clue, _) = await ClueAsync(analyst, secret: true);
        await analyst.PostAsync($"/api/clues/{clue}/misses", new { theme = "CH-10", reason = "应由主题发现" });
        Assert.Single((await analyst.ReadAsync("/api/misses?theme=CH-10")).AsArray());
        Assert.Empty((await county.ReadAsync("/api/misses?theme=CH-10")).AsArray());
        Assert.Empty((await county.ReadAsync("/api/precision?theme=CH-10"))["lines"]!.AsArray());
    }

    [Fact]
    public async Task Proposal_FromClosedCases_IsADraftWithItsFiguresAttached()
    {
        foreach (var (metric, conclusion) in new[] { (33m, "normal"), (34m, "not-confirmed"), (40m, "confirmed-internal"), (60m, "confirmed-internal") })
        {
            await CloseAsync("CH-06", City, metric, 31, conclusion);
        }

        using var analyst = await site.AsAsync("analyst");
        using var reviewer = await site.AsAsync("reviewer");
        var view = await analyst.ReadAsync("/api/themes/CH-06/threshold");
        Assert.Equal(("min_days", 40m, 4), ((string)view["parameter"]!["name"]!, (decimal)view["suggested"]!["value"]!, (int)view["judged"]!));
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.PostAsync("/api/themes/CH-06/threshold", new { value = 40, reason = "x" })).StatusCode);
        var answer = await analyst.PostAsync("/api/themes/CH-06/threshold", new { value = 40, reason = "已归档工单显示 40 天以下均不属实" });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var number = (int)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["number"]!;
        var draft = await reviewer.ReadAsync($"/api/themes/CH-06/versions/{number}");
        Assert.Equal(40, (int)draft["content"]!["parameters"]!.AsArray().Single(each => (string)each!["name"]! == "min_days")!["value"]!);
        Assert.Equal("draft", (string)draft["state"]!);
        var evidence = (await reviewer.ReadAsync($"/api/themes/CH-06/versions/{number}/evidence")).AsArray().Single()!;
        Assert.Equal((31m, 40m, 2, 0), ((decimal)evidence["data"]!["from"]!, (decimal)evidence["data"]!["to"]!, (int)evidence["data"]!["after"]!["unfoundedDropped"]!,
            (int)evidence["data"]!["after"]!["confirmedLost"]!));
        Assert.Contains((await site.HistoryAsync("theme/CH-06")).Select(row => row.Kind), kind => kind == "theme.evidence");
    }

    [Fact]
    public async Task Proposal_ForAThemeWithoutASingleLimit_IsRefused()
    {
        using var analyst = await site.AsAsync("analyst");
        Assert.Equal("no-parameter", (string)(await analyst.ReadAsync("/api/themes/DJ-03/threshold"))["unavailable"]!);
        Assert.Equal("no-cases", (string)(await analyst.ReadAsync("/api/themes/KF-02/threshold"))["unavailable"]!);
        Assert.Equal("threshold-unjudged", await Visitor.CodeOf(await analyst.PostAsync("/api/themes/DJ-03/threshold", new { value = 3, reason = "x" })));
    }

    [Fact]
    public async Task Backtest_OfATighterVersion_TellsWhichConfirmedProblemsItWouldLose()
    {
        await LoadAsync();
        var found = await FindAsync("DJ-01");
        Assert.True(found.Count >= 2, $"{found.Count} rows planted");
        var (small, large) = (found.MinBy(row => row.Metric)!, found.MaxBy(row => row.Metric)!);
        await CloseAsync("DJ-01", small.OrgNo, small.Metric, small.LimitValue, "confirmed-internal", objKey: small.ObjKey);
        await CloseAsync("DJ-01", large.OrgNo, large.Metric, large.LimitValue, "confirmed-internal", objKey: large.ObjKey);
        await CloseAsync("DJ-01", City, 400, 315, "confirmed-internal", objKey: "mended-since");
        using var analyst = await site.AsAsync("analyst");
        var parameters = System.Text.Json.JsonSerializer.SerializeToNode(site.Services.GetRequiredService<ThemeLibrary>().Find("DJ-01")!.Parameters, System.Text.Json.JsonSerializerOptions.Web)!.AsArray();
        parameters[0]!["value"] = (small.Metric + large.Metric) / 2;
        var number = (int)(await (await analyst.PostAsync("/api/themes/DJ-01/versions", new { reason = "tighter", changes = new { parameters } })).Content.ReadFromJsonAsync<JsonNode>())!["number"]!;
        var answer = await analyst.AnalyseAsync($"/api/themes/DJ-01/versions/{number}/backtest", new { months = 2 });
        Assert.Equal(["202604", "202605"], answer["months"]!.AsArray().Select(month => (string)month!["ym"]!));
        var total = answer["total"]!;
        Assert.Equal((1, 1, 1), ((int)total["confirmedKept"]!, (int)total["confirmedLost"]!, (int)total["mended"]!));
        Assert.Equal("backtest", (string)(await analyst.ReadAsync($"/api/themes/DJ-01/versions/{number}/evidence")).AsArray().Single()!["kind"]!);
    }

    private async Task<IReadOnlyList<Finding>> FindAsync(string code)
    {
        var scanner = site.Services.GetRequiredService<Scanner>();
        var found = new List<Finding>();
        await scanner.RunAsync(await scanner.OpenAsync(new ScanRequest("202605", [code], null), "system", default), [code], (_, finding) => found.Add(finding), default);
        return found;
    }

    private async Task LoadAsync()
    {
        var import = site.Services.GetRequiredService<MarketingImport>();
        var folder = Path.Combine(site.Data, "county");
        CountyGenerator.Write(new GeneratorOptions { Accounts = 1000, Months = 7, Ym = "202605" }, folder);
        await import.LoadAsync(await import.OpenAsync("1", default), folder, default);
    }

    private async Task<(long Clue, long Anomaly)> ClueAsync(Visitor analyst, bool secret)
    {
        await site.AddOrgsAsync();
        var registered = await analyst.PostAsync("/api/clues", new { source = "report", anonymous = true, secret, content = "某户电费长期错收，请核查。", orgNo = City });
        var id = (long)(await registered.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
        var decided = await (await analyst.PostAsync($"/api/clues/{id}/decide", new { decision = "accepted" })).Content.ReadFromJsonAsync<JsonNode>();
        return (id, (long)decided!["anomalyId"]!);
    }

    /// <summary>A case of one item as its handler left it; without a conclusion it is still open.</summary>
    private async Task CloseAsync(string theme, string orgNo, decimal metric, decimal limit, string? conclusion, string? state = null, string? path = null, int caseVersion = 1, int anomalyVersion = 1,
        long? anomaly = null, string? objKey = null)
    {
        var (id, row) = (site.NextId(), anomaly ?? site.NextId());
        var orgPath = path ?? $"/37/3703/370306/{orgNo}/";
        await site.AddOrgsAsync();
        await site.CommitAsync(async session =>
        {
            if (anomaly is null && (await session.QueryAsync<Anomaly>($"theme_code = {theme} and ym = {"202605"} and obj_key = {objKey ?? ""}")) is [var known])
            {
                row = known.Id;
            }
            else if (anomaly is null)
            {
                await session.InsertAsync(new Anomaly
                {
                    Id = row, ThemeCode = theme, ThemeVersion = anomalyVersion, Ym = "202605", ObjKey = objKey ?? row.ToString(CultureInfo.InvariantCulture), OrgNo = orgNo, OrgPath = orgPath,
                    Metric = metric, LimitValue = limit, State = AnomalyStates.Done, FirstSeenAt = session.Now, LastSeenAt = session.Now, CaseId = id,
                });
            }

            await session.InsertAsync(new AuditCase
            {
                Id = id, Number = $"GD-{id}", Title = "核查", ThemeCode = theme, ThemeVersion = caseVersion, OrgNo = orgNo, OrgPath = orgPath, InstanceId = $"case-{id}", CreatedAt = session.Now,
                Stage = conclusion is null ? "handle" : "closed", State = state ?? (conclusion is null ? "handling" : "closed"), ClosedAt = conclusion is null ? null : session.Now,
            });
            await session.InsertAsync(new CaseItem
            {
                Id = site.NextId(), CaseId = id, AnomalyId = row, ObjKey = objKey ?? row.ToString(CultureInfo.InvariantCulture), Metric = metric, LimitValue = limit, Conclusion = conclusion,
            });
        });
    }
}
