using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;

namespace CaseMgmt.Host.Tests.Plans;

/// <summary>What a failed sample does: the order goes back to its station, and the month's evaluation of the unit shows it.</summary>
public sealed class ReopeningOverHttpTests(Site site) : IClassFixture<Site>
{
    private const string Station = "/37/3703/370306/37030601/";

    [Fact]
    public async Task Sample_OfAClosedOrderThatFailed_SendsItBackOnce()
    {
        var number = await ClosedAsync("202511");
        using var analyst = await site.AsAsync("analyst");
        using var handler = await site.AsAsync("handler1");
        var sample = await FrozenAsync(analyst, new { purpose = "closed-order", ym = "202511", ratePercent = 100 });
        Assert.Equal(HttpStatusCode.NoContent, (await GradeAsync(analyst, sample, number, "fail")).StatusCode);

        var order = (await handler.ReadAsync($"/api/cases?q={number}"))["items"]!.AsArray().Single()!;
        Assert.Equal((number + "-R1", "handle"), ((string)order["number"]!, (string)order["stage"]!));
        Assert.Equal((long)order["id"]!, (long)(await ItemAsync(analyst, sample, number))["reopenedCaseId"]!);
        Assert.Contains((await handler.ReadAsync("/api/work-items?scope=mine"))["items"]!.AsArray(), item => (string)item!["subjectNumber"]! == number + "-R1");

        // A graver word about an order that is being handled already sends nobody out again.
        Assert.Equal(HttpStatusCode.NoContent, (await GradeAsync(analyst, sample, number, "falsified")).StatusCode);
        using var director = await site.AsAsync("director");
        Assert.Contains((await director.ReadAsync("/api/notifications"))["items"]!.AsArray(), told => (string)told!["kind"]! == "sample.falsified" && ((string)told["text"]!).Contains(number, StringComparison.Ordinal));
        Assert.Single(await site.HistoryAsync($"case/{order["id"]}"), row => row.Kind == "case.reopened");
    }

    [Fact]
    public async Task CallBack_ThatFailed_SendsBackTheOrderThatCarriedIt()
    {
        await ClosedAsync("202510");
        var anomaly = (await site.AddAnomaliesAsync("202510", ("DJ-11", "B1")))[0];
        using var analyst = await site.AsAsync("analyst");
        var sample = await FrozenAsync(analyst, new { purpose = "anomaly", ym = "202510", themeCode = "DJ-11", ratePercent = 100 });
        var carrier = await site.AddCaseAsync(closedAt: new DateTime(2025, 10, 20, 4, 0, 0, DateTimeKind.Utc));
        await site.CommitAsync(async session =>
        {
            await session.ExecuteAsync($"update audit_case set state = {"closed"} where id = {carrier}");
            await session.ExecuteAsync($"update anomaly set case_id = {carrier}, state = {AnomalyStates.Done} where id = {anomaly}");
        });
        Assert.Equal(HttpStatusCode.NoContent, (await GradeAsync(analyst, sample, "B1", "minor")).StatusCode);
        Assert.Null((long?)(await ItemAsync(analyst, sample, "B1"))["reopenedCaseId"]);
        Assert.Equal(HttpStatusCode.NoContent, (await GradeAsync(analyst, sample, "B1", "fail")).StatusCode);
        Assert.Equal(carrier, (long)(await ItemAsync(analyst, sample, "B1"))["reopenedCaseId"]!);
        Assert.Equal(AnomalyStates.InTask, (string)(await analyst.ReadAsync($"/api/anomalies/{anomaly}"))["state"]!);
    }

    [Fact]
    public async Task Sample_OfAnOrderThatTheJudgeWorkedOn_IsSomebodyElses()
    {
        var number = await ClosedAsync("202509");
        using var analyst = await site.AsAsync("analyst");
        var sample = await FrozenAsync(analyst, new { purpose = "closed-order", ym = "202509", ratePercent = 100 });
        var (order, me) = ((long)(await analyst.ReadAsync($"/api/cases?q={number}"))["items"]![0]!["id"]!, (long)(await analyst.ReadAsync("/api/session"))["account"]!["id"]!);
        await site.CommitAsync(session => session.InsertAsync(new WorkItem
        {
            Id = $"done-{order}", InstanceId = $"case-{order}", BookmarkId = "b", ActivityId = "recheck", ActivityType = "Audit.Recheck", Subject = $"case/{order}", Title = "复核", OrgPath = Station,
            UnitPath = Station, State = WorkItemStates.Completed, CompletedBy = me, CompletedAt = session.Now, OpenedAt = session.Now,
        }));
        Assert.Equal("sample-own", await Visitor.CodeOf(await GradeAsync(analyst, sample, number, "pass")));
    }

