using System.Net;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>Run is a trial: it shows where a draft goes and leaves nothing behind.</summary>
public sealed class TrialTests(Site site) : IClassFixture<Site>
{
    private const string Definitions = "/elsa/api/workflow-definitions";

    [Fact]
    public async Task Trial_OfTheShippedLifecycle_TakesTheMainOutcomesToTheEnd()
    {
        using var owner = await DesignerSeat.Async(site, "owner");

        var result = await TryAsync(owner, "online-audit");

        Assert.Equal("finished", (string?)result["end"]);
        Assert.Equal(["签收:签收", "稽查处理:提交", "单位审核:同意", "复核:通过", "评价考核:完成", "持续改进:完成"], Questions(result));
        Assert.Contains("县稽查专责 · 签收单 · 8 工作小时", result["steps"]!.AsArray().Select(step => (string?)step!["note"]));
    }

    [Fact]
    public async Task Trial_ForAnEnglishReader_NamesStepsAndOutcomesInEnglish()
    {
        using var visitor = await site.AsAsync("owner");
        using var body = System.Net.Http.Json.JsonContent.Create(new { choices = Array.Empty<string>() });

        var answer = await visitor.SendAsync(HttpMethod.Post, Definitions + "/online-audit/trial", body, language: "en");

        var steps = (await DesignerSeat.JsonOf(answer))["steps"]!.AsArray();
        var first = steps.First(step => (string?)step!["kind"] == "human")!;
        Assert.Equal(("Sign in", "签收", "Sign in", "Refuse"), ((string?)first["node"], (string?)first["outcome"], (string?)first["labels"]!["签收"], (string?)first["labels"]!["退回"]));
        Assert.All(steps, step => Assert.DoesNotContain((string)step!["node"]!, letter => letter > '\u2e80'));
    }

    [Fact]
    public async Task Trial_WithChoices_TakesThemInTurn()
    {
        using var owner = await DesignerSeat.Async(site, "owner");

        var result = await TryAsync(owner, "online-audit", "签收", "提交", "退回");

        Assert.Equal(["签收:签收", "稽查处理:提交", "单位审核:退回", "稽查处理:提交", "单位审核:同意"], Questions(result).Take(5));
    }

    [Fact]
    public async Task Trial_OfTheTaskLifecycle_FollowsItsCasesWithoutRows()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        var before = await CountAsync();

        var result = await TryAsync(owner, "audit-task");

        Assert.Equal("finished", (string?)result["end"]);
        Assert.Equal(["在线监控:需处理", "生成任务:生成", "派发工单:派发", "签收:签收", "稽查处理:提交", "单位审核:同意", "复核:通过", "评价考核:完成", "持续改进:完成"], Questions(result));
        var inside = result["steps"]!.AsArray().Where(step => (string?)step!["node"] == "稽查处理").Select(step => (string?)step!["inside"]);
        Assert.Equal([(string?)(await DesignerSeat.JsonOf(await owner.OpenAsync("online-audit")))["name"]], inside);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Trial_OfADraftThatStartsManyChildren_FollowsAFewAndCountsTheOthers()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        await owner.SaveAsync(DesignerTests.Lifecycle("small-child"));
        await owner.SaveAsync(DesignerTests.LifecycleThrough("many-children", """
            {"id":"bulk","type":"Elsa.BulkDispatchWorkflows","version":1,"name":"B",
             "workflowDefinitionId":{"typeName":"String","expression":{"type":"Literal","value":"small-child"}},
             "items":{"typeName":"Object","expression":{"type":"JavaScript","value":"[1,2,3,4,5,6,7,8]"}},
             "waitForCompletion":{"typeName":"Boolean","expression":{"type":"Literal","value":true}}}
            """));

        var result = await TryAsync(owner, "many-children");

        Assert.Equal(("finished", 3), ((string?)result["end"], (int)result["passedBy"]!));
        Assert.Equal(5, result["steps"]!.AsArray().Count(step => (string?)step!["inside"] == "流程 small-child" && (string?)step["activityId"] == "say"));
    }

    [Fact]
    public async Task Trial_OfADraftThatStartsItself_ComesToAnEnd()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        await owner.SaveAsync(DesignerTests.LifecycleThrough("starts-itself", """
            {"id":"again","type":"Elsa.ExecuteWorkflow","version":1,"name":"E","workflowDefinitionId":{"typeName":"String","expression":{"type":"Literal","value":"starts-itself"}},
             "waitForCompletion":{"typeName":"Boolean","expression":{"type":"Literal","value":true}}}
            """));

        var result = await TryAsync(owner, "starts-itself");

        Assert.Equal(("finished", 1), ((string?)result["end"], (int)result["passedBy"]!));
    }

    [Fact]
    public async Task Trial_OfADraftThatFails_SaysWhereAndWhy()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        var model = DesignerTests.LifecycleThrough("failing", """
            {"id":"wait","type":"Audit.Wait","version":1,"name":"W","hours":{"typeName":"Decimal","expression":{"type":"Literal","value":"0"}}}
            """);
        await owner.SaveAsync(model);

        var result = await TryAsync(owner, "failing");

        Assert.Equal(("faulted", "wait"), ((string?)result["end"], (string?)result["steps"]!.AsArray()[^1]!["activityId"]));
        Assert.Contains("waits for nothing", (string?)result["reason"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Execute_AsStudioRuns_NamesATrialAndNoInstance()
    {
        using var owner = await DesignerSeat.Async(site, "owner");

        var run = await owner.PostAsync(Definitions + "/online-audit/execute", new { correlationId = (string?)null, versionOptions = "Latest" });

        Assert.Equal(HttpStatusCode.OK, run.StatusCode);
        Assert.Equal("trial~online-audit", run.Headers.GetValues("x-elsa-workflow-instance-id").Single());
        Assert.Empty(Recording.Missing(Recording.Answer("definition-execute"), await DesignerSeat.JsonOf(run)));
    }

    private static async Task<JsonNode> TryAsync(DesignerSeat seat, string definition, params string[] choices) =>
        await DesignerSeat.JsonOf(await seat.PostAsync($"{Definitions}/{definition}/trial", new { choices }));

    private static IEnumerable<string> Questions(JsonNode result) =>
        result["steps"]!.AsArray().Where(step => (string?)step!["kind"] == "human").Select(step => $"{step!["node"]}:{step["outcome"]}");

    private async Task<int> CountAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseDbContext>();
        return await db.Set<WorkItem>().CountAsync() + await db.Set<Notification>().CountAsync() + await db.Set<AuditCase>().CountAsync() + await db.Set<InstanceRow>().CountAsync();
    }
}
