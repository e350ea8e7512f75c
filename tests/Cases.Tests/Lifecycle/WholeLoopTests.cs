using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Libraries;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Tests.Inbox;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Lifecycle;

/// <summary>One case through all seven stages on the shipped lifecycles, with a return and a second handling.</summary>
public sealed class WholeLoopTests
{
    [Theory]
    [MemberData(nameof(AuditWorld.Databases), MemberType = typeof(AuditWorld))]
    public async Task Loop_FromAnomalyToHazard_GoesThroughSevenStagesWithAReturn(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var (first, second) = (await world.AnomalyAsync(), await world.AnomalyAsync());
        var taskId = await world.CreateTaskAsync(first, second);
        var task = SubjectRef.Task(taskId);

        Assert.Equal(("task", "creating"), await StandsAsync(world, taskId));
        await world.AnswerAsync(AuditWorld.Analyst, task, "生成", Confirmation());
        var drafted = Assert.Single(await world.CasesAsync(taskId));
        Assert.Equal(("draft", "GD-37030601-202605-00001"), (drafted.State, drafted.Number));

        await world.AnswerAsync(AuditWorld.Analyst, task, "派发");
        var case1 = SubjectRef.Case(drafted.Id);
        Assert.Equal(("dispatch", "dispatched"), Stands(await world.CaseAsync(drafted.Id)));

        Assert.Equal(("handle", "handling"), await world.AnswerAsync(AuditWorld.County, case1, "签收"));
        await world.AddEvidenceAsync(drafted.Id);
        Assert.Equal(("recheck", "unit-review"), await world.AnswerAsync(AuditWorld.Handler, case1, "提交", Answers.Confirmed()));
        Assert.Equal(("recheck", "recheck"), await world.AnswerAsync(AuditWorld.County, case1, "同意", Opinion()));
        Assert.Equal(("handle", "handling"), await world.AnswerAsync(AuditWorld.Reviewer, case1, "退回", Return(), "请补充计算依据"));
        Assert.Equal(AuditWorld.Handler.Id, (await world.OpenAsync(case1)).AssigneeId);
        Assert.Equal(("recheck", "unit-review"), await world.AnswerAsync(AuditWorld.Handler, case1, "提交", Answers.Confirmed()));
        await world.AnswerAsync(AuditWorld.County, case1, "同意", Opinion());
        Assert.Equal(("evaluate", "evaluating"), await world.AnswerAsync(AuditWorld.Reviewer, case1, "通过", Opinion()));
        Assert.Equal(("improve", "improving"), await world.AnswerAsync(AuditWorld.Reviewer, case1, "完成", Score()));
        Assert.Equal(("closed", "closed"), await world.AnswerAsync(AuditWorld.Owner, case1, "完成", Improvement()));

        var closed = await world.CaseAsync(drafted.Id);
        Assert.Equal((1, "confirmed-internal", "03", 12800.50m, 92.5m), (closed.Returns, closed.Conclusion, closed.RootCause, closed.RecoveredYuan, closed.Score));
        Assert.Equal(("closed", "closed"), await StandsAsync(world, taskId));
        Assert.Equal(AnomalyStates.Done, (await world.AnomalyAsync(first)).State);

        var hazard = await world.ReadAsync(db => db.Set<Hazard>().SingleAsync());
        Assert.Equal(("YH-37030601-202606-00001", "政策执行偏差", drafted.Id), (hazard.Number, hazard.RootCause, hazard.CaseId));
        Assert.Contains("增加系统校验", hazard.BodyMd, StringComparison.Ordinal);
        Assert.Equal(0, await world.ReadAsync(db => db.Set<WorkItem>().CountAsync(row => row.State == WorkItemStates.Open)));
        Assert.Equal(["case.created", "case.dispatched"], (await world.HistoryKindsAsync(case1)).Take(2));
        Assert.Equal(9, (await world.HistoryKindsAsync(case1)).Count(kind => kind == "work-item.completed"));
    }

