using System.Collections.Concurrent;
using System.Diagnostics;
using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.DataGenerator;
using Npgsql;

namespace CaseMgmt.Benchmarks;

/// <summary>
/// The bench county on a PostgreSQL server, multiplied there and kept by name. It is a fixture and no store: the tables are unlogged, so the server writes every
/// row once; a server that crashed empties them, and then they are made again. It is as small as it can be and still answer alike: columns lie in the order that
/// wastes no bytes between them, keys end in two letters, keys that only number the rows and that no other table names get no index, of two indexes over the
/// same columns the one that begins with the account is enough, an index of the month alone is left out, because every page has rows of every month, and where an
/// account has a dozen rows of which rules read one, its key alone is indexed, which the server then stores once for all of them.
/// </summary>
internal sealed class CityWarehouse(string server, BenchCounty county)
{
    public const string Schema = "mk";
    private const string Seed = "seed";
    private const int Connections = 2;
    private static readonly string[] ByAccount = ["mr_read", "coll_day"];

    public string Name { get; } = $"bench_{Path.GetFileName(county.Folder)}_{county.Copies}";

    public string Reader => Name + "_reader";

    public string Connection(string database, string? user = null)
    {
        var text = new NpgsqlConnectionStringBuilder(server) { Database = database, Pooling = false, CommandTimeout = 0 };
        text.Username = user ?? text.Username;
        return text.ToString();
    }

    /// <summary>Makes the database unless an earlier run did.</summary>
    public async Task MakeAsync(TextWriter output)
    {
        if (await IsThereAsync())
        {
            return;
        }

        var watch = Stopwatch.StartNew();
        var making = Name + "_new";
        await RunAsync(server, $"drop database if exists {Name}", $"drop database if exists {making}", $"create database {making}");
        await PostgresCounty.LoadAsync(Connection(making), Seed, county.Files, Reader);
        await RunAsync(Connection(making), $"create schema {Schema}");
        var tables = new ConcurrentQueue<MarketingTable>(MarketingModel.Current.Tables.OrderByDescending(table => new FileInfo(Path.Combine(county.Files, table.Name + ".csv")).Length));
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => FillAsync(Connection(making), tables))));
        await RunAsync(Connection(making), $"drop schema {Seed} cascade", $"grant usage on schema {Schema} to {Reader}", $"grant select on all tables in schema {Schema} to {Reader}");
        await RunAsync(server, $"alter database {making} rename to {Name}");
        output.WriteLine($"made in {watch.Elapsed.TotalSeconds:N0} s, {await NumberAsync(server, $"select pg_database_size('{Name}')") / 1e9:N1} GB; gone with: drop database {Name}");
    }

    private async Task<bool> IsThereAsync() => await NumberAsync(server, $"select count(*) from pg_database where datname = '{Name}'") == 1
        && await NumberAsync(Connection(Name), $"select count(*) from (select 1 from {Schema}.cons limit 1) r") == 1;

    private async Task FillAsync(string connection, ConcurrentQueue<MarketingTable> tables)
    {
        await using var filling = new NpgsqlConnection(connection);
        await filling.OpenAsync();
        await RunAsync(filling, $"set search_path = {Schema}; set maintenance_work_mem = '512MB'");
        while (tables.TryDequeue(out var table))
        {
            var columns = table.Columns.OrderBy(Alignment).ToList();
            await RunAsync(filling, $"create unlogged table {table.Name} as select {Names(columns)} from {Seed}.{table.Name} limit 0");
            await RunAsync(filling, $"insert into {table.Name} select {BenchCounty.Copied(columns, "c.suffix")} from {Seed}.{table.Name} t cross join ({CopiesOf(table)}) c");
            await RunAsync(filling, $"vacuum (freeze, analyze) {table.Name}");
            foreach (var index in Indexed(table))
            {
                await RunAsync(filling, $"create index on {table.Name} ({index}) with (fillfactor = 100)");
            }
        }
    }

    /// <summary>The row itself has the number 0 and no suffix; the others have two letters.</summary>
    private string CopiesOf(MarketingTable table) => $"""
        select k, case when k = 0 then '' else chr(97 + (k / 26)::int) || chr(97 + (k % 26)::int) end as suffix from generate_series(0::bigint, {county.CopiesOf(table) - 1}) k
        """;

    private static int Alignment(MarketingColumn column) => column.Kind switch { ColumnKind.Integer or ColumnKind.Time => 0, ColumnKind.Date => 1, ColumnKind.Bit => 2, _ => 3 };

    private static string Names(IEnumerable<MarketingColumn> columns) => string.Join(", ", columns.Select(column => column.Name));

    private static IEnumerable<string> Indexed(MarketingTable table)
    {
        var key = string.Join(", ", table.PrimaryKey);
        var named = !table.HasRowIdKey || MarketingModel.Current.Tables.Any(other => other != table && key != "id" && other.Find(key) is not null);
        return table.Indexes.Select(index => ByAccount.Contains(table.Name) ? ["cons_no"] : index.Columns).Where(columns => columns is not ["ym"]).GroupBy(columns => string.Join(',', columns.Order(StringComparer.Ordinal)))
            .Select(alike => string.Join(", ", alike.MinBy(columns => columns[0], StringComparer.Ordinal)!)).Concat(named ? [key] : []);
    }

    private static async Task RunAsync(string connection, params IEnumerable<string> statements)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        foreach (var sql in statements)
        {
            await RunAsync(open, sql);
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> NumberAsync(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
