using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Libraries;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Plans.Visits;
using CaseMgmt.Cases.Tests.Inbox;
using CaseMgmt.Workflows.Runtime;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Lifecycle;

/// <summary>A closed order that turned out to be wrong is handled again, under its number with a suffix, until it is closed a second time.</summary>
public sealed class ReopenCaseTests
{
    [Fact]
    public async Task Reopen_AClosedOrder_GoesBackToItsHandlerAndIsClosedAgain()
    {
        await using var world = await AuditWorld.CreateAsync();
        var anomaly = await world.AnomalyAsync();
        var subject = SubjectRef.Case((await ClosedOrders.MakeAsync(world, anomaly)).Id);
        Assert.True(await ReopenAsync(world, subject.Id));

        var again = await world.CaseAsync(subject.Id);
        Assert.Equal(("GD-37030601-202605-00001-R1", 1, null), (again.Number, again.Reopenings, again.ClosedAt));
        Assert.Equal(("handle", "handling"), (again.Stage, again.State));
        Assert.Equal((AnomalyStates.InTask, subject.Id), ((await world.AnomalyAsync(anomaly)).State, (await world.AnomalyAsync(anomaly)).CaseId));
        Assert.Equal(("GD-37030601-202605-00001-R1", "稽查处理"), ((await world.OpenAsync(subject)).SubjectNumber, (await world.OpenAsync(subject)).Title));

        Assert.Equal(("recheck", "unit-review"), await world.AnswerAsync(AuditWorld.Handler, subject, "提交", Answers.Confirmed()));
        Assert.Equal(("closed", "closed"), await ClosedOrders.ReviewAsync(world, subject));
        Assert.Equal(AnomalyStates.Done, (await world.AnomalyAsync(anomaly)).State);
        Assert.Equal(1, await world.ReadAsync(db => db.Set<Hazard>().CountAsync()));
        Assert.Single(await world.HistoryKindsAsync(subject), kind => kind == "case.reopened");
        Assert.True(await ReopenAsync(world, subject.Id));
        Assert.Equal("GD-37030601-202605-00001-R2", (await world.CaseAsync(subject.Id)).Number);
    }

    [Fact]
    public async Task Reopen_AnOrderThatIsHandledOrWasGivenBack_ChangesNothing()
    {
        await using var world = await AuditWorld.CreateAsync();
        var running = await world.DispatchedCaseAsync();
        Assert.False(await ReopenAsync(world, running.Id));
        await world.AnswerAsync(AuditWorld.County, SubjectRef.Case(running.Id), "退回", new() { ["refusalReason"] = "wrong-unit" }, "不属于本单位");
        Assert.False(await ReopenAsync(world, running.Id));
        Assert.False(await ReopenAsync(world, 77));
        Assert.Equal(0, (await world.CaseAsync(running.Id)).Reopenings);
    }

    [Fact]
    public async Task Reopen_AnOrderWhoseVisitIsOver_PutsItsItemsOnANewOne()
    {
        await using var world = await AuditWorld.CreateAsync();
        var audited = await ClosedOrders.MakeAsync(world, await world.AnomalyAsync());
        var item = await world.ReadAsync(db => db.Set<CaseItem>().Select(row => row.Id).SingleAsync());
        await world.Door.RunAsync("system", async session =>
        {
            await session.InsertAsync(new Visit { Id = 1, OrgNo = audited.OrgNo, OrgPath = audited.OrgPath, Kind = VisitPlan.Customer, PlaceKey = "C1", CreatedAt = session.Now, DoneAt = session.Now });
            await session.InsertAsync(new VisitItem { ItemId = item, VisitId = 1, CaseId = audited.Id, ConsNo = "C1" });
        });
        await ReopenAsync(world, audited.Id);

        var visits = await world.ReadAsync(db => db.Set<Visit>().AsNoTracking().ToListAsync());
        var open = Assert.Single(visits, visit => visit.DoneAt is null);
        Assert.Equal((open.Id, "C1"), (await world.ReadAsync(db => db.Set<VisitItem>().Select(row => row.VisitId).SingleAsync()), open.PlaceKey));
    }

    [Theory]
    [InlineData("GD-37030601-202605-00001", 1, "GD-37030601-202605-00001-R1")]
    [InlineData("GD-37030601-202605-00001-R1", 2, "GD-37030601-202605-00001-R2")]
    [InlineData("GD-37030601-202605-00001-R9", 10, "GD-37030601-202605-00001-R10")]
    public void Number_OfAnOrderTakenUpAgain_HasOneSuffix(string number, int time, string expected) => Assert.Equal(expected, ReopenCase.NumberOf(number, time));

    private static async Task<bool> ReopenAsync(AuditWorld world, long id)
    {
        var done = false;
        await world.Get<WorkflowRuntime>().CommitAsync(new HostRequest("sample/7")
        {
            Actor = AuditWorld.Analyst.Actor, Also = async session => done = await world.Get<ReopenCase>().WriteAsync(session, id, "sample/7", "现场与答复不符"),
        });
        return done;
    }
}