    [Fact]
    public async Task Quality_OfAMonth_CountsFirstPassesAndJudgedSamplesOfEachUnit()
    {
        var number = await ClosedAsync("202508");
        var second = await ClosedAsync("202508", returns: 1);
        using var analyst = await site.AsAsync("analyst");
        using var handler = await site.AsAsync("handler2");
        var sample = await FrozenAsync(analyst, new { purpose = "closed-order", ym = "202508", ratePercent = 100 });
        await GradeAsync(analyst, sample, number, "pass");
        await GradeAsync(analyst, sample, second, "minor");
        await site.CommitAsync(async session =>
            await session.ExecuteAsync($"update sample_item set graded_at = {new DateTime(2025, 8, 20, 4, 0, 0, DateTimeKind.Utc)} where sample_id = {sample}"));

        var lines = (await analyst.ReadAsync("/api/evaluation/quality?ym=202508"))["lines"]!.AsArray();
        foreach (var unit in new[] { "3703", "370306", "37030601" })
        {
            var line = lines.Single(each => (string)each!["orgNo"]! == unit)!;
            Assert.Equal((2, 1, 50m, 2, 2, 100m), ((int)line["closed"]!, (int)line["firstPass"]!, (decimal)line["firstPassPercent"]!, (int)line["sampled"]!, (int)line["passed"]!, (decimal)line["passPercent"]!));
            Assert.Equal((1, 0m), ((int)line["points"]!, (decimal)line["score"]!));
        }

        Assert.Null((decimal?)lines.Single(each => (string)each!["orgNo"]! == "37030602")!["score"]);
        Assert.Equal(["37030602"], (await handler.ReadAsync("/api/evaluation/quality?ym=202508"))["lines"]!.AsArray().Select(each => (string)each!["orgNo"]!));
        Assert.Equal("evaluation-month", await Visitor.CodeOf(await analyst.GetAsync("/api/evaluation/quality?ym=202513")));
    }

    [Fact]
    public async Task Handler_WhoseSampleFailed_IsSampledByHalfInTheMonthsAfter()
    {
        var failed = await ClosedAsync("202507");
        HashSet<string> replied = [failed, await ClosedAsync("202506"), await ClosedAsync("202506")];
        await ClosedAsync("202506");
        await site.CommitAsync(async session =>
        {
            var handler = (await session.QueryAsync<Account>($"user_name = {"handler1"}")).Single();
            foreach (var row in await session.QueryAsync<AuditCase>($"stage = {"closed"} order by id"))
            {
                if (replied.Contains(row.Number))
                {
                    await session.InsertAsync(Replied(row.Id, handler.Id, session.Now));
                }
            }
        });
        using var analyst = await site.AsAsync("analyst");
        var before = await FrozenAsync(analyst, new { purpose = "closed-order", ym = "202506", byTable = true });
        Assert.Equal(["rest·37030601"], await StrataAsync(before));
        var sample = await FrozenAsync(analyst, new { purpose = "closed-order", ym = "202507", byTable = true });
        Assert.Equal(HttpStatusCode.NoContent, (await GradeAsync(analyst, sample, failed, "fail")).StatusCode);

        var after = await FrozenAsync(analyst, new { purpose = "closed-order", ym = "202506", byTable = true });
        Assert.Equal(["failed-handler", "rest·37030601"], await StrataAsync(after));
        var strata = (await analyst.ReadAsync($"/api/samples/{after}"))["strata"]!.AsArray();
        Assert.Equal((2, 1), ((int)strata[0]!["population"]!, (int)strata[0]!["drawn"]!));
        Assert.True((bool)(await analyst.ReadAsync($"/api/samples/{after}/proof"))["same"]!);
        Assert.Equal("sample-table", await Visitor.CodeOf(await analyst.PostAsync("/api/samples", new { purpose = "call-back", ym = "202506", byTable = true })));

        async Task<IEnumerable<string>> StrataAsync(long id) => (await analyst.ReadAsync($"/api/samples/{id}"))["strata"]!.AsArray().Select(stratum => (string)stratum!["stratum"]!);
    }

    private static WorkItem Replied(long order, long by, DateTime at) => new()
    {
        Id = $"replied-{order}", InstanceId = $"case-{order}", BookmarkId = $"replied-{order}", ActivityId = "handle", ActivityType = Handle.TypeName, Title = "稽查处理", TitleEn = "Handle", Subject = $"case/{order}",
        SubjectNumber = "", Stage = "handle", RoleName = "handler", FormKey = "handling-reply", FormVersion = 1, OutcomesJson = "[]", OrgPath = Station,
        State = WorkItemStates.Completed, CompletedBy = by, CompletedAt = at, OpenedAt = at,
    };

    private async Task<string> ClosedAsync(string ym, int returns = 0)
    {
        await site.AddOrgsAsync();
        var id = site.NextId();
        var number = string.Create(CultureInfo.InvariantCulture, $"GD-370306-{ym}-{id % 100000:00000}");
        var at = DateTime.ParseExact(ym + "10", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        await site.CommitAsync(session => session.InsertAsync(new AuditCase
        {
            Id = id, Number = number, Title = "已办结", ThemeCode = "DJ-01", Specialty = "电价", OrgNo = "37030601", OrgPath = Station, InstanceId = $"case-{id}", State = "closed", Stage = "closed",
            Returns = returns, CreatedAt = at, ClosedAt = at,
        }));
        return number;
    }

    private static async Task<long> FrozenAsync(Visitor who, object draw)
    {
        var answer = await who.PostAsync("/api/samples", draw);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var id = (long)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
        Assert.Equal(HttpStatusCode.OK, (await who.PostAsync($"/api/samples/{id}/freeze", new { })).StatusCode);
        return id;
    }

    private static Task<HttpResponseMessage> GradeAsync(Visitor who, long sample, string objKey, string grade) =>
        who.PostAsync($"/api/samples/{sample}/grades", new { objKey, grade, note = "现场与答复不符" });

    private static async Task<JsonNode> ItemAsync(Visitor who, long sample, string objKey) =>
        (await who.ReadAsync($"/api/samples/{sample}"))["items"]!.AsArray().Single(item => (string)item!["objKey"]! == objKey)!;
}
