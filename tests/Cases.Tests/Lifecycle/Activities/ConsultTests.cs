using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;

namespace CaseMgmt.Cases.Tests.Lifecycle.Activities;

public sealed class ConsultTests
{
    [Fact]
    public async Task Consult_OnATask_WaitsForEveryAnswer()
    {
        await using var world = await ApproveTests.TaskWorldAsync("Audit.Consult", "已反馈", ("signers", """["reviewer","process-owner"]"""));
        var task = SubjectRef.Task(await world.CreateTaskAsync(await world.AnomalyAsync()));
        Assert.Equal(("task", "consulting"), await world.AnswerAsync(AuditWorld.Analyst, task, "生成", WholeLoopTests.Confirmation()));
        var asked = await world.AllOpenAsync(task);
        Assert.Equal(["process-owner", "reviewer"], asked.Select(item => item.RoleName).Order());

        Assert.IsNotType<Resources.Problem>(await world.TryAnswerAsync(AuditWorld.Owner, asked.Single(item => item.RoleName == "process-owner"), "已反馈", Opinion()));
        Assert.Equal("consulting", (await world.TaskAsync(task.Id)).State);

        Assert.Equal(("dispatch", "dispatching"), await world.AnswerAsync(AuditWorld.Reviewer, task, "已反馈", Opinion()));
    }

    private static JsonObject Opinion() => new() { ["opinion"] = "建议先派发重点台区", ["adopt"] = true };
}
