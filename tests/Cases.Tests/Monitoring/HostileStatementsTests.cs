using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;
using Microsoft.Data.Sqlite;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>
/// Statements that got past the parser. On the embedded copy each of them works on a plain connection that only opens the file for reading, and is refused on the
/// connection of the rules, so it is the guard that refuses it and not the statement that is wrong.
/// </summary>
public sealed class HostileStatementsTests(HostileStatementsTests.Copy copy) : IClassFixture<HostileStatementsTests.Copy>
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    [Theory]
    [InlineData("pragma query_only = off")]
    [InlineData("pragma writable_schema = on")]
    [InlineData("pragma temp_store_directory = '/tmp'")]
    [InlineData("attach ':memory:' as other")]
    [InlineData("begin")]
    [InlineData("vacuum into '{file}'")]
    [InlineData("create temp table x (a)")]
    [InlineData("create temp view x as select 1 from bill")]
    [InlineData("select name from sqlite_master")]
    [InlineData("select name from sqlite_schema")]
    [InlineData("select name from sqlite_temp_master")]
    [InlineData("select tbl from sqlite_stat1")]
    [InlineData("select name from pragma_table_info('bill')")]
    [InlineData("select file from pragma_database_list")]
    [InlineData("select value from json_each('[1]')")]
    [InlineData("select sqlite_version()")]
    [InlineData("select sqlite_compileoption_get(0)")]
    [InlineData("select last_insert_rowid()")]
    [InlineData("select randomblob(8)")]
    [InlineData("select length(zeroblob(900000000))")]
    [InlineData("select length(printf('%500000000d', 1))")]
    [InlineData("select length(hex(zeroblob(1000000)))")]
    [InlineData("select length(group_concat(b.cons_no)) from bill b")]
    [InlineData("select length(replace(replace(replace('aaaaaaaaaa', 'a', 'bbbbbbbbbbbbbbbbbbbb'), 'b', 'cccccccccccccccccccc'), 'c', 'dddddddddddddddddddddddddddddddddddddddd'))")]
    [InlineData("select instr(ym, '2') from bill")]
    [InlineData("select ym like '{pattern}' from bill")]
    [InlineData("select count(*) from bill where pq > {sum}")]
    [InlineData("{unions}")]
    [InlineData("with recursive n(i) as (select 1 union all select i + 1 from n limit 5) select count(*) from n")]
    [InlineData("select count(*) from json_each('[1]')")]
    [InlineData("select count(*) from sqlite_master")]
    [InlineData("select rowid from secret")]
    [InlineData("select count(*) from secret")]
    [InlineData("explain select 1; delete from bill")]
    public void Statement_ThatAPlainConnectionWouldRun_IsRefused(string sql)
    {
        var file = Path.Combine(copy.Folder, Guid.NewGuid().ToString("n"));
        sql = sql.Replace("{file}", file, StringComparison.Ordinal).Replace("{pattern}", string.Concat(Enumerable.Repeat("%a", 2000)), StringComparison.Ordinal)
            .Replace("{sum}", string.Join(" + ", Enumerable.Repeat("1", 500)), StringComparison.Ordinal).Replace("{unions}", string.Join(" union all ", Enumerable.Repeat("select pq from bill", 40)), StringComparison.Ordinal);
        if (!sql.Contains("; delete", StringComparison.Ordinal))
        {
            copy.RunPlain(sql);
        }

        File.Delete(file);
        using var guarded = new RuleConnection(copy.Database, TimeProvider.System);
        Assert.Throws<SqliteException>(() => ReadAll(guarded, sql, TimeSpan.FromSeconds(5)));
        Assert.False(guarded.Expired || File.Exists(file));
    }

    [Theory]
    [InlineData("select count(*) from bill a join bill b on a.pq <> b.pq join bill c on c.pq <> b.pq")]
    [InlineData("select distinct a.pq + b.rq * c.pq from bill a join bill b on a.pq <> b.pq join bill c on c.pq <> b.pq")]
    [InlineData("select a.pq from bill a join bill b on a.pq <> b.pq join bill c on c.pq <> b.pq order by a.pq * b.pq * c.pq")]
    [InlineData("select sum(a.pq) from bill a join bill b on a.pq <> b.pq join bill c on c.pq <> b.pq group by a.cons_no, b.cons_no, c.cons_no having sum(a.pq) < 0")]
    [InlineData("select count(*) from bill a where exists (select 1 from bill b where not exists (select 1 from bill c where c.pq + b.pq + a.pq < -1))")]
    public void Statement_WithoutEnd_StopsAtItsTimeAndLeavesTheConnectionUsable(string sql)
    {
        using var guarded = new RuleConnection(copy.Database, TimeProvider.System);
        Assert.Throws<SqliteException>(() => ReadAll(guarded, sql, Short));
        Assert.True(guarded.Expired);
        Assert.Equal(1, ReadAll(guarded, "select count(*) from bill", TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void Statement_Cancelled_StopsAtOnce()
    {
        using var guarded = new RuleConnection(copy.Database, TimeProvider.System);
        Assert.Throws<SqliteException>(() => ReadAll(guarded, "select count(*) from bill a join bill b on a.pq <> b.pq join bill c on c.pq <> b.pq", TimeSpan.FromMinutes(5), new CancellationToken(true)));
    }

    private static int ReadAll(RuleConnection connection, string sql, TimeSpan limit, CancellationToken stop = default)
    {
        using var reader = connection.Read(sql, limit, stop);
        var rows = 0;
        do
        {
            for (; reader.Read(); rows++)
            {
            }
        }
        while (reader.NextResult());

        return rows;
    }

    /// <summary>A county with one table that is none of the model, and what reading it without the guard gives.</summary>
    public sealed class Copy : IAsyncLifetime
    {
        private MonitoringHouse house = null!;

        public string Folder => house.Root;

        public string Database { get; private set; } = "";

        public async Task InitializeAsync()
        {
            house = await MonitoringHouse.OpenAsync();
            Database = house.Files.DatabaseOf((await house.LoadAsync(house.County())).Id);
            using var owner = new SqliteConnection($"Data Source={Database};Pooling=False");
            owner.Open();
            using var more = new SqliteCommand("create table secret (a); insert into secret values (1); analyze", owner);
            more.ExecuteNonQuery();
        }

        public Task DisposeAsync() => house.DisposeAsync().AsTask();

        public void RunPlain(string sql)
        {
            using var plain = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            plain.Open();
            using var command = new SqliteCommand(sql, plain);
            using var reader = command.ExecuteReader();
            _ = reader.Read();
        }
    }
}
