using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Tests.Lifecycle;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Runtime;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Sla;

/// <summary>A suspended case hurries nobody. Sign-in has 8 working hours, and the story begins on Wednesday at nine: due Thursday at nine.</summary>
public sealed class StopClocksTests
{
    public static TheoryData<StoreProvider> Databases() => AuditWorld.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task Suspended_CaseOverAWeekEnd_IsDueLaterByTheWorkingTimeOnly(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var item = await AtSignInAsync(world);
        Assert.Equal(WorkingCalendarTests.Utc("2026-06-11 09:00"), item.DueAt);
        world.Clock.Now = WorkingCalendarTests.Utc("2026-06-10 14:00");
        Assert.Equal(1, await world.Get<DeadlineSweep>().RunAsync());

        await SuspendAsync(world, item);
        world.Clock.Now = WorkingCalendarTests.Utc("2026-06-15 09:00");
        Assert.Equal(0, await world.Get<DeadlineSweep>().RunAsync());
        await ContinueAsync(world, item);

        // Wednesday 3.5 hours, Thursday and Friday 16, Monday half an hour: 20 hours, two and a half days.
        var after = await ItemAsync(world, item.Id);
        Assert.Equal((WorkingCalendarTests.Utc("2026-06-15 14:00"), null), (after.DueAt, after.StoppedAt));
        Assert.Equal(after.DueAt, (await world.CaseAsync(SubjectRef.Parse(item.Subject).Id)).DueAt);
        world.Clock.Now = WorkingCalendarTests.Utc("2026-06-15 13:59");
        Assert.Equal(1, await world.Get<DeadlineSweep>().RunAsync());
        world.Clock.Now = WorkingCalendarTests.Utc("2026-06-15 14:00");
        await world.Get<DeadlineSweep>().RunAsync();
        Assert.Equal(["sla.reminder", "sla.stopped", "sla.continued", "sla.warning", "sla.overdue"], await SlaAsync(world, item));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Suspended_Case_ShowsNoDueTimeAndIsNotOverdue(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var item = await AtSignInAsync(world);

        await SuspendAsync(world, item);
        world.Clock.Now = world.Clock.Now.AddDays(60);
        await world.Get<DeadlineSweep>().RunAsync();

        var audited = await world.CaseAsync(SubjectRef.Parse(item.Subject).Id);
        Assert.Equal((null, false, 0), (audited.DueAt, audited.Overdue, audited.EscalationLevel));
        Assert.Equal("work-suspended", Assert.IsType<Problem>(await world.TryAnswerAsync(AuditWorld.County, await ItemAsync(world, item.Id), "签收")).Code);
    }

    [Fact]
    public async Task Suspended_OutsideWorkingTime_ChangesNoDueTime()
    {
        await using var world = await AuditWorld.CreateAsync("2026-06-12 09:00");
        var item = await AtSignInAsync(world);
        world.Clock.Now = WorkingCalendarTests.Utc("2026-06-12 18:00");
        await SuspendAsync(world, item);
        world.Clock.Now = WorkingCalendarTests.Utc("2026-06-14 20:00");
        await ContinueAsync(world, item);

        Assert.Equal(item.DueAt, (await ItemAsync(world, item.Id)).DueAt);
    }

    [Fact]
    public async Task Suspended_TokenMovedMeanwhile_StartsTheNewClockWhenTheProcessGoesOn()
    {
        await using var world = await AuditWorld.CreateAsync();
        var item = await AtSignInAsync(world);
        await SuspendAsync(world, item);
        var inspected = await world.Get<InstanceInspection>().FindAsync(item.InstanceId, node => node.DisplayName);
        var move = new Stimulus.MoveToken(inspected!.Activities.Single().ActivityInstanceId, "handle");
        Assert.IsType<RuntimeResult.Landed>(await world.Get<WorkflowRuntime>().RepairAsync(new RepairRequest(item.InstanceId, move) { Actor = AuditWorld.Owner.Actor, Reason = "已线下签收" }));

        var moved = await world.OpenAsync(SubjectRef.Parse(item.Subject));
        Assert.Equal(("handle", world.Clock.Now), (moved.ActivityId, moved.StoppedAt));
        Assert.DoesNotContain(Deadline.Pending, await world.ReadAsync(db => db.Set<Deadline>().Select(row => row.State).ToListAsync()));
        world.Clock.Now = WorkingCalendarTests.Utc("2026-06-11 09:00");
        await ContinueAsync(world, item);
        Assert.Equal(world.Get<WorkingCalendar>().Add(world.Clock.Now, TimeSpan.FromHours(80)), (await ItemAsync(world, moved.Id)).DueAt);
    }

    private static async Task<WorkItem> AtSignInAsync(AuditWorld world) => await world.OpenAsync(SubjectRef.Case((await world.DispatchedCaseAsync()).Id));

    private static Task<WorkItem> ItemAsync(AuditWorld world, string id) => world.ReadAsync(db => db.Set<WorkItem>().AsNoTracking().SingleAsync(row => row.Id == id));

    private static async Task SuspendAsync(AuditWorld world, WorkItem item) =>
        Assert.IsType<RuntimeResult.Landed>(await world.Get<WorkflowRuntime>().SuspendAsync(new SuspendRequest(item.InstanceId) { Reason = "等待客户停电" }));

    private static async Task ContinueAsync(AuditWorld world, WorkItem item) =>
        Assert.IsType<RuntimeResult.Landed>(await world.Get<WorkflowRuntime>().ContinueAsync(new SuspendRequest(item.InstanceId) { Reason = "停电完成" }));

    private static async Task<IEnumerable<string>> SlaAsync(AuditWorld world, WorkItem item) =>
        (await world.HistoryKindsAsync(SubjectRef.Parse(item.Subject))).Where(kind => kind.StartsWith("sla.", StringComparison.Ordinal));
}
