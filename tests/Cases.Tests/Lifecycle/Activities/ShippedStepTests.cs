using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Tasks;

namespace CaseMgmt.Cases.Tests.Lifecycle.Activities;

/// <summary>The steps of the shipped lifecycles, each alone: what its answer leaves on the case.</summary>
public sealed class ShippedStepTests
{
    [Fact]
    public async Task UnitReview_Returned_CountsAgainstTheReply()
    {
        await using var world = await OneStep.CreateAsync("Audit.UnitReview");
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        await world.AnswerAsync(AuditWorld.County, subject, "退回", WholeLoopTests.Return(), "请补充依据");
        Assert.Equal(1, (await world.CaseAsync(subject.Id)).Returns);
    }

    [Fact]
    public async Task Evaluate_WithAScore_WritesItOnTheCase()
    {
        await using var world = await OneStep.CreateAsync("Audit.Evaluate");
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        await world.AnswerAsync(AuditWorld.Reviewer, subject, "完成", WholeLoopTests.Score());
        Assert.Equal(92.5m, (await world.CaseAsync(subject.Id)).Score);
    }

    [Fact]
    public async Task Improve_WithARootCause_WritesItOnTheCase()
    {
        await using var world = await OneStep.CreateAsync("Audit.Improve");
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        await world.AnswerAsync(AuditWorld.Owner, subject, "完成", WholeLoopTests.Improvement());
        Assert.NotNull((await world.CaseAsync(subject.Id)).RootCause);
    }

    [Fact]
    public async Task Dispatch_Confirmed_MakesDraftsIntoOrders()
    {
        await using var world = await AuditWorld.CreateAsync();
        var task = SubjectRef.Task(await world.CreateTaskAsync(await world.AnomalyAsync()));
        await world.AnswerAsync(AuditWorld.Analyst, task, "生成", WholeLoopTests.Confirmation());
        Assert.Equal(PlanCasesHandler.DraftState, (await world.CasesAsync(task.Id))[0].State);
        await world.AnswerAsync(AuditWorld.Analyst, task, "派发");
        Assert.Equal("dispatched", (await world.CasesAsync(task.Id))[0].State);
    }

    [Fact]
    public async Task Close_AsReturned_GivesTheAnomalyBack()
    {
        await using var world = await AuditWorld.CreateAsync(change: (key, json) => key == "online-audit" ? Return(json) : json);
        var anomaly = await world.AnomalyAsync();
        await world.DispatchedCaseAsync(anomaly);
        Assert.Null((await world.AnomalyAsync(anomaly)).CaseId);
    }

    private static JsonObject Return(JsonObject json)
    {
        OneStep.Chain(json, OneStep.Node("Audit.Notify"));
        SwapTests.Node(json, "close")["result"] = new JsonObject { ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = "returned" } };
        return json;
    }
}
