using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Tests.Lifecycle;
using CaseMgmt.Cases.Tests.Lifecycle.Activities;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Runtime;

namespace CaseMgmt.Cases.Tests.Inbox;

/// <summary>Who has to do a step over reads why, and nobody else is told so.</summary>
public sealed class SentBackTests
{
    [Fact]
    public async Task Reply_ReturnedByTheUnit_TellsTheHandlerWhoAndWhy()
    {
        await using var world = await AuditWorld.CreateAsync();
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        await world.AnswerAsync(AuditWorld.County, subject, "签收");
        Assert.Null(await ToldAsync(world, subject));
        await world.AddEvidenceAsync(subject.Id);
        await world.AnswerAsync(AuditWorld.Handler, subject, "提交", Answers.Confirmed());
        Assert.Null(await ToldAsync(world, subject));
        await world.AnswerAsync(AuditWorld.County, subject, "退回", WholeLoopTests.Return(), "请补充计算依据");

        var told = await ToldAsync(world, subject);
        Assert.Equal(("单位审核", "退回", "用户2", "请补充计算依据"), (told!.Step, told.Outcome, told.By, told.Text));
        Assert.Equal(("Unit review", "Return"), ((await ToldAsync(world, subject, "en"))!.Step, (await ToldAsync(world, subject, "en"))!.Outcome));
        await world.AnswerAsync(AuditWorld.Handler, subject, "提交", Answers.Confirmed());
        Assert.Null(await ToldAsync(world, subject));
    }

    [Fact]
    public async Task Task_Rejected_TellsItsMakerWhatTheProvinceSaid()
    {
        await using var world = await AuditWorld.CreateAsync();
        var task = SubjectRef.Task(await world.CreateTaskAsync(await world.AnomalyAsync()));
        await world.AnswerAsync(AuditWorld.Analyst, task, "生成", new() { ["title"] = "6月两部制电价稽查", ["type"] = "special", ["urgency"] = "normal" });
        await world.AnswerAsync(AuditWorld.Manager, task, "驳回", ApproveTests.Opinion(), "范围过大");
        Assert.Equal(("任务审批", "范围过大"), ((await ToldAsync(world, task))!.Step, (await ToldAsync(world, task))!.Text));
    }

    public static TheoryData<StoreProvider> Databases() => AuditWorld.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task ClosedOrder_TakenUpAgain_TellsTheHandlerTheCauseUntilHeReplies(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var closed = await ClosedOrders.MakeAsync(world, await world.AnomalyAsync());
        var subject = SubjectRef.Case(closed.Id);
        await world.Get<WorkflowRuntime>().CommitAsync(new HostRequest("sample/7")
        {
            Actor = AuditWorld.Analyst.Actor, Also = async session => await world.Get<ReopenCase>().WriteAsync(session, closed.Id, "sample/7", "现场与答复不符"),
        });
        var told = await ToldAsync(world, subject);
        Assert.Equal((null, "sample/7", "用户1", "现场与答复不符"), (told!.Step, told.Cause, told.By, told.Text));
        await world.AnswerAsync(AuditWorld.Handler, subject, "提交", Answers.Confirmed());
        Assert.Null(await ToldAsync(world, subject));
    }

    private static async Task<SentBack.View?> ToldAsync(AuditWorld world, SubjectRef subject, string language = "zh")
    {
        var open = await world.OpenAsync(subject);
        return await world.ReadAsync(db => SentBack.OfAsync(db, open, world.Get<ActivityCatalog>(), language, default));
    }
}
