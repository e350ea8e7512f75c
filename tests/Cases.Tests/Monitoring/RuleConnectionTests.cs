using CaseMgmt.Cases.Monitoring.Screening;
using Microsoft.Data.Sqlite;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>Whatever got past the parser, the connection itself can only read the model.</summary>
public sealed class RuleConnectionTests : IAsyncLifetime
{
    private MonitoringHouse house = null!;
    private string database = "";

    public async Task InitializeAsync()
    {
        house = await MonitoringHouse.OpenAsync();
        database = house.Files.DatabaseOf((await house.LoadAsync(house.County())).Id);
    }

    public Task DisposeAsync() => house.DisposeAsync().AsTask();

    [Theory]
    [InlineData("delete from bill")]
    [InlineData("update bill set pq = 0")]
    [InlineData("create temp table x (a)")]
    [InlineData("pragma query_only = off")]
    [InlineData("attach ':memory:' as x")]
    [InlineData("vacuum into '/tmp/never-written.db'")]
    [InlineData("begin immediate")]
    [InlineData("select * from sqlite_master")]
    [InlineData("select * from pragma_table_info('bill')")]
    [InlineData("select load_extension('x')")]
    [InlineData("select randomblob(1000000000)")]
    [InlineData("with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n")]
    public void Statement_OtherThanReadingTheModel_IsRefused(string sql)
    {
        using var connection = new RuleConnection(database, TimeProvider.System);
        Assert.Throws<SqliteException>(() =>
        {
            using var reader = connection.Read(sql, TimeSpan.FromSeconds(5), default);
            while (reader.Read())
            {
            }
        });
        Assert.False(File.Exists("/tmp/never-written.db"));
    }

    [Fact]
    public void Statement_WithoutEnd_IsStoppedAfterItsTime()
    {
        using var connection = new RuleConnection(database, TimeProvider.System);
        Assert.Throws<SqliteException>(() =>
        {
            using var reader = connection.Read("select count(*) from bill a join bill b on a.pq <> b.pq join bill c on c.pq <> b.pq", TimeSpan.FromMilliseconds(200), default);
            reader.Read();
        });
        Assert.True(connection.Expired);
    }
}
