using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Cases.Tests.Lifecycle;
using CaseMgmt.Cases.Tests.Lifecycle.Activities;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Tasks;

/// <summary>A task that should not go out is taken back by who made it, and what was in it can go out with another.</summary>
public sealed class WithdrawTaskTests
{
    public static TheoryData<StoreProvider> Databases() => AuditWorld.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task RejectedTask_Withdrawn_FreesItsAnomaliesForAnotherTask(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var anomalies = new[] { await world.AnomalyAsync(), await world.AnomalyAsync("YJ-01") };
        var task = SubjectRef.Task(await world.CreateTaskAsync(anomalies));
        await world.AnswerAsync(AuditWorld.Analyst, task, "生成", Plan());
        await world.AnswerAsync(AuditWorld.Manager, task, "驳回", ApproveTests.Opinion(), "范围过大");
        Assert.Equal(204, StatusOf(await WithdrawAsync(world, task.Id, AuditWorld.Analyst)));

        var withdrawn = await world.TaskAsync(task.Id);
        Assert.Equal(("closed", "cancelled"), (withdrawn.Stage, withdrawn.State));
        Assert.NotNull(withdrawn.ClosedAt);
        Assert.All(await world.CasesAsync(task.Id), draft => Assert.Equal("cancelled", draft.State));
        Assert.Empty(await world.AllOpenAsync(task));
        Assert.Contains("task.cancelled", await world.HistoryKindsAsync(task));
        foreach (var id in anomalies)
        {
            var free = await world.AnomalyAsync(id);
            Assert.Equal((AnomalyStates.ToHandle, null, null), (free.State, free.TaskId, free.CaseId));
        }

        var again = SubjectRef.Task(await world.CreateTaskAsync(anomalies));
        await world.AnswerAsync(AuditWorld.Analyst, again, "生成", Plan("online"));
        await world.AnswerAsync(AuditWorld.Analyst, again, "派发");
        Assert.All(await world.CasesAsync(again.Id), order => Assert.Equal("dispatched", order.State));
        Assert.Empty(await world.ReadAsync(db => db.Set<OutboxRow>().ToListAsync()));
    }

    [Fact]
    public async Task Task_ThatNobodyHasJudgedYet_IsWithdrawnWithWhatWasUnjudgedStillSo()
    {
        await using var world = await AuditWorld.CreateAsync();
        var (judged, open) = (await world.AnomalyAsync(), await world.AnomalyAsync("YJ-01", AnomalyStates.New));
        var task = await world.CreateTaskAsync(judged, open);
        Assert.Equal(204, StatusOf(await WithdrawAsync(world, task, AuditWorld.Analyst)));
        Assert.Equal((AnomalyStates.ToHandle, AnomalyStates.New), ((await world.AnomalyAsync(judged)).State, (await world.AnomalyAsync(open)).State));
    }

    [Fact]
    public async Task Task_OfAColleague_IsWithdrawnByAManagerOnly()
    {
        await using var world = await AuditWorld.CreateAsync();
        var task = await world.CreateTaskAsync(await world.AnomalyAsync());
        Assert.Equal("task-not-maker", CodeOf(await WithdrawAsync(world, task, AuditWorld.Colleague)));
        Assert.Equal("task-not-maker", CodeOf(await WithdrawAsync(world, task, AuditWorld.Handler with { OrgPath = "/37/3703/" })));
        Assert.Equal("not-found", CodeOf(await WithdrawAsync(world, task, AuditWorld.Analyst with { OrgPath = "/37/3703/370306/" })));
        Assert.Equal("task-withdraw-reason", CodeOf(await WithdrawAsync(world, task, AuditWorld.Reviewer, " 四个字 ")));
        Assert.Equal(204, StatusOf(await WithdrawAsync(world, task, AuditWorld.Reviewer)));
        Assert.Equal("task-out", CodeOf(await WithdrawAsync(world, task, AuditWorld.Reviewer)));
    }

    [Fact]
    public async Task Task_WhoseOrdersAreOut_StaysOut()
    {
        await using var world = await AuditWorld.CreateAsync();
        var order = await world.DispatchedCaseAsync();
        Assert.Equal("task-out", CodeOf(await WithdrawAsync(world, order.TaskId, AuditWorld.Analyst)));
        Assert.Equal("dispatched", (await world.CaseAsync(order.Id)).State);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Withdrawal_BesideTheDispatch_EitherOneHoldsAndNeverBoth(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var anomaly = await world.AnomalyAsync();
        var task = SubjectRef.Task(await world.CreateTaskAsync(anomaly));
        await world.AnswerAsync(AuditWorld.Analyst, task, "生成", Plan("online"));
        var question = await world.OpenAsync(task);
        var (withdrawn, dispatched) = (Task.Run(() => WithdrawAsync(world, task.Id, AuditWorld.Analyst)), Task.Run(() => world.TryAnswerAsync(AuditWorld.Analyst, question, "派发")));
        var (taken, sent) = (StatusOf(await withdrawn) == 204, await dispatched is not Problem);

        Assert.True(taken ^ sent, $"withdrawn {taken}, dispatched {sent}");
        Assert.Equal(sent ? "dispatched" : "cancelled", (await world.CasesAsync(task.Id)).Single().State);
        Assert.Equal(sent ? AnomalyStates.InTask : AnomalyStates.ToHandle, (await world.AnomalyAsync(anomaly)).State);
    }

    private static Task<IResult> WithdrawAsync(AuditWorld world, long task, CurrentAccount who, string reason = "范围需要重新确定") =>
        world.AskAsync<WithdrawTask>(door => door.HandleAsync(task, new WithdrawTask.Request(reason), who));

    private static int? StatusOf(IResult result) => (result as IStatusCodeHttpResult)?.StatusCode;

    private static string CodeOf(IResult result) => Assert.IsType<Problem>(result).Code;

    private static JsonObject Plan(string type = "special") => new() { ["title"] = "6月两部制电价稽查", ["type"] = type, ["urgency"] = "normal" };
}
