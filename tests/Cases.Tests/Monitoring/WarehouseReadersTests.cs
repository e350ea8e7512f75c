using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Monitoring.Analyses;
using CaseMgmt.Cases.Monitoring.Indicators;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Precision;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Monitoring.ThemeLife;
using CaseMgmt.Cases.Plans.Samples;
using CaseMgmt.Cases.Tests.Lifecycle;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>
/// Everything beside scans that reads marketing data reads it in the configured warehouse: indicators, test runs, backtests and the populations of samples come out
/// there as over the embedded copy of the same county, and a warehouse that goes away is told, not counted.
/// </summary>
public sealed class WarehouseReadersTests(WarehouseReadersTests.Two two) : IClassFixture<WarehouseReadersTests.Two>
{
    private const string Month = "202605";

    private MonitoringHouse House => two.House!;

    private DataSources Sources => House.Services.GetRequiredService<DataSources>();

    [Fact]
    public async Task Meant_SourceOfARequest_IsTheNamedOneOrTheUsualOne()
    {
        await using var alone = await MonitoringHouse.OpenAsync();
        Assert.Null(alone.Services.GetRequiredService<DataSources>().Meant(null));
        if (two.House is not null)
        {
            Assert.Equal(["wh", "wh", "other", null], new[] { null, "", "other", DataSources.Embedded }.Select(Sources.Meant));
        }
    }

    [Fact]
    public async Task Indicators_OfTheUsualWarehouse_AreThoseOfTheEmbeddedCopy()
    {
        if (two.House is null)
        {
            return;
        }

        var run = await House.Services.GetRequiredService<IndicatorSweep>().RunAsync(default);
        Assert.Equal(AnalysisRun.Done, run!.State);
        Assert.Contains("\"source\":\"wh\"", run.ResultJson, StringComparison.Ordinal);
        Assert.Null(await House.Services.GetRequiredService<IndicatorSweep>().RunAsync(default));
        var (expected, found) = (await FactsAsync(two.Embedded), await FactsAsync(House));
        Assert.True(expected.Count > 500);
        Assert.Equal(expected, found);
        var batch = await House.ReadAsync(db => db.Set<IndicatorFact>().AsNoTracking().Select(fact => fact.BatchId).Distinct().SingleAsync());
        Assert.Equal("wh", await House.ReadAsync(db => db.Set<ImportBatch>().Where(load => load.Id == batch).Select(load => load.Source).SingleAsync()));
    }

    [Fact]
    public async Task TestRunAndBacktest_InBothSources_FindTheSame()
    {
        if (two.House is null)
        {
            return;
        }

        var version = await House.ReadAsync(db => db.Set<ThemeVersion>().AsNoTracking().FirstAsync(row => row.Code == "DJ-01"));
        var (there, here) = ((await Sources.PresentAsync("wh", default))!, (await Sources.PresentAsync(null, default))!);
        var trial = House.Services.GetRequiredService<ThemeTrial>();
        var (first, second) = (await trial.RunAsync(version, there, Month, AuditWorld.Analyst, Silent, default), await trial.RunAsync(version, here, Month, AuditWorld.Analyst, Silent, default));
        Assert.True(first.Rows > 0);
        Assert.Equal((second.Rows, "wh", null), (first.Rows, first.Source, second.Source));
        Assert.Equal(second.First, first.First);
        var backtest = House.Services.GetRequiredService<Backtest>();
        var (past, same) = (await backtest.RunAsync(AuditWorld.Analyst, version, there, 3, Silent, default), await backtest.RunAsync(AuditWorld.Analyst, version, here, 3, Silent, default));
        Assert.Equal(same.Months, past.Months);
        Assert.Equal(("wh", null), (past.Source, same.Source));
    }

