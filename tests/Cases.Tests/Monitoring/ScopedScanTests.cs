using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.ThemeLife;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tests.Data;
using CaseMgmt.Cases.Tests.Lifecycle;
using CaseMgmt.Workflows.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>A theme with another value for one station runs once for everybody and once for that station; what both find is stored once, on either database.</summary>
public sealed class ScopedScanTests
{
    private const string Code = "DJ-01";
    private const string Special = "37030601";
    private const string Elsewhere = "37030602";

    [Theory]
    [MemberData(nameof(AuditWorld.Databases), MemberType = typeof(AuditWorld))]
    public async Task Scan_ObjectWithRowsInTwoPlacesOfATheme_IsOneAnomalyWithTheLargerMetric(StoreProvider provider)
    {
        await using var house = await OpenAsync(provider);
        var batch = await house.LoadAsync(house.County());
        var moved = Move(house.Files.DatabaseOf(batch.Id));
        var version = await ApproveAsync(house, 400);
        foreach (var isNew in new[] { true, false })
        {
            var result = (await ScanAsync(house)).Single();
            Assert.Null(result.Error);
            Assert.Equal(isNew ? result.Found : 0, result.New);
        }

        var row = await house.ReadAsync(db => db.Set<Anomaly>().AsNoTracking().SingleAsync(anomaly => anomaly.ObjKey == moved));
        Assert.Equal((1, version, 5000m, Elsewhere), (row.Hits, row.ThemeVersion, row.Metric, row.OrgNo));
    }

    [Theory]
    [MemberData(nameof(AuditWorld.Databases), MemberType = typeof(AuditWorld))]
    public async Task Values_WrittenByTwoPeopleAtOnce_BecomeOneVersion(StoreProvider provider)
    {
        await using var house = await OpenAsync(provider);
        var door = house.Services.GetRequiredService<CommitDoor>();
        var ids = house.Services.GetRequiredService<Ids>();
        var shipped = await NumbersAsync(house);
        var ends = await Task.WhenAll(Enumerable.Range(1, 8).Select(each => Task.Run(async () =>
        {
            try
            {
                var me = new CurrentAccount(each, $"p{each}", "", $"P-{each}", "3703", "/37/3703/", [Roles.Analyst], "zh");
                await door.RunAsync(me.Actor, session => WriteThemeVersion.InsertAsync(session, Code, new("another value", null, Changes(house, 315 + each)), ids.Next(), me));
                return "written";
            }
            catch (ProblemException refused)
            {
                return refused.Problem.Code;
            }
            catch (StaleWriteException)
            {
                return "stale";
            }
        })));
        Assert.Single(ends, "written");
        Assert.DoesNotContain(ends, end => end is not ("written" or "theme-open" or "stale"));
        Assert.Equal([.. shipped, shipped[^1] + 1], await NumbersAsync(house));
    }

    private static Task<List<int>> NumbersAsync(MonitoringHouse house) =>
        house.ReadAsync(db => db.Set<ThemeVersion>().Where(row => row.Code == Code).OrderBy(row => row.Number).Select(row => row.Number).ToListAsync());

    private static Task<MonitoringHouse> OpenAsync(StoreProvider provider) => MonitoringHouse.OpenAsync(store: provider == StoreProvider.Sqlite ? null
        : new StoreOptions { Provider = provider, ConnectionString = $"{TestStore.PostgresServer};Database=t{Guid.NewGuid():n}" });

    /// <summary>An account of the special station gets a second bill of the month, larger, from another station.</summary>
    private static string Move(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var find = new SqliteCommand($"""
            select b.cons_no from bill b join cons c on c.cons_no = b.cons_no where b.ym = '202605' and b.org_no = '{Special}' and b.amt_type = '01' limit 1
            """, connection);
        var account = (string)find.ExecuteScalar()!;
        using var columns = new SqliteCommand("select group_concat(name) from pragma_table_info('bill')", connection);
        var names = (string)columns.ExecuteScalar()!;
        using var change = new SqliteCommand($"""
            update bill set two_part = 0, contract_cap = 5000000000, elec_type = '100', run_cap = 4000000000 where cons_no = '{account}' and ym = '202605';
            update cons set tmp_flag = '03' where cons_no = '{account}';
            create temp table twin as select * from bill where cons_no = '{account}' and ym = '202605' and amt_type = '01' limit 1;
            update twin set bill_id = bill_id + 900000000000, org_no = '{Elsewhere}', run_cap = 5000000000;
            insert into bill ({names}) select {names} from twin
            """, connection);
        change.ExecuteNonQuery();
        return account;
    }

    private static ThemeContent.Changes Changes(MonitoringHouse house, int value)
    {
        var parameters = house.Services.GetRequiredService<ThemeLibrary>().Find(Code)!.Parameters
            .Select(each => each.Name == "min_cap" ? each with { Overrides = [new ParameterOverride(Special, System.Text.Json.JsonSerializer.SerializeToElement(value))] } : each).ToList();
        return new(null, null, null, null, null, null, null, null, null, null, parameters);
    }

    private static async Task<int> ApproveAsync(MonitoringHouse house, int value)
    {
        var me = new CurrentAccount(1, "p", "", "P-1", "3703", "/37/3703/", [Roles.Analyst], "zh");
        var ids = house.Services.GetRequiredService<Ids>();
        var number = await house.Services.GetRequiredService<CommitDoor>().RunAsync("1", async session =>
        {
            var written = await WriteThemeVersion.InsertAsync(session, Code, new("another value", null, Changes(house, value)), ids.Next(), me);
            await session.ExecuteAsync($"update theme_version set state = {ThemeStates.Approved}, effective_from = {new DateOnly(2026, 1, 1)} where code = {Code} and number = {written.Number}");
            return written.Number;
        });
        await house.Services.GetRequiredService<ThemeShelf>().RefreshAsync(default);
        return number;
    }

    private static async Task<IReadOnlyList<ThemeResult>> ScanAsync(MonitoringHouse house)
    {
        var scanner = house.Services.GetRequiredService<Scanner>();
        return await scanner.RunAsync(await scanner.OpenAsync(new ScanRequest("202605", [Code], null), "1", default), [Code], null, default);
    }
}
