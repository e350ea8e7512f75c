using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Tests.Lifecycle;
using CaseMgmt.Cases.Tests.Lifecycle.Activities;
using CaseMgmt.Workflows.Runtime;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Tasks;

/// <summary>What goes out only with a second person's word: special audits, and tasks with a theme of the highest level.</summary>
public sealed class TaskApprovalTests
{
    [Fact]
    public async Task SpecialAudit_Planned_WaitsForTheProvinceAndGoesOutWithItsWord()
    {
        await using var world = await AuditWorld.CreateAsync();
        var task = SubjectRef.Task(await world.CreateTaskAsync(await world.AnomalyAsync()));
        Assert.Equal(("task", "pending-approval"), await world.AnswerAsync(AuditWorld.Analyst, task, "生成", Plan("special")));

        var asked = await world.OpenAsync(task);
        Assert.Equal(("任务审批", "Approve the task", "provincial-manager", "approval"), (asked.Title, asked.TitleEn, asked.RoleName, asked.FormKey));
        Assert.NotNull(asked.DueAt);
        Assert.Equal(("dispatch", "dispatching"), await world.AnswerAsync(AuditWorld.Manager, task, "批准", ApproveTests.Opinion()));
        await world.AnswerAsync(AuditWorld.Analyst, task, "派发");
        Assert.Equal("dispatched", (await world.CasesAsync(task.Id))[0].State);
        Assert.Contains("work-item.completed", await world.HistoryKindsAsync(task));
    }

    [Theory]
    [InlineData("online")]
    [InlineData("routine")]
    [InlineData("review")]
    [InlineData("sampling")]
    [InlineData("onsite")]
    public async Task Task_OfAnotherType_GoesStraightToDispatch(string type)
    {
        await using var world = await AuditWorld.CreateAsync();
        var task = SubjectRef.Task(await world.CreateTaskAsync(await world.AnomalyAsync(level: "1")));
        Assert.Equal(("dispatch", "dispatching"), await world.AnswerAsync(AuditWorld.Analyst, task, "生成", Plan(type)));
    }

    [Fact]
    public async Task Task_WithAThemeOfTheHighestLevelAmongOthers_WaitsToo()
    {
        await using var world = await AuditWorld.CreateAsync();
        var task = SubjectRef.Task(await world.CreateTaskAsync(await world.AnomalyAsync(level: "2"), await world.AnomalyAsync("YJ-01", level: "special")));
        Assert.Equal(("task", "pending-approval"), await world.AnswerAsync(AuditWorld.Analyst, task, "生成", Plan("online")));
    }

    [Fact]
    public async Task SpecialAudit_Rejected_IsRevisedAndAskedForAgainUnderWhateverTypeItHasThen()
    {
        await using var world = await AuditWorld.CreateAsync();
        var task = SubjectRef.Task(await world.CreateTaskAsync(await world.AnomalyAsync()));
        await world.AnswerAsync(AuditWorld.Analyst, task, "生成", Plan("special"));
        Assert.Equal(("task", "draft"), await world.AnswerAsync(AuditWorld.Manager, task, "驳回", ApproveTests.Opinion(), "范围过大"));
        Assert.Equal("修改任务", (await world.OpenAsync(task)).Title);

        Assert.Equal(("task", "pending-approval"), await world.AnswerAsync(AuditWorld.Analyst, task, "生成", Plan("online")));
        await world.AnswerAsync(AuditWorld.Manager, task, "批准", ApproveTests.Opinion());
        Assert.Single(await world.CasesAsync(task.Id));
    }

    [Fact]
    public async Task SpecialAudit_ApprovedByWhoMadeTheTask_IsRefusedAlthoughAnotherPlannedIt()
    {
        await using var world = await AuditWorld.CreateAsync();
        var task = SubjectRef.Task(await world.CreateTaskAsync(await world.AnomalyAsync()));
        await world.AnswerAsync(AuditWorld.Analyst, task, "生成", Plan("special"));
        await world.Door.RunAsync("system", async session =>
        {
            await session.ExecuteAsync($"update audit_task set created_by = {AuditWorld.Manager.Id} where id = {task.Id}");
        });
        var refused = await world.TryAnswerAsync(AuditWorld.Manager, await world.OpenAsync(task), "批准", ApproveTests.Opinion());
        Assert.Contains("four-eyes", AuditWorld.Describe(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Task_OfTheVersionBefore_GoesOnAsItBeganAndCanBeMoved()
    {
        await using var world = await AuditWorld.CreateAsync(change: (key, json) => key == "audit-task" ? Before() : json);
        var (stays, moves) = (SubjectRef.Task(await world.CreateTaskAsync(await world.AnomalyAsync())), SubjectRef.Task(await world.CreateTaskAsync(await world.AnomalyAsync())));
        var published = await world.Get<DefinitionStore>().ImportAsync(await File.ReadAllTextAsync(Shipped.Latest("audit-task")), "system", publish: true);

        Assert.Equal(("dispatch", "dispatching"), await world.AnswerAsync(AuditWorld.Analyst, stays, "生成", Plan("special")));

        var instance = (await world.OpenAsync(moves)).InstanceId;
        var request = new MigrateRequest([instance], published.Version, new Dictionary<string, string>(), AuditWorld.Owner.Actor, DryRun: false);
        var result = Assert.Single(await world.Get<InstanceMigration>().RunAsync(request));
        Assert.True(result.Moved, result.Reason);
        Assert.Equal(("task", "pending-approval"), await world.AnswerAsync(AuditWorld.Analyst, moves, "生成", Plan("special")));
    }

    private static JsonObject Before() => JsonNode.Parse(File.ReadAllText(Shipped.Folder("audit-task", "v2.json")))!.AsObject();

    private static JsonObject Plan(string type) => new() { ["title"] = "6月两部制电价稽查", ["type"] = type, ["urgency"] = "normal" };
}
