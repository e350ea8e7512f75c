using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Tests.Sla;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Lifecycle.Activities;

public sealed class WaitTests
{
    [Fact]
    public async Task Wait_OverAWeekend_EndsAtItsWorkingHour()
    {
        await using var world = await AuditWorld.CreateAsync("2026-06-12 14:00", (key, json) => key == "online-audit" ? OneStep.Chain(json, OneStep.Node("Audit.Wait", ("hours", "8"))) : json);
        var row = await world.DispatchedCaseAsync();
        Assert.Equal([WorkingCalendarTests.Utc("2026-06-15 14:00")], await world.ReadAsync(db => db.Set<TimerRow>().Select(timer => timer.DueAt).ToListAsync()));

        world.Clock.Now = WorkingCalendarTests.Utc("2026-06-15 13:59");
        await world.Get<Pump>().SweepAsync();
        Assert.NotEqual("closed", (await world.CaseAsync(row.Id)).Stage);

        world.Clock.Now = WorkingCalendarTests.Utc("2026-06-15 14:00");
        await world.Get<Pump>().SweepAsync();
        Assert.Equal("closed", (await world.CaseAsync(row.Id)).Stage);
    }

    [Fact]
    public async Task Wait_ForAnEventBeforeTheTime_LeavesByTheEventAndForgetsTheTimer()
    {
        await using var world = await OneStep.CreateAsync("Audit.Wait", ("hours", "8"), ("eventName", "客户已到场"));
        var row = await world.DispatchedCaseAsync();

        await world.Get<WorkflowRuntime>().SignalAsync(new SignalRequest("Elsa.Event", "客户已到场", null) { CorrelationId = "case/" + row.Id });
        await world.Get<Pump>().SweepAsync();

        Assert.Equal("closed", (await world.CaseAsync(row.Id)).Stage);
        Assert.Equal(0, await world.ReadAsync(db => db.Set<TimerRow>().CountAsync()));
    }

    [Fact]
    public async Task Wait_ForNothing_StopsOnThatNode()
    {
        await using var world = await OneStep.CreateAsync("Audit.Wait", ("hours", "0"));
        await world.DispatchedCaseAsync();
        Assert.Equal(["wait"], await world.ReadAsync(db => db.Set<IncidentRow>().Select(row => row.Code).ToListAsync()));
    }
}
