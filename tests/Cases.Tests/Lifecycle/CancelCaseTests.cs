using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tests.Inbox;
using Microsoft.AspNetCore.Http;

namespace CaseMgmt.Cases.Tests.Lifecycle;

/// <summary>作废: only before somebody began, only a manager, never what is supervised.</summary>
public sealed class CancelCaseTests
{
    [Fact]
    public async Task Order_CancelledBeforeItIsSigned_FreesItsAnomalyAndItsTaskEndsWithTheRest()
    {
        await using var world = await AuditWorld.CreateAsync();
        var (wrong, right) = (await world.AnomalyAsync(), await world.AnomalyAsync(orgPath: AuditWorld.Station2));
        var first = await world.DispatchedCaseAsync(wrong, right);
        var orders = await world.CasesAsync(first.TaskId);
        var cancelled = SubjectRef.Case(orders.Single(row => row.OrgPath == AuditWorld.Station).Id);
        Assert.Equal(StatusCodes.Status204NoContent, (await CancelAsync(world, cancelled.Id) as IStatusCodeHttpResult)?.StatusCode);

        var row = await world.CaseAsync(cancelled.Id);
        Assert.Equal(("closed", "cancelled"), (row.Stage, row.State));
        Assert.Empty(await world.AllOpenAsync(cancelled));
        Assert.Equal((AnomalyStates.ToHandle, null), ((await world.AnomalyAsync(wrong)).State, (await world.AnomalyAsync(wrong)).CaseId));
        Assert.Contains("case.cancelled", await world.HistoryKindsAsync(cancelled));
        Assert.Equal("dispatched", (await world.TaskAsync(first.TaskId)).State);

        var rest = SubjectRef.Case(orders.Single(each => each.Id != cancelled.Id).Id);
        await world.AnswerAsync(AuditWorld.County, rest, "退回", new() { ["refusalReason"] = "wrong-unit" }, "不属于本单位");
        Assert.Equal("closed", (await world.TaskAsync(first.TaskId)).State);
        Assert.True(await world.CreateTaskAsync(wrong) > 0);
    }

    [Fact]
    public async Task Order_ThatIsSignedOrSupervisedOrOver_IsNotCancelled()
    {
        await using var world = await AuditWorld.CreateAsync();
        var order = await world.DispatchedCaseAsync();
        Assert.Equal("not-found", CodeOf(await CancelAsync(world, 77)));
        Assert.Equal("case-cancel-reason", CodeOf(await CancelAsync(world, order.Id, "错")));
        await world.Door.RunAsync("system", async session => await session.ExecuteAsync($"update audit_case set escalation_level = 2 where id = {order.Id}"));
        Assert.Equal("case-supervised", CodeOf(await CancelAsync(world, order.Id)));
        await world.AnswerAsync(AuditWorld.County, SubjectRef.Case(order.Id), "签收");
        Assert.Equal("case-begun", CodeOf(await CancelAsync(world, order.Id)));
        Assert.Equal("handling", (await world.CaseAsync(order.Id)).State);
    }

    private static Task<IResult> CancelAsync(AuditWorld world, long id, string reason = "派错了单位") =>
        world.AskAsync<CancelCase>(door => door.HandleAsync(id, new CancelCase.Request(reason), AuditWorld.Reviewer));

    private static string CodeOf(IResult result) => Assert.IsType<Problem>(result).Code;
}
