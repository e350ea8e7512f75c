using CaseMgmt.Cases.Monitoring.Schedules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Tests.Lifecycle;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>Schedules screen by themselves: once when due, once after however long a pause, and never twice at a time.</summary>
public sealed class ScheduleSweepTests : IAsyncLifetime
{
    private readonly FakeClock clock = new(new DateTime(2026, 6, 10, 4, 0, 0));
    private MonitoringHouse house = null!;

    private ScheduleSweep Sweep => house.Services.GetRequiredService<ScheduleSweep>();

    public async Task InitializeAsync()
    {
        house = await MonitoringHouse.OpenAsync(clock);
        await Sweep.EnsureAsync(default);
    }

    public Task DisposeAsync() => house.DisposeAsync().AsTask();

    [Fact]
    public async Task Schedules_OfANewHouse_CoverEveryThemeAndNoneIsDue()
    {
        Assert.Equal(house.Services.GetRequiredService<Cases.Monitoring.Themes.ThemeLibrary>().Current.Count, (await RowsAsync()).Count);
        await house.LoadAsync(house.County());
        Assert.Null(await Sweep.RunAsync(default));
    }

    [Fact]
    public async Task Schedule_DueWithoutData_WaitsUntilThereIsSome()
    {
        clock.Now = clock.Now.AddDays(1);
        Assert.Null(await Sweep.RunAsync(default));
        Assert.Contains(await RowsAsync(), row => row.NextDueAt <= clock.Now);
        await house.LoadAsync(house.County());
        Assert.NotNull(await Sweep.RunAsync(default));
    }

    [Fact]
    public async Task Schedule_MissedForMonths_IsCaughtUpOnce()
    {
        await house.LoadAsync(house.County());
        clock.Now = clock.Now.AddDays(100);
        var run = await Sweep.RunAsync(default);
        Assert.Equal(("schedule", ScanRun.Done), (run!.Cause, run.State));
        Assert.Null(await Sweep.RunAsync(default));
        Assert.Single(await house.ReadAsync(db => db.Set<ScanRun>().AsNoTracking().ToListAsync()));
        Assert.All(await RowsAsync(), row => Assert.True(row.NextDueAt > clock.Now && row.Owner is null));
    }

    [Fact]
    public async Task Schedule_ClaimedByAnotherHost_IsLeftUntilItsLeaseIsOver()
    {
        await house.LoadAsync(house.County());
        clock.Now = clock.Now.AddDays(100);
        await CommitAsync(clock.Now.AddMinutes(10));
        Assert.Null(await Sweep.RunAsync(default));
        clock.Now = clock.Now.AddMinutes(11);
        Assert.NotNull(await Sweep.RunAsync(default));
    }

    private Task<List<ScanSchedule>> RowsAsync() => house.ReadAsync(db => db.Set<ScanSchedule>().AsNoTracking().ToListAsync());

    private Task<int> CommitAsync(DateTime lease) => house.Services.GetRequiredService<CommitDoor>()
        .RunAsync("1", async session => await session.ExecuteAsync($"update scan_schedule set owner = 'other', lease_until = {lease}"));
}
