using System.Text.Json.Nodes;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Cases.Tests.Lifecycle;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Tasks;

/// <summary>From anomalies to work orders: the inputs of Monitor and GenerateTask change what happens.</summary>
public sealed class TaskLifecycleTests
{
    [Fact]
    public async Task Monitor_WithUntriagedAnomalies_AsksTheAnalystOnce()
    {
        await using var world = await AuditWorld.CreateAsync();
        var (known, fresh) = (await world.AnomalyAsync(), await world.AnomalyAsync(state: AnomalyStates.New));
        var task = await world.CreateTaskAsync(known, fresh);

        Assert.Equal("在线监控", (await world.OpenAsync(SubjectRef.Task(task))).Title);
        Assert.Equal(("task", "creating"), await world.AnswerAsync(AuditWorld.Analyst, SubjectRef.Task(task), "需处理", new JsonObject { ["analysis"] = "容量超过门槛" }));
        Assert.Equal(AnomalyStates.InTask, (await world.AnomalyAsync(fresh)).State);
    }

    [Fact]
    public async Task Monitor_RestIgnored_LetsItGoAndKeepsTheOthers()
    {
        await using var world = await AuditWorld.CreateAsync();
        var (known, fresh) = (await world.AnomalyAsync(), await world.AnomalyAsync(state: AnomalyStates.New));
        var task = await world.CreateTaskAsync(known, fresh);

        await world.AnswerAsync(AuditWorld.Analyst, SubjectRef.Task(task), "不处理", new JsonObject { ["analysis"] = "季节性用电" }, "季节性用电，属正常");

        var ignored = await world.AnomalyAsync(fresh);
        Assert.Equal((AnomalyStates.Ignored, null, "季节性用电，属正常"), (ignored.State, ignored.TaskId, ignored.TriageReason));
        Assert.Equal("creating", (await world.TaskAsync(task)).State);
    }

    [Fact]
    public async Task Monitor_EverythingIgnored_EndsTheTaskWithoutOrders()
    {
        await using var world = await AuditWorld.CreateAsync();
        var task = await world.CreateTaskAsync(await world.AnomalyAsync(state: AnomalyStates.New));
        Assert.Equal(("closed", "cancelled"), await world.AnswerAsync(
            AuditWorld.Analyst, SubjectRef.Task(task), "不处理", new JsonObject { ["analysis"] = "季节性用电" }, "属正常"));
        Assert.Empty(await world.CasesAsync(task));
    }

    [Fact]
    public async Task Monitor_WithThemes_AdmitsOnlyThoseAndSaysSo()
    {
        await using var world = await AuditWorld.CreateAsync(change: (key, json) =>
            key == "audit-task" ? With(json, "monitor", "themes", """["DJ-01"]""") : json);
        var (mine, other) = (await world.AnomalyAsync("DJ-01"), await world.AnomalyAsync("JL-01"));
        var task = await world.CreateTaskAsync(mine, other);

        Assert.Equal((AnomalyStates.ToHandle, null), ((await world.AnomalyAsync(other)).State, (await world.AnomalyAsync(other)).TaskId));
        Assert.Equal(task, (await world.AnomalyAsync(mine)).TaskId);
        Assert.Contains("task.anomalies-left", await world.HistoryKindsAsync(SubjectRef.Task(task)));
    }

    [Fact]
    public async Task GenerateTask_AutomaticByUnitOnly_PlansWithoutAsking()
    {
        await using var world = await AuditWorld.CreateAsync(change: (key, json) =>
            key == "audit-task" ? With(With(json, "generate", "mode", "automatic"), "generate", "grouping", """["unit"]""") : json);
        var task = await world.CreateTaskAsync(
            await world.AnomalyAsync("DJ-01"), await world.AnomalyAsync("JL-01"), await world.AnomalyAsync("DJ-01", orgPath: AuditWorld.Station2));

        Assert.Equal("派发工单", (await world.OpenAsync(SubjectRef.Task(task))).Title);
        Assert.Equal(["37030601", "37030602"], (await world.CasesAsync(task)).Select(row => row.OrgNo));
    }