    [Fact]
    public async Task Population_ReadInBothSources_IsTheSame()
    {
        if (two.House is null)
        {
            return;
        }

        var populations = new Populations(House.Services.GetRequiredService<IDbContextFactory<Cases.Data.CaseDbContext>>(), Sources, TimeProvider.System);
        var found = new List<FoundPopulation>();
        foreach (var load in new[] { await Sources.PresentAsync("wh", default), await Sources.PresentAsync(null, default) })
        {
            var purpose = SamplePurpose.Find(SamplePurpose.Callback)!;
            found.Add((await populations.ReadAsync(new Wanted(purpose, Month, "/37/", purpose.Rule, "", load), AuditWorld.Analyst, default))!);
            Assert.Equal(load!.Id, found[^1].BatchId);
        }

        Assert.NotEmpty(found[0].Members);
        Assert.Equal(found[1].Members, found[0].Members);
    }

    [Fact]
    public async Task Analysis_WhoseWarehouseGoesAway_FailsAndSaysSoInBothLanguages()
    {
        if (two.House is null)
        {
            return;
        }

        var (door, runs, compute) = (House.Services.GetRequiredService<CommitDoor>(), House.Services.GetRequiredService<AnalysisRuns>(), House.Services.GetRequiredService<ComputeIndicators>());
        var load = (await Sources.PresentAsync("wh", default))!;
        var run = await door.RunAsync("1", session => runs.OpenAsync(session, "lost", "batch/0", "/", 2));
        await runs.WorkAsync(run, async (_, stop) =>
        {
            using var source = Sources.Open(load);
            two.Warehouse.Kill();
            return await compute.RunAsync(source, load, [Month], "1", Silent, stop);
        }, default);
        Assert.Equal(AnalysisRun.Failed, run.State);
        Assert.Equal("source-lost", AnalysisView.Of(run, "en").Problem!.Code);
        Assert.Contains("中断", AnalysisView.Of(run, "zh").Problem!.Text, StringComparison.Ordinal);
        Assert.Contains("lost", AnalysisView.Of(run, "en").Problem!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("202605", true, true)]
    [InlineData("202606", true, false)]
    [InlineData("209901", false, false)]
    [InlineData("199901", false, false)]
    public async Task Month_OfBothSources_IsThereAlike(string ym, bool there, bool bills)
    {
        foreach (var source in two.House is null ? [] : new[] { "wh", null })
        {
            var load = (await Sources.PresentAsync(source, default))!;
            Assert.Equal((there, bills), (await Sources.RefuseMonthAsync(load, ym, default) is null, await Sources.HasBillsAsync(load, ym, default)));
        }
    }

    private static AnalysisProgress Silent => new((_, _) => Task.CompletedTask);

    private static Task<List<string>> FactsAsync(MonitoringHouse where) => where.ReadAsync(async db =>
        (await db.Set<IndicatorFact>().AsNoTracking().OrderBy(fact => fact.Code).ThenBy(fact => fact.Ym).ThenBy(fact => fact.OrgNo).ToListAsync())
            .ConvertAll(fact => $"{fact.Code} {fact.Ym} {fact.OrgNo}: {fact.Num:0.######}/{fact.Den:0.######} = {fact.Value:0.######} of {fact.Rows}, {fact.Level}"));

    /// <summary>One county twice: in a house of its own, whose indicators are computed, and in a warehouse that another house has as its usual source.</summary>
    public sealed class Two : IAsyncLifetime
    {
        public MonitoringHouse Embedded { get; private set; } = null!;

        /// <summary>Null where there is no server.</summary>
        public MonitoringHouse? House { get; private set; }

        public PostgresWarehouse Warehouse { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            if (PostgresWarehouse.Available)
            {
                Embedded = await MonitoringHouse.OpenAsync();
                var folder = Embedded.County(800, 7, Month);
                Warehouse = await PostgresWarehouse.OpenAsync(folder);
                House = await MonitoringHouse.OpenAsync(warehouses: new Warehouses([Warehouse.Configured(usual: true)]));
                await Embedded.LoadAsync(folder);
                await House.LoadAsync(folder);
                await Embedded.Services.GetRequiredService<IndicatorSweep>().RunAsync(default);
            }
        }

        public async Task DisposeAsync()
        {
            if (House is not null)
            {
                await House.DisposeAsync();
                await Embedded.DisposeAsync();
                await Warehouse.DisposeAsync();
            }
        }
    }
}
