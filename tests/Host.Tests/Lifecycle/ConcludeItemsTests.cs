using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;

namespace CaseMgmt.Host.Tests.Lifecycle;

/// <summary>A case of two items of which one is unfounded: the handler says so item by item, and the precision of the theme counts them so.</summary>
public sealed class ConcludeItemsTests
{
    [Fact]
    public async Task Item_ConcludedAlone_KeepsItsConclusionAndCountsByItself()
    {
        await using var site = new Site();
        var caseId = await CaseAtTheHandlerAsync(site);
        using var handler = await site.AsAsync("handler1");
        using var county = await site.AsAsync("county");
        var shown = await handler.ReadAsync($"/api/cases/{caseId}");
        Assert.True((bool)shown["mayConcludeItems"]!);
        var items = shown["items"]!.AsArray().Select(item => (long)item!["id"]!).ToList();
        Assert.Equal("item-closed", await Visitor.CodeOf(await county.PutAsync($"/api/cases/{caseId}/items", Own(items[0], "not-confirmed"))));
        Assert.Equal("item-conclusion", await Visitor.CodeOf(await handler.PutAsync($"/api/cases/{caseId}/items", Own(items[0], "perhaps"))));
        Assert.Equal(HttpStatusCode.NotFound, (await handler.PutAsync($"/api/cases/{caseId}/items", Own(77, "normal"))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await handler.PutAsync($"/api/cases/{caseId}/items", Own(items[0], "not-confirmed"))).StatusCode);
        (await handler.UploadAsync($"/api/cases/{caseId}/evidence", "铭牌.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0])).EnsureSuccessStatusCode();
        await ReplyAsync(handler, caseId);
        shown = await county.ReadAsync($"/api/cases/{caseId}");
        Assert.Equal([("not-confirmed", "not-confirmed"), ("confirmed-internal", null)], shown["items"]!.AsArray().Select(item => ((string)item!["conclusion"]!, (string?)item["ownConclusion"])));
        Assert.Equal("item-closed", await Visitor.CodeOf(await handler.PutAsync($"/api/cases/{caseId}/items", Own(items[0], null))));
        Assert.Contains("case.items-concluded", (await site.HistoryAsync($"case/{caseId}")).Select(row => row.Kind));
        await site.CommitAsync(async session => await session.ExecuteAsync($"update audit_case set state = 'closed', closed_at = {session.Now} where id = {caseId}"));
        using var analyst = await site.AsAsync("analyst");
        var total = (await analyst.ReadAsync("/api/precision?theme=DJ-01"))["total"]!;
        Assert.Equal((1, 1), ((int)total["confirmed"]!, (int)total["unfounded"]!));
    }

    [Fact]
    public void Reply_WhoseItemIsConfirmed_NeedsEvidenceAndMoneyThoughTheCaseIsNormal()
    {
        var answer = new Answer("提交", null, new JsonObject { ["conclusion"] = "normal" }, 1);
        var facts = new AnswerFacts(answer, 0, "P-1", new HashSet<string>());
        Assert.Empty(new Handle().Guard(facts));
        Assert.Equal(["evidence-required", "money-or-none"], new Handle().Guard(facts with { ItemConclusions = ["confirmed-internal"] }).Select(problem => problem.Code));
    }

    private static object Own(long id, string? conclusion) => new { items = new[] { new { id, conclusion } } };

    private static async Task<long> CaseAtTheHandlerAsync(Site site)
    {
        await site.AddOrgsAsync();
        long[] anomalies = [site.NextId(), site.NextId()];
        foreach (var id in anomalies)
        {
            await site.CommitAsync(session => session.InsertAsync(new Anomaly
            {
                Id = id, ThemeCode = "DJ-01", ThemeVersion = 1, Ym = "202605", ObjKey = $"{id}", OrgNo = "37030601", OrgPath = "/37/3703/370306/37030601/", Metric = 400, LimitValue = 315, Level = "1",
                Specialty = "电价电费", State = AnomalyStates.ToHandle, FirstSeenAt = session.Now, LastSeenAt = session.Now,
            }));
        }

        using var analyst = await site.AsAsync("analyst");
        var created = (await (await analyst.PostAsync("/api/tasks", new { requestKey = "t1", title = "两部制电价稽查", type = "online", urgency = "normal", anomalyIds = anomalies })).Content.ReadFromJsonAsync<JsonNode>())!;
        await CompleteAsync(analyst, (string)(await analyst.ReadAsync($"/api/tasks/{created["id"]}"))["workItem"]!["id"]!, "生成", new { title = "两部制电价稽查", type = "online", urgency = "normal" });
        await CompleteAsync(analyst, (string)(await analyst.ReadAsync($"/api/tasks/{created["id"]}"))["workItem"]!["id"]!, "派发", new { });
        using var county = await site.AsAsync("county");
        var line = (await county.ReadAsync("/api/work-items?scope=mine"))["items"]!.AsArray().Single()!;
        await CompleteAsync(county, (string)line["id"]!, "签收", new { });
        return (long)line["subjectId"]!;
    }

    private static async Task ReplyAsync(Visitor handler, long caseId) =>
        await CompleteAsync(handler, (string)(await handler.ReadAsync($"/api/cases/{caseId}"))["openWorkItems"]![0]!["id"]!, "提交", new
        {
            checkedBy = "system", checkedAt = "2026-06-10", conclusion = "confirmed-internal", problemKind = "02", cause = "04", correctionType = "04",
            explanation = "现场核对铭牌容量为 400 kVA，系统电价仍为单一制，属改类后未维护电价。", responsible = "城关供电所营业班", correction = "追补基本电费。", recoveredYuan = "12800.50",
        });

    private static async Task CompleteAsync(Visitor visitor, string id, string outcome, object answers)
    {
        var item = await visitor.ReadAsync($"/api/work-items/{Uri.EscapeDataString(id)}");
        var answer = await visitor.PostAsync($"/api/work-items/{Uri.EscapeDataString(id)}/complete", new { requestKey = Guid.NewGuid().ToString(), version = (int)item["version"]!, outcome, answers });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
