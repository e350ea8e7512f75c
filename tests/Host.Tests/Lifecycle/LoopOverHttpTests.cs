using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Monitoring;

namespace CaseMgmt.Host.Tests.Lifecycle;

/// <summary>The loop as the browser walks it: five people, the served product, every address of the brief.</summary>
public sealed class LoopOverHttpTests
{
    [Fact]
    public async Task Loop_WalkedByFivePeople_AnswersAsTheClientExpects()
    {
        await using var site = new Site();
        var anomaly = await AnomalyAsync(site);
        using var analyst = await site.AsAsync("analyst");
        var created = await Json(await analyst.PostAsync("/api/tasks", new { requestKey = "t1", title = "6月两部制电价稽查", type = "online", urgency = "normal", anomalyIds = new[] { anomaly } }), HttpStatusCode.Created);
        var task = await analyst.ReadAsync($"/api/tasks/{created["id"]}");
        Assert.Equal(("task", "creating", 1), ((string)task["stage"]!, (string)task["state"]!, (int)task["anomalyCount"]!));

        await AnswerAsync(analyst, (string)task["workItem"]!["id"]!, "生成", new { title = "6月两部制电价稽查", type = "online", urgency = "normal" });
        task = await analyst.ReadAsync($"/api/tasks/{created["id"]}");
        await AnswerAsync(analyst, (string)task["workItem"]!["id"]!, "派发", new { });

        using var county = await site.AsAsync("county");
        var line = (await county.ReadAsync("/api/work-items?scope=mine"))["items"]!.AsArray().Single()!;
        Assert.Equal(("签收", "case", "城关供电所"), ((string)line["title"]!, (string)line["subjectKind"]!, (string)line["orgName"]!));
        var caseId = (long)line["subjectId"]!;
        await AnswerAsync(county, (string)line["id"]!, "签收", new { });

        using var handler = await site.AsAsync("handler1");
        var reply = await OpenAsync(handler, caseId);
        Assert.True((bool)reply["canAnswer"]!);
        Assert.Equal(("handling-reply", "处理回复单"), ((string)reply["form"]!["key"]!, (string)reply["form"]!["title"]!["zh"]!));
        var refused = await Json(await CompleteAsync(handler, reply, "提交", Reply()), HttpStatusCode.UnprocessableEntity);
        Assert.Equal(("form-invalid", "evidence"), ((string)refused["code"]!, (string)refused["errors"]![0]!["field"]!));
        (await handler.UploadAsync($"/api/cases/{caseId}/evidence", "铭牌.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0])).EnsureSuccessStatusCode();
        await Json(await CompleteAsync(handler, reply, "提交", Reply()), HttpStatusCode.OK);

        using var other = await site.AsAsync("handler2");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/cases/{caseId}")).StatusCode);
        Assert.Empty((await other.ReadAsync("/api/work-items"))["items"]!.AsArray());

        await AnswerOpenAsync(county, caseId, "同意", new { opinion = "情况属实" });
        using var reviewer = await site.AsAsync("reviewer");
        await AnswerOpenAsync(reviewer, caseId, "退回", new { opinion = "依据不足", returnCode = "money" }, "请补充计算依据");
        reply = await OpenAsync(handler, caseId);
        Assert.Equal("confirmed-internal", (string)reply["prefill"]!["conclusion"]!);
        await Json(await CompleteAsync(handler, reply, "提交", Reply()), HttpStatusCode.OK);
        await AnswerOpenAsync(county, caseId, "同意", new { opinion = "情况属实" });
        // Judged anew: neither the opinion nor the reason of the round that was sent back.
        Assert.Empty((await OpenAsync(reviewer, caseId))["prefill"]!.AsObject());
        await AnswerOpenAsync(reviewer, caseId, "通过", new { opinion = "通过" });
        await AnswerOpenAsync(reviewer, caseId, "完成", new { score = 95, timeliness = "good", quality = "good" });
        using var owner = await site.AsAsync("owner");
        var improve = await OpenAsync(owner, caseId);
        Assert.Equal("04", (string)improve["prefill"]!["rootCause"]!);
        await Json(await CompleteAsync(owner, improve, "完成", new { rootCause = "04", analysis = "改类流程缺少电价校验。", measures = "- 增加系统校验" }), HttpStatusCode.OK);

        await ShownClosedAsync(owner, caseId);
        await HistoryAndPictureAsync(owner, caseId, (long)created["id"]!);
    }

    private static async Task ShownClosedAsync(Visitor owner, long caseId)
    {
        var audited = await owner.ReadAsync($"/api/cases/{caseId}");
        Assert.Equal(("closed", 1, "工作差错"), ((string)audited["stage"]!, (int)audited["returns"]!, (string)audited["rootCause"]!));
        Assert.Equal(["done", "done", "done", "done", "done", "done", "done"], audited["stages"]!.AsArray().Select(stage => (string)stage!["state"]!));
        Assert.Equal(9, audited["answers"]!.AsArray().Count);
        Assert.Equal(("铭牌.png", 1), ((string)audited["evidence"]![0]!["fileName"]!, audited["items"]!.AsArray().Count));
        Assert.Equal(1, (int)(await owner.ReadAsync("/api/cases?stage=closed"))["total"]!);
        var hazard = (await owner.ReadAsync("/api/hazards"))["items"]!.AsArray().Single()!;
        Assert.Contains("<h2>根因分析</h2>", (string)(await owner.ReadAsync($"/api/hazards/{hazard["id"]}"))["bodyHtml"]!, StringComparison.Ordinal);
        Assert.Single((await owner.ReadAsync("/api/work-items?scope=done"))["items"]!.AsArray());
    }

    private static async Task HistoryAndPictureAsync(Visitor owner, long caseId, long taskId)
    {
        var history = (await owner.ReadAsync($"/api/cases/{caseId}/history"))["items"]!.AsArray();
        Assert.Equal("case.created", (string)history[0]!["kind"]!);
        var returned = history.First(row => (string?)row!["outcome"] == "退回" && (string)row["kind"]! == "workflow.transition")!;
        Assert.Equal(("复核", "稽查处理", 2), ((string)returned["from"]!, (string)returned["to"]!, (int)returned["definitionVersion"]!));
        Assert.Contains(history, row => (string?)row!["comment"] == "请补充计算依据");
        var picture = await owner.ReadAsync($"/api/cases/{caseId}/workflow");
        Assert.Equal("online-audit", (string)picture["definitionId"]!);
        Assert.Contains("recheck", picture["visited"]!.AsArray().Select(node => (string)node!));
        Assert.Empty(picture["current"]!.AsArray());
        var task = await owner.ReadAsync($"/api/tasks/{taskId}/workflow");
        Assert.Contains("orders", task["visited"]!.AsArray().Select(node => (string)node!));
        Assert.Equal("closed", (string)(await owner.ReadAsync($"/api/tasks/{taskId}"))["stage"]!);
    }

    private static async Task<long> AnomalyAsync(Site site)
    {
        await site.AddOrgsAsync();
        var id = site.NextId();
        await site.CommitAsync(session => session.InsertAsync(new Anomaly
        {
            Id = id, ThemeCode = "DJ-01", ThemeVersion = 1, Ym = "202605", ObjKey = "1000001", OrgNo = "37030601", OrgPath = "/37/3703/370306/37030601/",
            Metric = 400, LimitValue = 315, Level = "1", Specialty = "电价电费", State = AnomalyStates.ToHandle, FirstSeenAt = session.Now, LastSeenAt = session.Now,
        }));
        return id;
    }

    private static object Reply() => new
    {
        checkedBy = "system", checkedAt = "2026-06-10", conclusion = "confirmed-internal", problemKind = "02", cause = "04", correctionType = "04",
        explanation = "现场核对铭牌容量为 400 kVA，系统电价仍为单一制，属改类后未维护电价。", responsible = "城关供电所营业班", correction = "追补基本电费。", recoveredYuan = "12800.50",
    };

    private static async Task<JsonNode> OpenAsync(Visitor visitor, long caseId)
    {
        var id = (await visitor.ReadAsync($"/api/cases/{caseId}"))["openWorkItems"]![0]!["id"];
        return await visitor.ReadAsync($"/api/work-items/{Uri.EscapeDataString((string)id!)}");
    }

    private static async Task AnswerOpenAsync(Visitor visitor, long caseId, string outcome, object answers, string? comment = null) =>
        await Json(await CompleteAsync(visitor, await OpenAsync(visitor, caseId), outcome, answers, comment), HttpStatusCode.OK);

    private static async Task AnswerAsync(Visitor visitor, string id, string outcome, object answers) =>
        await Json(await CompleteAsync(visitor, await visitor.ReadAsync($"/api/work-items/{Uri.EscapeDataString(id)}"), outcome, answers), HttpStatusCode.OK);

    private static Task<HttpResponseMessage> CompleteAsync(Visitor visitor, JsonNode item, string outcome, object answers, string? comment = null) => visitor.PostAsync(
        $"/api/work-items/{Uri.EscapeDataString((string)item["id"]!)}/complete",
        new { requestKey = Guid.NewGuid().ToString(), version = (int)item["version"]!, outcome, comment, answers });

    private static async Task<JsonNode> Json(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var body = await answer.Content.ReadFromJsonAsync<JsonNode>();
        Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {body?.ToJsonString()}");
        return body!;
    }
}