    [Fact]
    public async Task GenerateTask_WithTwoItemsPerOrder_SplitsThem()
    {
        await using var world = await AuditWorld.CreateAsync(change: (key, json) => key == "audit-task" ? With(json, "generate", "maxItems", "2") : json);
        var task = await world.CreateTaskAsync(await world.AnomalyAsync(), await world.AnomalyAsync(), await world.AnomalyAsync());
        await world.AnswerAsync(AuditWorld.Analyst, SubjectRef.Task(task), "生成", WholeLoopTests.Confirmation());

        Assert.Equal(2, (await world.CasesAsync(task)).Count);
        Assert.Equal(3, await world.ReadAsync(db => db.Set<CaseItem>().CountAsync()));
        Assert.Equal("routine", (await world.TaskAsync(task)).Type);
    }

    [Fact]
    public async Task GenerateTask_WithFiftyThousandYuanAtStake_MakesTheOrdersOneStepMoreUrgent()
    {
        await using var world = await AuditWorld.CreateAsync();
        var task = await world.CreateTaskAsync(await world.AnomalyAsync(level: "1"));
        var confirmation = WholeLoopTests.Confirmation();
        confirmation["estimatedYuan"] = "50000";
        await world.AnswerAsync(AuditWorld.Analyst, SubjectRef.Task(task), "生成", confirmation);
        Assert.Equal("critical", (await world.CasesAsync(task))[0].Urgency);
    }

    [Fact]
    public async Task CreateTask_PostedTwice_MakesOneTask()
    {
        await using var world = await AuditWorld.CreateAsync();
        var anomaly = await world.AnomalyAsync();
        var first = Created(await world.TryCreateTaskAsync(AuditWorld.Analyst, "key-1", anomaly));
        var second = Created(await world.TryCreateTaskAsync(AuditWorld.Analyst, "key-1", anomaly));
        Assert.Equal(first, second);
        Assert.Equal(1, await world.ReadAsync(db => db.Set<AuditTask>().CountAsync()));
    }

    [Fact]
    public async Task CreateTask_WithAnAnomalyOfAnotherTask_MakesNothing()
    {
        await using var world = await AuditWorld.CreateAsync();
        var (free, taken) = (await world.AnomalyAsync(), await world.AnomalyAsync());
        await world.CreateTaskAsync(taken);

        var refused = Assert.IsType<Problem>(await world.TryCreateTaskAsync(AuditWorld.Analyst, "key-2", free, taken));

        Assert.Equal("anomaly-taken", refused.Code);
        Assert.Null((await world.AnomalyAsync(free)).TaskId);
        Assert.Equal(1, await world.ReadAsync(db => db.Set<AuditTask>().CountAsync()));
    }

    [Fact]
    public async Task CreateTask_WithAnAnomalyOutsideTheOwnOrganisation_SaysItDoesNotExist()
    {
        await using var world = await AuditWorld.CreateAsync();
        var foreign = await world.AnomalyAsync(orgPath: "/37/3704/370401/");
        Assert.Equal("not-found", Assert.IsType<Problem>(await world.TryCreateTaskAsync(AuditWorld.Analyst, "key-3", foreign)).Code);
    }

    [Fact]
    public async Task Task_WithSeveralOrders_ClosesWithTheLast()
    {
        await using var world = await AuditWorld.CreateAsync();
        var task = await world.CreateTaskAsync(await world.AnomalyAsync(), await world.AnomalyAsync(orgPath: AuditWorld.Station2));
        await world.AnswerAsync(AuditWorld.Analyst, SubjectRef.Task(task), "生成", WholeLoopTests.Confirmation());
        await world.AnswerAsync(AuditWorld.Analyst, SubjectRef.Task(task), "派发");
        var cases = await world.CasesAsync(task);
        JsonObject reason = new() { ["refusalReason"] = "wrong-unit" };

        await world.AnswerAsync(AuditWorld.County, SubjectRef.Case(cases[0].Id), "退回", reason, "不属于本单位");
        Assert.Equal("dispatch", (await world.TaskAsync(task)).Stage);
        await world.AnswerAsync(AuditWorld.County, SubjectRef.Case(cases[1].Id), "退回", reason.DeepClone().AsObject(), "不属于本单位");
        Assert.Equal("closed", (await world.TaskAsync(task)).Stage);
        Assert.Equal(0, await world.ReadAsync(db => db.Set<WorkItem>().CountAsync(row => row.State == WorkItemStates.Open)));
    }

    private static CreateTask.Created Created(IResult result) => (CreateTask.Created)((IValueHttpResult)result).Value!;

    private static JsonObject With(JsonObject json, string node, string input, string value)
    {
        SwapTests.Node(json, node)[input]!["expression"]!["value"] = value;
        return json;
    }
}
