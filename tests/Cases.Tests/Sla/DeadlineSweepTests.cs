using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Tests.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Sla;

/// <summary>The ladder of a real case: sign-in has 8 working hours; 50 % after 4, 80 % after 6.4, then overdue and 2, 5, 10, 20 working days more.</summary>
public sealed class DeadlineSweepTests
{
    [Theory]
    [InlineData("2026-06-10 09:00", "2026-06-10 14:00", "2026-06-10 16:24", "2026-06-11 09:00", "2026-06-15 09:00")] // 13 and 14 June are a weekend
    [InlineData("2026-06-18 09:00", "2026-06-18 14:00", "2026-06-18 16:24", "2026-06-22 09:00", "2026-06-24 09:00")] // Dragon Boat: Friday 19 to Sunday 21
    [InlineData("2026-02-13 09:00", "2026-02-13 14:00", "2026-02-13 16:24", "2026-02-14 09:00", "2026-02-25 09:00")] // make-up Saturday, then Spring Festival
    public async Task Ladder_OverWeekendHolidayAndMakeUpDay_FiresAtItsMinute(string opened, string reminder, string warning, string overdue, string escalated)
    {
        await using var world = await AuditWorld.CreateAsync(opened);
        var id = (await world.DispatchedCaseAsync()).Id;
        var sweep = world.Get<DeadlineSweep>();
        foreach (var (step, at) in new[] { ("sla.reminder", reminder), ("sla.warning", warning), ("sla.overdue", overdue), ("sla.escalated", escalated) })
        {
            world.Clock.Now = WorkingCalendarTests.Utc(at).AddSeconds(-1);
            Assert.Equal(0, await sweep.RunAsync());
            world.Clock.Now = WorkingCalendarTests.Utc(at);
            Assert.Equal(1, await sweep.RunAsync());
            Assert.Equal(step, (await world.HistoryKindsAsync(SubjectRef.Case(id)))[^1]);
        }

        var late = await world.CaseAsync(id);
        Assert.Equal((true, 1), (late.Overdue, late.EscalationLevel));
    }

    [Theory]
    [MemberData(nameof(AuditWorld.Databases), MemberType = typeof(AuditWorld))]
    public async Task Sweep_AfterALongStandstill_FiresEveryStepOnceInOrder(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var id = (await world.DispatchedCaseAsync()).Id;
        world.Clock.Now = world.Clock.Now.AddDays(60);

        Assert.Equal(7, await world.Get<DeadlineSweep>().RunAsync());
        Assert.Equal(0, await world.Get<DeadlineSweep>().RunAsync());

        Assert.Equal(
            ["sla.reminder", "sla.warning", "sla.overdue", "sla.escalated", "sla.supervise-3", "sla.supervise-2", "sla.supervise-1"],
            (await world.HistoryKindsAsync(SubjectRef.Case(id))).Where(kind => kind.StartsWith("sla.", StringComparison.Ordinal)));
        Assert.Equal(4, (await world.CaseAsync(id)).EscalationLevel);
    }

    [Fact]
    public async Task Supervision_OfTheFirstLevel_GoesToTheProvincialManager()
    {
        await using var world = await AuditWorld.CreateAsync();
        await world.DispatchedCaseAsync();
        world.Clock.Now = world.Clock.Now.AddDays(60);

        await world.Get<DeadlineSweep>().RunAsync();

        var told = await world.ReadAsync(db => db.Set<Notification>().Where(row => row.Kind == "sla.supervise-1").Select(row => row.AccountId).ToListAsync());
        Assert.Equal([AuditWorld.Manager.Id], told);
    }

    [Theory]
    [MemberData(nameof(AuditWorld.Databases), MemberType = typeof(AuditWorld))]
    public async Task Sweep_ByTwoHostsAtOnce_FiresEveryStepOnce(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var id = (await world.DispatchedCaseAsync()).Id;
        world.Clock.Now = world.Clock.Now.AddDays(60);
        DeadlineSweep Host(string name) => new(world.Door, new(name), world.Get<FireDeadline>());

        var fired = await Task.WhenAll(Host("a").RunAsync(), Host("b").RunAsync());

        Assert.Equal(7, fired.Sum());
        Assert.Equal(7, (await world.HistoryKindsAsync(SubjectRef.Case(id))).Count(kind => kind.StartsWith("sla.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sweep_AfterAHostDiedWithItsClaim_FiresWhenTheLeaseIsOver()
    {
        await using var world = await AuditWorld.CreateAsync();
        await world.DispatchedCaseAsync();
        world.Clock.Now = WorkingCalendarTests.Utc("2026-06-10 14:00");
        await world.Door.RunAsync("system", async session =>
        {
            var row = (await session.QueryAsync<Deadline>($"state = 'pending' and due_at <= {session.Now}")).Single();
            (row.Owner, row.LeaseUntil) = ("dead", session.Now.AddSeconds(30));
            await session.UpdateAsync(row);
        });

        Assert.Equal(0, await world.Get<DeadlineSweep>().RunAsync());
        world.Clock.Now = world.Clock.Now.AddSeconds(31);
        Assert.Equal(1, await world.Get<DeadlineSweep>().RunAsync());
    }

    [Fact]
    public async Task Answer_InTime_SilencesTheLadderAndOpensTheNext()
    {
        await using var world = await AuditWorld.CreateAsync();
        var id = (await world.DispatchedCaseAsync()).Id;
        await world.AnswerAsync(AuditWorld.County, SubjectRef.Case(id), "签收");
        world.Clock.Now = WorkingCalendarTests.Utc("2026-06-15 09:00");
        await world.Get<DeadlineSweep>().RunAsync();
        Assert.DoesNotContain("sla.overdue", await world.HistoryKindsAsync(SubjectRef.Case(id)));
    }

    [Fact]
    public async Task Overdue_OfASignIn_TellsTheCountyAuditorAndTheAnswerClearsTheFlag()
    {
        await using var world = await AuditWorld.CreateAsync();
        var id = (await world.DispatchedCaseAsync()).Id;
        world.Clock.Now = WorkingCalendarTests.Utc("2026-06-11 09:00");
        await world.Get<DeadlineSweep>().RunAsync();

        var told = await world.ReadAsync(db => db.Set<Notification>().Where(row => row.Kind == "sla.overdue").Select(row => row.AccountId).ToListAsync());
        Assert.Equal([AuditWorld.County.Id], told);
        Assert.True((await world.CaseAsync(id)).Overdue);
        await world.AnswerAsync(AuditWorld.County, SubjectRef.Case(id), "签收");
        Assert.False((await world.CaseAsync(id)).Overdue);
    }
}
