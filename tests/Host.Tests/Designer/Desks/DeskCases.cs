using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Workflows.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Designer.Desks;

/// <summary>Cases on the shipped lifecycle, started and answered behind the interface.</summary>
internal static class DeskCases
{
    /// <summary>A case of a station on the published lifecycle; it waits at sign-in.</summary>
    public static async Task<long> StartCaseAsync(this Site site, string orgNo = "37030601")
    {
        var id = site.NextId();
        await site.CommitAsync(session => session.InsertAsync(new AuditCase
        {
            Id = id, Number = $"GD-{orgNo}-{id}", Title = "电费异常核查", ThemeCode = "DJ-01", OrgNo = orgNo, OrgPath = $"/37/3703/370306/{orgNo}/", InstanceId = $"desk-{id}", CreatedAt = session.Now,
        }));
        var started = await site.Services.GetRequiredService<WorkflowRuntime>()
            .StartAsync(new StartRequest(ShippedLifecycle.Id, new JsonObject { ["Item"] = id }) { CorrelationId = $"case/{id}", InstanceId = $"desk-{id}" });
        Assert.IsType<RuntimeResult.Landed>(started);
        return id;
    }

    /// <summary>Answers the open question of a case, by the account of this id.</summary>
    public static async Task AnswerAsync(this Site site, long caseId, string outcome, JsonObject? answers = null, long by = 1)
    {
        var item = await site.OpenItemAsync(caseId);
        var answer = new Answer(outcome, "意见", answers ?? [], by);
        var landed = await site.Services.GetRequiredService<WorkflowRuntime>().ResumeAsync(new ResumeRequest(item.InstanceId, item.BookmarkId, answer.ToPayload()));
        Assert.IsType<RuntimeResult.Landed>(landed);
    }

    public static async Task<WorkItem> OpenItemAsync(this Site site, long caseId)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var subject = $"case/{caseId}";
        return await scope.ServiceProvider.GetRequiredService<CaseDbContext>().Set<WorkItem>().AsNoTracking().SingleAsync(row => row.Subject == subject && row.State == WorkItemStates.Open);
    }

    /// <summary>From sign-in to closed; with <paramref name="returns"/> rounds back from the unit review.</summary>
    public static async Task<long> ClosedCaseAsync(this Site site, string orgNo = "37030601", int returns = 0)
    {
        var id = await site.StartCaseAsync(orgNo);
        await site.AnswerAsync(id, "签收");
        for (var round = 0; round < returns; round++)
        {
            await site.AnswerAsync(id, "提交", Reply());
            await site.AnswerAsync(id, "退回", new JsonObject { ["opinion"] = "依据不足", ["returnCode"] = "evidence" });
        }

        await site.AnswerAsync(id, "提交", Reply());
        await site.AnswerAsync(id, "同意", new JsonObject { ["opinion"] = "情况属实" });
        await site.AnswerAsync(id, "通过", new JsonObject { ["opinion"] = "情况属实" });
        await site.AnswerAsync(id, "完成", new JsonObject { ["score"] = 92.5, ["timeliness"] = "good", ["quality"] = "good" });
        await site.AnswerAsync(id, "完成", new JsonObject { ["rootCause"] = "03", ["analysis"] = "改类流程缺少电价校验，变更后无人复核。", ["measures"] = "- 增加系统校验" });
        return id;
    }

    private static JsonObject Reply() => new()
    {
        ["checkedBy"] = "system", ["checkedAt"] = "2026-06-10", ["conclusion"] = "normal", ["explanation"] = "经核查电量波动由生产停工引起，系统曲线正常，无异常用电。",
    };
}
