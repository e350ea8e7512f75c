using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Whitelist;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>
/// Scans that run in a warehouse on PostgreSQL: the same findings as over the embedded copy of the same county, and nothing stored or cleared by a warehouse that
/// lost its connection or is missing a load. Every test has a warehouse of its own, because most of them spoil it.
/// </summary>
public sealed class WarehouseTests : IAsyncLifetime
{
    private const string Month = "202605";
    private static readonly string[] Themes = ["DJ-01", "DJ-07", "JL-01", "CH-03"];
    private MonitoringHouse embedded = null!;
    private MonitoringHouse? house;
    private PostgresWarehouse warehouse = null!;

    public async Task InitializeAsync()
    {
        if (PostgresWarehouse.Available)
        {
            embedded = await MonitoringHouse.OpenAsync();
            var folder = embedded.County(800, 7, Month);
            warehouse = await PostgresWarehouse.OpenAsync(folder);
            house = await MonitoringHouse.OpenAsync(warehouses: new Warehouses([warehouse.Configured()]));
            await embedded.LoadAsync(folder);
            await house.LoadAsync(folder);
        }
    }

    public async Task DisposeAsync()
    {
        if (house is not null)
        {
            await house.DisposeAsync();
            await embedded.DisposeAsync();
            await warehouse.DisposeAsync();
        }
    }

    [Fact]
    public async Task Scan_InTheWarehouse_StoresWhatTheEmbeddedCopyWouldStore()
    {
        if (house is null)
        {
            return;
        }

        await ScanAsync(embedded, null, Themes);
        await ScanAsync(house, "wh", Themes);
        var (expected, found) = (await RowsAsync(embedded), await RowsAsync(house));
        Assert.True(expected.Count > 10);
        Assert.Equal(expected.Select(Told), found.Select(Told));
        Assert.All(found, row => Assert.Equal("wh", row.Source));
        Assert.All(expected, row => Assert.Null(row.Source));

        static (string, string, string, decimal, decimal, long, int, string, DateOnly?) Told(Anomaly row) =>
            (row.ThemeCode, row.ObjKey, row.OrgPath, row.Metric, row.LimitValue, row.StakeFen, row.Risk, row.Tags, row.DataStamp);
    }

