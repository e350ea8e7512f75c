using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Plans.ProblemLists;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Plans;

/// <summary>Samples over HTTP: drawn from a population, added to by hand, frozen, and made a task once; and the weekly list of a team.</summary>
public sealed class SamplesOverHttpTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Sample_OfAnomalies_IsDrawnProvenFrozenAndMadeATaskOnce()
    {
        await site.AddOrgsAsync();
        await site.AddAnomaliesAsync("202604", [.. Enumerable.Range(1, 11).Select(i => ("DJ-08", $"N{i:00}"))]);
        using var analyst = await site.AsAsync("analyst");
        var id = await IdAsync(await DrawAsync(analyst, "202604", "DJ-08"));
        var sample = await analyst.ReadAsync($"/api/samples/{id}");
        Assert.Equal((11, 4), ((int)sample["sample"]!["population"]!, (int)sample["sample"]!["drawn"]!));
        Assert.True((bool)(await analyst.ReadAsync($"/api/samples/{id}/proof"))["same"]!);

        var drawn = sample["items"]!.AsArray().Select(item => (string)item!["objKey"]!).ToList();
        var other = Enumerable.Range(1, 11).Select(i => $"N{i:00}").First(key => !drawn.Contains(key));
        Assert.Equal("sample-reason", await Visitor.CodeOf(await analyst.PostAsync($"/api/samples/{id}/picks", new { objKey = other, reason = "查" })));
        Assert.Equal("sample-member", await Visitor.CodeOf(await analyst.PostAsync($"/api/samples/{id}/picks", new { objKey = "nobody", reason = "上月多次投诉" })));
        Assert.Equal("sample-has", await Visitor.CodeOf(await analyst.PostAsync($"/api/samples/{id}/picks", new { objKey = drawn[0], reason = "上月多次投诉" })));
        Assert.Equal(HttpStatusCode.NoContent, (await analyst.PostAsync($"/api/samples/{id}/picks", new { objKey = other, reason = "上月多次投诉" })).StatusCode);

        Assert.Equal("sample-not-frozen", await Visitor.CodeOf(await analyst.PostAsync($"/api/samples/{id}/task", new { })));
        Assert.Equal(HttpStatusCode.OK, (await analyst.PostAsync($"/api/samples/{id}/freeze", new { })).StatusCode);
        Assert.Equal("sample-frozen", await Visitor.CodeOf(await analyst.PostAsync($"/api/samples/{id}/picks", new { objKey = other, reason = "上月多次投诉" })));
        var task = await IdAsync(await analyst.PostAsync($"/api/samples/{id}/task", new { urgency = "normal" }));
        Assert.Equal((5, "sampling"), ((int)(await analyst.ReadAsync($"/api/tasks/{task}"))["anomalyCount"]!, (string)(await analyst.ReadAsync($"/api/tasks/{task}"))["type"]!));
        Assert.Equal("sample-not-frozen", await Visitor.CodeOf(await analyst.PostAsync($"/api/samples/{id}/task", new { })));
        Assert.Equal(["sample.drawn", "sample.picked", "sample.frozen", "sample.tasked"], (await site.HistoryAsync($"sample/{id}")).Select(row => row.Kind));

        // What is in a task is no population any more; a second draw is a second sample with a seed of its own.
        var again = await analyst.ReadAsync($"/api/samples/{await IdAsync(await DrawAsync(analyst, "202604", "DJ-08"))}");
        Assert.Equal(6, (int)again["sample"]!["population"]!);
        Assert.NotEqual((string)sample["sample"]!["seed"]!, (string)again["sample"]!["seed"]!);
    }

    [Fact]
    public async Task Sample_OfClosedOrders_BringsThemBackAsAnomaliesOfItsOwn()
    {
        await site.AddOrgsAsync();
        var numbers = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            numbers.Add(await ClosedAsync(new DateTime(2026, 2, 10 + i, 4, 0, 0, DateTimeKind.Utc)));
        }

        using var analyst = await site.AsAsync("analyst");
        var id = await IdAsync(await analyst.PostAsync("/api/samples", new { purpose = "closed-order", ym = "202602", stratifyBy = new[] { "unit" }, ratePercent = 5, least = 2 }));
        Assert.Equal((3, 2), await CountsAsync(analyst, id));
        await analyst.PostAsync($"/api/samples/{id}/freeze", new { });
        var items = (await analyst.ReadAsync($"/api/samples/{id}"))["items"]!.AsArray();
        Assert.All(items, item => Assert.Contains((string)item!["objKey"]!, numbers));
        var anomaly = await analyst.ReadAsync($"/api/anomalies/{(long)items[0]!["anomalyId"]!}");
        Assert.Equal(("CY-ORDER", "办结工单抽检", "to-handle"), ((string)anomaly["themeCode"]!, (string)anomaly["themeName"]!, (string)anomaly["state"]!));

        // A second sample of the month that meets the same order shares its anomaly: one order, one task.
        var second = await IdAsync(await analyst.PostAsync("/api/samples", new { purpose = "closed-order", ym = "202602", ratePercent = 100 }));
        var frozen = await (await analyst.PostAsync($"/api/samples/{second}/freeze", new { })).Content.ReadFromJsonAsync<JsonNode>();
        Assert.Equal((3, 2), ((int)frozen!["items"]!, (int)frozen["shared"]!));
        await IdAsync(await analyst.PostAsync($"/api/samples/{id}/task", new { }));
        var task = await IdAsync(await analyst.PostAsync($"/api/samples/{second}/task", new { }));
        Assert.Equal(1, (int)(await analyst.ReadAsync($"/api/tasks/{task}"))["anomalyCount"]!);
    }

    [Fact]
    public async Task Sample_JudgedObjectByObject_ShowsItsPassRateAndKeepsEveryWord()
    {
        await site.AddOrgsAsync();
        await site.AddAnomaliesAsync("202603", [.. Enumerable.Range(1, 3).Select(i => ("DJ-11", $"G{i}"))]);
        using var analyst = await site.AsAsync("analyst");
        using var handler = await site.AsAsync("handler1");
        var id = await IdAsync(await analyst.PostAsync("/api/samples", new { purpose = "anomaly", ym = "202603", themeCode = "DJ-11", ratePercent = 100 }));
        Assert.Equal("sample-not-frozen", await Visitor.CodeOf(await GradeAsync(analyst, "G1", "pass")));
        await analyst.PostAsync($"/api/samples/{id}/freeze", new { });
        Assert.Equal("sample-grade-note", await Visitor.CodeOf(await GradeAsync(analyst, "G1", "fail")));
        Assert.Equal(HttpStatusCode.NotFound, (await GradeAsync(analyst, "other", "pass")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await GradeAsync(handler, "G1", "pass")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await GradeAsync(analyst, "G1", "fail", "现场与答复不符")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await GradeAsync(analyst, "G1", "minor", "只缺一张照片")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await GradeAsync(analyst, "G2", "falsified", "照片系伪造")).StatusCode);
        var sample = await analyst.ReadAsync($"/api/samples/{id}");
        Assert.Equal((2, 1, 11, 50m), ((int)sample["result"]!["graded"]!, (int)sample["result"]!["failed"]!, (int)sample["result"]!["points"]!, (decimal)sample["result"]!["passPercent"]!));
        Assert.Equal(["minor", "falsified", null], sample["items"]!.AsArray().OrderBy(item => (string)item!["objKey"]!, StringComparer.Ordinal).Select(item => (string?)item!["grade"]));
        Assert.Equal(3, (await site.HistoryAsync($"sample/{id}")).Count(row => row.Kind == "sample.graded"));

        Task<HttpResponseMessage> GradeAsync(Visitor who, string objKey, string grade, string? note = null) => who.PostAsync($"/api/samples/{id}/grades", new { objKey, grade, note });
    }

    [Fact]
    public async Task Sample_TwoTasksAtOnce_OneIsMade()
    {
        await site.AddOrgsAsync();
        await site.AddAnomaliesAsync("202605", [.. Enumerable.Range(1, 4).Select(i => ("DJ-09", $"P{i}"))]);
        using var analyst = await site.AsAsync("analyst");
        var id = await IdAsync(await DrawAsync(analyst, "202605", "DJ-09"));
        await analyst.PostAsync($"/api/samples/{id}/freeze", new { });
        var answers = await Task.WhenAll(analyst.PostAsync($"/api/samples/{id}/task", new { }), analyst.PostAsync($"/api/samples/{id}/task", new { }));
        var made = (await analyst.ReadAsync("/api/tasks"))["items"]!.AsArray().Count(task => ((string)task!["title"]!).StartsWith("202605", StringComparison.Ordinal));
        Assert.Equal(1, made);
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict, answer.StatusCode.ToString()));
    }

    [Theory]
    [InlineData("202613", "anomaly", "sample-month")]
    [InlineData("202605", "nonsense", "sample-purpose")]
    [InlineData("202605", "anomaly", "sample-theme")]
    [InlineData("202605", "rule", "sample-rule")]
    [InlineData("202605", "hv-connection", "sample-data")]
    [InlineData("199901", "closed-order", "sample-empty")]
    public async Task Draw_WithoutWhatItNeeds_IsRefusedWithTheReason(string ym, string purpose, string code)
    {
        await site.AddOrgsAsync();
        using var analyst = await site.AsAsync("analyst");
        Assert.Equal(code, await Visitor.CodeOf(await analyst.PostAsync("/api/samples", new { purpose, ym })));
    }

    [Fact]
    public async Task ProblemList_OfATeam_HoldsItsOpenItemsAndLeavesAsASheet()
    {
        await site.AddOrgsAsync();
        var anomaly = (await site.AddAnomaliesAsync("202601", ("DJ-10", "W1")))[0];
        var caseId = await site.AddCaseAsync();
        await site.CommitAsync(session => session.InsertAsync(new CaseItem { Id = site.NextId(), CaseId = caseId, AnomalyId = anomaly, HeldAnomalyId = anomaly, ObjKey = "W1", Conclusion = "confirmed-customer" }));
        await site.CommitAsync(async session =>
        {
            await session.InsertAsync(new OrgUnit { OrgNo = "3703060101", Name = "城关抄表班", ParentOrgNo = "37030601", OrgPath = "/37/3703/370306/37030601/3703060101/", Level = 5 });
            await session.ExecuteAsync($"delete from problem_list");
        });
        var written = await site.Services.GetRequiredService<ProblemListSweep>().RunAsync(default);
        using var handler = await site.AsAsync("handler1");
        using var neighbour = await site.AsAsync("handler2");
        if (written == 0)
        {
            // Before the first working day of a week there is no list, and that is right.
            return;
        }

        Assert.Equal(0, await site.Services.GetRequiredService<ProblemListSweep>().RunAsync(default));
        // The order was given to the station; its reading team has a list of its own, without it.
        var lists = (await handler.ReadAsync("/api/problem-lists"))["items"]!.AsArray();
        Assert.Equal([("37030601", 1), ("3703060101", 0)], lists.Select(each => ((string)each!["orgNo"]!, (int)each["confirmed"]!)).Order());
        var list = lists.Single(each => (string)each!["orgNo"]! == "37030601")!;
        var id = (long)list["id"]!;
        Assert.Equal("W1", (string)(await handler.ReadAsync($"/api/problem-lists/{id}"))["lines"]![0]!["objKey"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/api/problem-lists/{id}/export?format=csv")).StatusCode);
        Assert.Contains("W1", await (await handler.GetAsync($"/api/problem-lists/{id}/export?format=csv")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (await handler.GetAsync($"/api/problem-lists/{id}/export?format=xlsx")).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task ProblemList_Lines_TellFromWhenOnTheyAreDueSoon()
    {
        await site.AddOrgsAsync();
        var (id, due) = (site.NextId(), new DateTime(2026, 6, 15, 2, 0, 0, DateTimeKind.Utc));
        var line = new ProblemLine(1, "GD-1", "37030601", "DJ-10", "W1", 1, 1, "handle", "normal", due, ProblemLine.Open, null);
        await site.CommitAsync(session => session.InsertAsync(new ProblemList
        {
            Id = id, OrgNo = "37030601", OrgPath = "/37/3703/370306/37030601/", Week = new DateOnly(2001, 1, 1), CreatedAt = session.Now,
            LinesJson = JsonSerializer.Serialize(new[] { line }, JsonSerializerOptions.Web),
        }));
        using var handler = await site.AsAsync("handler1");

        var shown = (await handler.ReadAsync($"/api/problem-lists/{id}"))["lines"]![0]!;

        // Monday ten o'clock: one working day before it is Friday ten o'clock.
        Assert.Equal(new DateTime(2026, 6, 12, 2, 0, 0, DateTimeKind.Utc), (DateTime)shown["dueSoonAt"]!);
    }

    private static Task<HttpResponseMessage> DrawAsync(Visitor who, string ym, string themeCode) =>
        who.PostAsync("/api/samples", new { purpose = "anomaly", ym, themeCode, stratifyBy = new[] { "unit" }, ratePercent = 30 });

    private static async Task<(int, int)> CountsAsync(Visitor who, long id)
    {
        var sample = (await who.ReadAsync($"/api/samples/{id}"))["sample"]!;
        return ((int)sample["population"]!, (int)sample["drawn"]!);
    }

    private async Task<string> ClosedAsync(DateTime at)
    {
        var id = site.NextId();
        var number = string.Create(CultureInfo.InvariantCulture, $"GD-370306-202602-{id % 100000:00000}");
        await site.CommitAsync(session => session.InsertAsync(new AuditCase
        {
            Id = id, Number = number, Title = "已办结", ThemeCode = "DJ-01", Specialty = "电价", OrgNo = "37030601", OrgPath = "/37/3703/370306/37030601/", InstanceId = $"case-{id}", State = "closed", Stage = "closed",
            CreatedAt = at, ClosedAt = at,
        }));
        return number;
    }

    private static async Task<long> IdAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (long)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }
}
