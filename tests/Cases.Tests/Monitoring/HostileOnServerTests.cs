using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Themes;
using Npgsql;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>
/// Statements that got past the parser, sent to a warehouse on PostgreSQL as a rule is sent: refused by the wrapper, by the read-only transaction, by the login's
/// rights or by the time, each named by what the server says, and the data is as it was. Without a server there is nothing to ask.
/// </summary>
public sealed class HostileOnServerTests(HostileOnServerTests.Place place) : IClassFixture<HostileOnServerTests.Place>
{
    private const string Columns = "'a' as org_no, 'b' as obj_key, 1 as metric, 0 as limit_v";
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    [Theory]
    [InlineData("insert into bill select * from bill", "42601")]
    [InlineData("delete from bill", "42601")]
    [InlineData("set statement_timeout = 0", "42601")]
    [InlineData("commit", "42601")]
    [InlineData("begin; delete from bill", "42601")]
    [InlineData("explain select 1", "42601")]
    [InlineData("copy bill to program 'true'", "42601")]
    [InlineData("do $$ begin end $$", "42601")]
    [InlineData("create temp table x (a int)", "42601")]
    [InlineData("select {0}; delete from mk.bill", "42601")]
    [InlineData("select {0}) r; delete from mk.bill; --", "42601")]
    [InlineData("select {0} /* ", "42601")]
    [InlineData("with x as (delete from bill returning 1) select {0} from x", "0A000")]
    [InlineData("select {0} from bill for update", "25006,42501")]
    [InlineData("select {0}, nextval('mk.numbers')", "25006,42501")]
    [InlineData("select {0}, set_config('transaction_read_only', 'off', true)", "25001")]
    [InlineData("select {0}, set_config('session_authorization', 'casemgmt', true)", "42501,22023")]
    [InlineData("select {0}, set_config('role', 'pg_write_all_data', true)", "42501,22023")]
    [InlineData("select {0}, pg_read_file('/etc/passwd')", "42501")]
    [InlineData("select {0}, pg_ls_dir('/')", "42501")]
    [InlineData("select {0}, lo_import('/etc/passwd')", "42501")]
    [InlineData("select {0}, dblink('x', 'y')", "42883")]
    [InlineData("select {0}, pg_terminate_backend(pid) from pg_stat_activity where usename <> current_user", "42501")]
    [InlineData("select {0} from other.secret", "42501")]
    [InlineData("select {0} from secret", "42P01")]
    [InlineData("select {0} from pg_authid", "42501")]
    [InlineData("select {0} from pg_largeobject", "42501")]
    [InlineData("select {0} where length(repeat('x', 2000000000)) > 0", "54000")]
    public void Statement_OtherThanReadingTheModel_IsRefusedByTheServer(string sql, string states)
    {
        if (place.Warehouse is null)
        {
            return;
        }

        using var connection = place.Warehouse.Connect();
        Assert.Contains(Assert.Throws<PostgresException>(() => RunAll(connection, sql, TimeSpan.FromSeconds(5))).SqlState, states.Split(','));
        Assert.Equal(1, RunAll(connection, "select {0}", TimeSpan.FromSeconds(5)));
    }

    [Theory]
    [InlineData("select {0}, pg_sleep(20)")]
    [InlineData("select {0} from generate_series(1, 1000000000000) n where n < 0")]
    [InlineData("select {0} from (with recursive n(i) as (select 1 union all select 1 from n) select i from n) n where i < 0")]
    [InlineData("select {0} from bill a join bill b on a.pq <> b.pq join bill c on c.pq <> b.pq where a.pq + b.pq + c.pq < -1")]
    public void Statement_WithoutEnd_StopsAtItsTime(string sql)
    {
        if (place.Warehouse is null)
        {
            return;
        }

        using var connection = place.Warehouse.Connect();
        Assert.True(connection.WasTime(Assert.Throws<PostgresException>(() => RunAll(connection, sql, Short))));
        Assert.True(connection.IsAlive);
    }

    [Fact]
    public void Rows_BeyondTheLimit_DoNotCome()
    {
        if (place.Warehouse is not null)
        {
            using var connection = place.Warehouse.Connect();
            Assert.Equal(11, RunAll(connection, "select {0} from generate_series(1, 100000)", TimeSpan.FromSeconds(5), 10));
        }
    }

    /// <summary>What a function of the server may still do inside its transaction is gone with it.</summary>
    [Fact]
    public async Task Settings_AndObjectsMadeInside_EndWithTheStatement()
    {
        if (place.Warehouse is null)
        {
            return;
        }

        using var connection = place.Warehouse.Connect();
        RunAll(connection, "select {0}, set_config('statement_timeout', '0', false), set_config('search_path', 'other', false)", TimeSpan.FromSeconds(5));
        Assert.True(connection.WasTime(Assert.Throws<PostgresException>(() => RunAll(connection, "select {0}, pg_sleep(20)", Short))));
        Assert.Equal(1, RunAll(connection, "select {0} from (select 1 from bill limit 1) r", TimeSpan.FromSeconds(5)));
        await place.Warehouse.ExecuteAsync("do $$ begin if exists (select 1 from pg_largeobject_metadata) or (select count(*) from bill) = 0 then raise 'changed'; end if; end $$");
    }

    /// <summary>A site may have set its server so that a backslash escapes a quote; a text of a rule must not end there.</summary>
    [Fact]
    public async Task Text_WithABackslashBeforeItsQuote_StaysOneTextWhateverTheLoginIsSetTo()
    {
        if (place.Warehouse is null)
        {
            return;
        }

        await place.Warehouse.ExecuteAsync("alter role {reader} set standard_conforming_strings = off");
        using var connection = place.Warehouse.Connect();
        var rule = RuleCompiler.Compile(
            @"SELECT b.org_no, b.cons_no AS obj_key, b.pq AS metric, 0 AS limit_v FROM bill b WHERE b.ym = '\'') r; DELETE FROM bill; --'",
            ThemeLibrary.Standard("202605", new DateOnly(2026, 6, 10)).With([]), RuleDialect.Postgres);
        using var reader = connection.Run(rule, 10, TimeSpan.FromSeconds(5), default);
        Assert.False(reader.Read());
    }

    private static int RunAll(PostgresRuleConnection connection, string sql, TimeSpan limit, int most = 1000)
    {
        using var reader = connection.Run(new CompiledRule(sql.Replace("{0}", Columns, StringComparison.Ordinal), 0, 0), most, limit, default);
        var rows = 0;
        for (; reader.Read(); rows++)
        {
        }

        return rows;
    }

    /// <summary>A warehouse with more in its database than the model.</summary>
    public sealed class Place : IAsyncLifetime
    {
        private MonitoringHouse? house;

        public PostgresWarehouse? Warehouse { get; private set; }

        public async Task InitializeAsync()
        {
            if (PostgresWarehouse.Available)
            {
                house = await MonitoringHouse.OpenAsync();
                Warehouse = await PostgresWarehouse.OpenAsync(house.County());
                await Warehouse.ExecuteAsync("create schema other; create table other.secret (a int); create sequence numbers");
            }
        }

        public async Task DisposeAsync()
        {
            if (Warehouse is not null)
            {
                await Warehouse.DisposeAsync();
                await house!.DisposeAsync();
            }
        }
    }
}
