using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Survey.Quality;
using Npgsql;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>The embedded copy and a warehouse on PostgreSQL give the same rows for the same data, every metric and limit equal to the last place.</summary>
public sealed class TwoDatabasesTests(TwoDatabasesTests.Pair pair) : IClassFixture<TwoDatabasesTests.Pair>
{
    public static TheoryData<string> Codes => [.. ThemeLibrary.Shipped().Current.Select(theme => theme.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Theme_SameCountyOnBothDatabases_FindsTheSameRows(string code)
    {
        if (!PostgresWarehouse.Available)
        {
            return;
        }

        var (theme, standard) = (ThemeLibrary.Shipped().Find(code)!, ThemeLibrary.Standard("202602", pair.Today));
        using var embedded = new RuleConnection(pair.Database, TimeProvider.System);
        using var warehouse = pair.Warehouse.Connect();
        var expected = RuleRun.Find(embedded, theme, standard, default);
        Assert.Equal(code == "DJ-05", expected.Count == 0);
        Assert.Equal(expected, RuleRun.Find(warehouse, theme, standard, default));
    }

    [Fact]
    public void QualityRules_SameCountyOnBothDatabases_FindTheSameRows()
    {
        if (!PostgresWarehouse.Available)
        {
            return;
        }

        var standard = ThemeLibrary.Standard("202602", pair.Today);
        using var embedded = new RuleConnection(pair.Database, TimeProvider.System);
        using var warehouse = pair.Warehouse.Connect();
        var found = 0;
        foreach (var rule in QualityLibrary.Shipped().All)
        {
            var expected = RuleRun.Find(embedded, rule.AsTheme(), standard, default);
            found += expected.Count;
            Assert.True(expected.SequenceEqual(RuleRun.Find(warehouse, rule.AsTheme(), standard, default)), rule.Code);
        }

        Assert.True(found > 0);
    }

    [Theory]
    [InlineData("delete from bill")]
    [InlineData("with gone as (delete from bill returning 1) select count(*) from gone")]
    [InlineData("update bill set pq = 0")]
    [InlineData("create temp table x (a int)")]
    [InlineData("create table mk.x (a int)")]
    [InlineData("select 1; delete from bill")]
    [InlineData("select * from public.secret")]
    [InlineData("select pg_read_file('/etc/passwd')")]
    [InlineData("select pg_ls_dir('/')")]
    [InlineData("select lo_import('/etc/passwd')")]
    [InlineData("copy bill to program 'cat'")]
    [InlineData("copy bill to '/tmp/never-written'")]
    [InlineData("set role casemgmt")]
    [InlineData("set session authorization casemgmt")]
    [InlineData("set transaction read write")]
    [InlineData("select * from bill for update")]
    [InlineData("create extension dblink")]
    [InlineData("do $$ begin perform 1; delete from mk.bill; end $$")]
    public void Warehouse_OtherThanReadingTheModel_IsRefused(string sql)
    {
        if (PostgresWarehouse.Available)
        {
            using var warehouse = pair.Warehouse.Connect();
            Assert.ThrowsAny<NpgsqlException>(() => Drain(warehouse, sql, TimeSpan.FromSeconds(10)));
        }
    }

    [Theory]
    [InlineData("select pg_sleep(60)")]
    [InlineData("select count(*) from bill a, bill b, bill c")]
    [InlineData("with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n")]
    public void Warehouse_StatementWithoutEnd_IsStoppedAfterItsTime(string sql)
    {
        if (PostgresWarehouse.Available)
        {
            using var warehouse = pair.Warehouse.Connect();
            var stopped = Assert.Throws<PostgresException>(() => Drain(warehouse, sql, TimeSpan.FromMilliseconds(200)));
            Assert.True(warehouse.WasTime(stopped));
            Drain(warehouse, "select 1", TimeSpan.FromSeconds(10));
        }
    }

    private static void Drain(PostgresRuleConnection warehouse, string sql, TimeSpan limit)
    {
        using var reader = warehouse.Read(sql, limit, default);
        while (reader.Read() || reader.NextResult())
        {
        }
    }

    /// <summary>One county, loaded twice.</summary>
    public sealed class Pair : IAsyncLifetime
    {
        private MonitoringHouse house = null!;

        public string Database { get; private set; } = "";

        public DateOnly Today { get; private set; }

        public PostgresWarehouse Warehouse { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            house = await MonitoringHouse.OpenAsync();
            var folder = house.County(1500, 13, "202602");
            var batch = await house.LoadAsync(folder);
            (Database, Today) = (house.Files.DatabaseOf(batch.Id), batch.Stamp!.Value);
            if (PostgresWarehouse.Available)
            {
                Warehouse = await PostgresWarehouse.OpenAsync(folder);
            }
        }

        public async Task DisposeAsync()
        {
            if (PostgresWarehouse.Available)
            {
                await Warehouse.DisposeAsync();
            }

            await house.DisposeAsync();
        }
    }
}