    [Fact]
    public async Task Page_OfAnAnomaly_ShowsTheSameDataFromBothSources()
    {
        if (house is null)
        {
            return;
        }

        await ScanAsync(embedded, null, Themes);
        using var copy = new RuleConnection(embedded.Files.DatabaseOf((await BatchAsync(embedded, null))!.Id), TimeProvider.System);
        using var own = warehouse.Connect();
        var library = embedded.Services.GetRequiredService<Cases.Monitoring.Themes.ThemeLibrary>();
        foreach (var row in (await RowsAsync(embedded)).GroupBy(row => row.ThemeCode).Select(group => group.First()))
        {
            Assert.Equal(new Readings(copy).Read(row), new Readings(own).Read(row));
            var (left, right) = (new RowsBehind(copy).Read(row, library.Find(row.ThemeCode)!.Sql), new RowsBehind(own).Read(row, library.Find(row.ThemeCode)!.Sql));
            Assert.NotEmpty(left);
            Assert.Equal(left.Select(table => (table.Table, table.Rows.Count)), right.Select(table => (table.Table, table.Rows.Count)));
            Assert.Equal(Lines(left), Lines(right));
            Assert.Equal(new ObjectPrint(copy).Of(row.ObjKey), new ObjectPrint(own).Of(row.ObjKey));
        }

        static IEnumerable<string> Lines(IReadOnlyList<BehindTable> tables) =>
            tables.SelectMany(table => table.Rows.Select(line => $"{table.Table}: {string.Join('|', line)}")).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Load_LookedAtAgain_IsTheSameAndRaisesNoHits()
    {
        if (house is null)
        {
            return;
        }

        await ScanAsync(house, "wh", ["DJ-01"]);
        await ScanAsync(house, "wh", ["DJ-01"]);
        Assert.All(await RowsAsync(house), row => Assert.Equal(1, row.Hits));
        await warehouse.ExecuteAsync("update payment set pay_time = pay_time + interval '1 day' where pay_time = (select max(pay_time) from payment)");
        await ScanAsync(house, "wh", ["DJ-01"]);
        Assert.All(await RowsAsync(house), row => Assert.Equal(2, row.Hits));
    }

    [Fact]
    public async Task Anomaly_MendedInANewLoad_IsSelfClearedAndInAStaleOneIsNot()
    {
        if (house is null)
        {
            return;
        }

        await ScanAsync(house, "wh", ["DJ-01"]);
        var victim = (await RowsAsync(house))[0];
        await warehouse.ExecuteAsync($"update bill set two_part = 1 where cons_no = '{victim.ObjKey}'; update bill set release_date = release_date - 60; delete from ticket where accept_time > current_date - 100000 and accept_time >= (select max(accept_time) from ticket)");
        Assert.Equal(0, (await ScanAsync(house, "wh", ["DJ-01"])).Single().Cleared);
        Assert.Equal(AnomalyStates.New, (await RowsAsync(house)).Single(row => row.Id == victim.Id).State);
        await warehouse.ExecuteAsync("update bill set release_date = release_date + 61");
        Assert.Equal(1, (await ScanAsync(house, "wh", ["DJ-01"])).Single().Cleared);
        Assert.Equal(AnomalyStates.SelfCleared, (await RowsAsync(house)).Single(row => row.Id == victim.Id).State);
    }

    [Fact]
    public async Task Anomaly_OfTheEmbeddedCopy_IsNotClearedByAScanOfTheWarehouse()
    {
        if (house is null)
        {
            return;
        }

        await ScanAsync(house, null, ["DJ-01"]);
        var victim = (await RowsAsync(house))[0];
        await warehouse.ExecuteAsync($"update bill set two_part = 1 where cons_no = '{victim.ObjKey}'");
        Assert.Equal(0, (await ScanAsync(house, "wh", ["DJ-01"])).Single().Cleared);
        Assert.Equal((AnomalyStates.New, (string?)null), (await RowsAsync(house)).Where(row => row.Id == victim.Id).Select(row => (row.State, row.Source)).Single());
    }

    [Fact]
    public async Task Connection_KilledInMidScan_LeavesAFailedRunThatSaysSoAndNothingHalf()
    {
        if (house is null)
        {
            return;
        }

        var scanner = house.Services.GetRequiredService<Scanner>();
        var killed = false;
        var run = await scanner.OpenAsync(new ScanRequest(Month, Themes, null, Source: "wh"), "1", default);
        await Assert.ThrowsAsync<SourceLostException>(() => scanner.RunAsync(run, Themes, (_, _) => Once(ref killed, warehouse.Kill), default));
        var ended = await house.ReadAsync(db => db.Set<ScanRun>().AsNoTracking().SingleAsync(row => row.Id == run.Id));
        Assert.Equal((ScanRun.Failed, "wh", 1), (ended.State, ended.Source, ScanView.Of(ended, "en").Themes.Count));
        Assert.Contains("lost", ScanView.Of(ended, "en").Problem, StringComparison.Ordinal);
        Assert.Contains("中断", ScanView.Of(ended, "zh").Problem, StringComparison.Ordinal);
        var rows = await RowsAsync(house);
        Assert.Equal(ScanView.Of(ended, "en").Themes.Single().Found, rows.Count);
        Assert.Single(rows.Select(row => row.ThemeCode).Distinct());
        await ScanAsync(house, "wh", Themes);
        Assert.True((await RowsAsync(house)).Count > rows.Count);
    }

    [Fact]
    public async Task Check_WarehouseThatShowsTheModel_IsFitAndTellsItsDays()
    {
        if (house is null)
        {
            return;
        }

        var check = await CheckAsync(warehouse.Configured());
        Assert.True(check.IsFit, string.Join("; ", check.Problems.Select(problem => problem.Text("en"))));
        Assert.Equal((Month, (await BatchAsync(house, null))!.Stamp), (check.Facts!.Ym, check.Facts.Stamp));
        Assert.Contains(check.Facts.Days, day => day is { Table: "coll_day", Day: not null });
        Assert.Contains(check.Problems, problem => problem.Code == SourceProblem.Stale);
    }

    [Theory]
    [InlineData("grant insert on bill to {reader}", "write mk.bill")]
    [InlineData("grant update (pq) on bill to {reader}", "write mk.bill")]
    [InlineData("grant create on schema mk to {reader}", "create in schema mk")]
    [InlineData("grant pg_write_all_data to {reader}", "member of pg_write_all_data")]
    [InlineData("alter role {reader} createdb", "create database")]
    public async Task Check_LoginThatCanWrite_IsRefusedAndTheRightNamed(string grant, string right)
    {
        if (house is null)
        {
            return;
        }

        await warehouse.ExecuteAsync(grant);
        var check = await CheckAsync(warehouse.Configured());
        Assert.Contains(new SourceProblem(SourceProblem.Writes, right), check.Problems);
        Assert.False(check.IsFit);
        var refused = await Assert.ThrowsAsync<ScanRefusedException>(() => ScanAsync(house, "wh", ["DJ-01"]));
        Assert.Equal("source-unfit", refused.Code);
        Assert.Empty(await RowsAsync(house));
    }

    [Fact]
    public async Task Check_WarehouseThatLacksPartsOfTheModel_NamesEach()
    {
        if (house is null)
        {
            return;
        }

        await warehouse.ExecuteAsync("drop table hall_check; alter table bill drop column pq_flat; alter table cons alter column run_cap type double precision");
        Assert.Equal(
            [new SourceProblem(SourceProblem.ColumnMissing, "bill.pq_flat"), new SourceProblem(SourceProblem.ColumnType, "cons.run_cap", "double precision"), new SourceProblem(SourceProblem.TableMissing, "hall_check")],
            (await CheckAsync(warehouse.Configured())).Problems.OrderBy(problem => problem.Subject, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=x;Password=s3cret-word;Database=y")]
    [InlineData("Host=127.0.0.1;Prot=1;Password=s3cret-word")]
    [InlineData("s3cret-word")]
    public async Task Check_WarehouseThatCannotBeReached_SaysSoWithoutTheSecret(string connection)
    {
        if (house is null)
        {
            return;
        }

        var check = await CheckAsync(new Warehouse("x", WarehouseProvider.Postgres, connection, "mk"));
        Assert.Single(check.Problems);
        Assert.All(Cases.Resources.Texts.Languages, language => Assert.DoesNotContain("s3cret", check.Problems[0].Text(language), StringComparison.Ordinal));
        Assert.DoesNotContain("s3cret", new Warehouse("x", WarehouseProvider.Postgres, connection, "mk").ToString(), StringComparison.Ordinal);
    }

    private Task<CheckedWarehouse> CheckAsync(Warehouse configured) => house!.Services.GetRequiredService<DataSources>().CheckAsync(configured, default);

    private static void Once(ref bool done, Action action)
    {
        if (!done)
        {
            done = true;
            action();
        }
    }

    private static Task<Cases.Monitoring.Loading.ImportBatch?> BatchAsync(MonitoringHouse where, string? source) => where.ReadAsync(db => DataSources.NewestAsync(db, source, default));

    private static async Task<IReadOnlyList<ThemeResult>> ScanAsync(MonitoringHouse where, string? source, string[] codes)
    {
        var scanner = where.Services.GetRequiredService<Scanner>();
        return await scanner.RunAsync(await scanner.OpenAsync(new ScanRequest(Month, codes, null, Source: source), "1", default), codes, null, default);
    }

    private static Task<List<Anomaly>> RowsAsync(MonitoringHouse where) =>
        where.ReadAsync(db => db.Set<Anomaly>().AsNoTracking().OrderBy(row => row.ThemeCode).ThenBy(row => row.ObjKey).ToListAsync());
}