    [Fact]
    public async Task SignIn_RefusedByTheUnit_GivesTheAnomaliesBackToTheAnalyst()
    {
        await using var world = await AuditWorld.CreateAsync();
        var anomaly = await world.AnomalyAsync();
        var audited = await world.DispatchedCaseAsync(anomaly);

        await world.AnswerAsync(AuditWorld.County, SubjectRef.Case(audited.Id), "退回", new JsonObject { ["refusalReason"] = "wrong-unit" }, "属于邻县");

        var back = await world.AnomalyAsync(anomaly);
        Assert.Equal((AnomalyStates.ToHandle, null, null), (back.State, back.TaskId, back.CaseId));
        Assert.Equal("returned", (await world.CaseAsync(audited.Id)).State);
        Assert.True(await world.CreateTaskAsync(anomaly) > 0);
    }

    [Fact]
    public async Task Return_ForTheSecondTime_EscalatesToTheCity()
    {
        await using var world = await AuditWorld.CreateAsync();
        var id = (await world.DispatchedCaseAsync()).Id;
        var subject = SubjectRef.Case(id);
        await world.AnswerAsync(AuditWorld.County, subject, "签收");
        for (var round = 1; round <= 2; round++)
        {
            Assert.Equal(0, (await world.CaseAsync(id)).EscalationLevel);
            await world.AnswerAsync(AuditWorld.Handler, subject, "提交", Answers.Normal());
            await world.AnswerAsync(AuditWorld.County, subject, "退回", Return(), "仍未说明");
        }

        Assert.Equal((2, 1), ((await world.CaseAsync(id)).Returns, (await world.CaseAsync(id)).EscalationLevel));
        Assert.Single(await world.HistoryKindsAsync(subject), kind => kind == "case.escalated");
        Assert.Equal(
            [AuditWorld.Reviewer.Id, AuditWorld.HandlerAsReviewer.Id],
            await world.ReadAsync(db => db.Set<Notification>().Where(row => row.Kind == "case.escalated").OrderBy(row => row.AccountId).Select(row => row.AccountId).ToListAsync()));
    }

    [Fact]
    public async Task Close_UnfoundedCase_WritesNoHazard()
    {
        await using var world = await AuditWorld.CreateAsync();
        var audited = await world.DispatchedCaseAsync();
        var subject = SubjectRef.Case(audited.Id);
        await world.AnswerAsync(AuditWorld.County, subject, "签收");
        await world.AnswerAsync(AuditWorld.Handler, subject, "提交", Answers.Normal());
        await world.AnswerAsync(AuditWorld.County, subject, "同意", Opinion());
        await world.AnswerAsync(AuditWorld.Reviewer, subject, "通过", Opinion());
        await world.AnswerAsync(AuditWorld.Reviewer, subject, "完成", Score());
        Assert.Equal(("closed", "closed"), await world.AnswerAsync(AuditWorld.Owner, subject, "完成", Improvement()));
        Assert.Equal(0, await world.ReadAsync(db => db.Set<Hazard>().CountAsync()));
    }

    internal static JsonObject Confirmation() => new() { ["title"] = "6月两部制电价稽查", ["type"] = "routine", ["urgency"] = "normal" };

    internal static JsonObject Opinion() => new() { ["opinion"] = "情况属实，佐证齐全" };

    internal static JsonObject Return() => new() { ["opinion"] = "金额依据不足", ["returnCode"] = "money" };

    internal static JsonObject Score() => new() { ["score"] = 92.5, ["timeliness"] = "good", ["quality"] = "good" };

    internal static JsonObject Improvement() => new()
    {
        ["rootCause"] = "03", ["analysis"] = "改类流程缺少电价校验，变更后无人复核。", ["measures"] = "- 增加系统校验\n- 培训核算员",
    };

    private static (string, string) Stands(AuditCase row) => (row.Stage, row.State);

    private static async Task<(string, string)> StandsAsync(AuditWorld world, long taskId)
    {
        var task = await world.TaskAsync(taskId);
        return (task.Stage, task.State);
    }
}
