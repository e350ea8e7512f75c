using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Schedules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Tests.Data;
using CaseMgmt.Cases.Tests.Lifecycle;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>Two hosts on one PostgreSQL that screen the same warehouse: what is due runs once, and what both look at by hand is stored once.</summary>
public sealed class TwoHostsScanTests : IAsyncLifetime
{
    private static readonly string[] Themes = ["DJ-01", "JL-01", "CH-03"];
    private readonly FakeClock clock = new(new DateTime(2026, 6, 10, 4, 0, 0));
    private MonitoringHouse? first;
    private MonitoringHouse second = null!;
    private MonitoringHouse county = null!;
    private PostgresWarehouse warehouse = null!;

    public async Task InitializeAsync()
    {
        if (TestStore.PostgresServer is { } server)
        {
            county = await MonitoringHouse.OpenAsync();
            warehouse = await PostgresWarehouse.OpenAsync(county.County());
            var (store, sources) = (new StoreOptions { Provider = StoreProvider.Postgres, ConnectionString = $"{server};Database=t{Guid.NewGuid():n}" }, new Warehouses([warehouse.Configured(usual: true)]));
            first = await MonitoringHouse.OpenAsync(clock, sources, store);
            second = await MonitoringHouse.OpenAsync(clock, sources, store with { HostNumber = 1 });
        }
    }

    public async Task DisposeAsync()
    {
        if (first is not null)
        {
            await second.DisposeAsync();
            await first.DisposeAsync();
            await warehouse.DisposeAsync();
            await county.DisposeAsync();
        }
    }

    [Fact]
    public async Task Schedules_SweptByBothAtOnce_RunEachThemeOnce()
    {
        if (first is null)
        {
            return;
        }

        await Sweep(first).EnsureAsync(default);
        clock.Now = clock.Now.AddDays(8);
        await Task.WhenAll(new[] { first, second }.Select(house => Task.Run(() => Sweep(house).RunAsync(default))));
        var screened = (await first.ReadAsync(db => db.Set<ScanRun>().AsNoTracking().ToListAsync())).SelectMany(run => ScanView.Of(run, "en").Themes).ToList();
        Assert.NotEmpty(screened);
        Assert.Equal(screened.Select(theme => theme.Code).Distinct().Count(), screened.Count);
        Assert.All(screened, theme => Assert.Null(theme.Error));
        Assert.Empty(await first.ReadAsync(db => db.Set<ScanSchedule>().Where(row => row.NextDueAt <= clock.Now || row.Owner != null).ToListAsync()));
    }

    [Fact]
    public async Task Scans_OfOneMonthByBothAtOnce_StoreEachFindingOnceAndNeitherFails()
    {
        if (first is null)
        {
            return;
        }

        var results = (await Task.WhenAll(new[] { first, second }.Select(house => Task.Run(() => ScanAsync(house))))).SelectMany(themes => themes).ToList();
        Assert.All(results, theme => Assert.Null(theme.Error));
        var rows = await first.ReadAsync(db => db.Set<Anomaly>().AsNoTracking().ToListAsync());
        Assert.Equal(rows.Count, results.Sum(theme => theme.New));
        Assert.Equal(2 * rows.Count, results.Sum(theme => theme.Found));
        Assert.All(rows, row => Assert.Equal(1, row.Hits));
    }

    private static ScheduleSweep Sweep(MonitoringHouse house) => house.Services.GetRequiredService<ScheduleSweep>();

    private static async Task<IReadOnlyList<ThemeResult>> ScanAsync(MonitoringHouse house)
    {
        var scanner = house.Services.GetRequiredService<Scanner>();
        return await scanner.RunAsync(await scanner.OpenAsync(new ScanRequest("202605", Themes, null, Source: "wh"), "1", default), Themes, null, default);
    }
}
