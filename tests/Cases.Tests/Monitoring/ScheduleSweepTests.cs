using CaseMgmt.Cases.Monitoring;
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
        await house.LoadAsync(house.County(ym: "202608"));
        clock.Now = clock.Now.AddDays(100);
        var (quarter, month) = ((await Sweep.RunAsync(default))!, (await Sweep.RunAsync(default))!);
        Assert.Equal(["202606", "202608"], new[] { quarter.Ym, month.Ym });
        Assert.All(new[] { quarter, month }, run => Assert.Equal(("schedule", ScanRun.Done), (run.Cause, run.State)));
        Assert.Null(await Sweep.RunAsync(default));
        Assert.Equal((await RowsAsync()).Count, quarter.Total + month.Total);
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

    [Fact]
    public async Task Schedule_WhoseMonthIsNotLoaded_IsToldOnceAndCaughtUpOnceWhenItComes()
    {
        await house.LoadAsync(house.County());
        await ScanAsync("202605");
        clock.Now = new DateTime(2026, 7, 10, 4, 0, 0);
        Assert.Equal("202605", (await Sweep.RunAsync(default))!.Ym);
        Assert.Null(await Sweep.RunAsync(default));
        var told = Assert.Single(await RunsAsync(ScanRun.NoData));
        Assert.Equal(("202606", "schedule"), (told.Ym, told.Cause));
        Assert.Contains("202606", ScanView.Of(told, "zh").Problem, StringComparison.Ordinal);
        Assert.All(await MonthlyAsync(), row => Assert.Equal((told.Id, row.LastDueAt), (row.LastRunId!.Value, row.NextDueAt)));
        Assert.Equal(0, await house.ReadAsync(db => db.Set<Anomaly>().CountAsync(row => row.ClearedAt != null || row.State == AnomalyStates.SelfCleared)));

        await house.LoadAsync(house.County(ym: "202606", name: "june"));
        var late = (await Sweep.RunAsync(default))!;
        Assert.Equal(("202606", ScanRun.Done), (late.Ym, late.State));
        Assert.Null(await Sweep.RunAsync(default));
        Assert.All(await MonthlyAsync(), row => Assert.True(row.LastRunId == late.Id && row.NextDueAt > clock.Now));
    }

    [Fact]
    public async Task Schedule_OfAMonth_LooksAtThatMonthThoughTheNextHasBegun()
    {
        await house.LoadAsync(house.County(ym: "202607"));
        clock.Now = new DateTime(2026, 7, 10, 4, 0, 0);
        Assert.Equal(["202606", "202607"], new[] { (await Sweep.RunAsync(default))!.Ym, (await Sweep.RunAsync(default))!.Ym });
        Assert.Null(await Sweep.RunAsync(default));
    }

    private async Task ScanAsync(string ym)
    {
        var scanner = house.Services.GetRequiredService<Scanner>();
        await scanner.RunAsync(await scanner.OpenAsync(new ScanRequest(ym, [], null), "1", default), [], null, default);
    }

    private Task<List<ScanRun>> RunsAsync(string state) => house.ReadAsync(db => db.Set<ScanRun>().AsNoTracking().Where(run => run.State == state).ToListAsync());

    private async Task<List<ScanSchedule>> MonthlyAsync() => [.. (await RowsAsync()).Where(row => row.Frequency is "month")];

    private Task<List<ScanSchedule>> RowsAsync() => house.ReadAsync(db => db.Set<ScanSchedule>().AsNoTracking().ToListAsync());

    private Task<int> CommitAsync(DateTime lease) => house.Services.GetRequiredService<CommitDoor>()
        .RunAsync("1", async session => await session.ExecuteAsync($"update scan_schedule set owner = 'other', lease_until = {lease}"));
}
