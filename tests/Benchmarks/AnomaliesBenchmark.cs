using System.Diagnostics;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Tags;
using CaseMgmt.Cases.Monitoring.Themes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Benchmarks;

/// <summary>
/// The page of anomalies over a province's queue: every order, every width of organisation, the filters people use, first pages and far ones. Each question is
/// the whole of what the page asks: rows, capped total, names and tags. The rows are made set-based, kept in the system's temporary folder by their count and
/// the schema's last migration, and used again.
/// </summary>
internal static class AnomaliesBenchmark
{
    private const int Rounds = 5;

    private static readonly (string Name, string Path)[] Widths =
        [("province", "/37/"), ("city", "/37/3703/"), ("county", "/37/3703/370306/"), ("station", "/37/3703/370306/37030601/")];

    public static async Task RunAsync(TextWriter output, bool full)
    {
        var rows = full ? 5_000_000 : 50_000;
        await using var provider = await OpenAsync(rows, output);
        var figures = new List<(string What, double Milliseconds)>();
        foreach (var (width, path) in Widths)
        {
            var me = new CurrentAccount(1, "bench", "", "P-1", path.Trim('/').Split('/')[^1], path, [Roles.Analyst], "zh");
            foreach (var (name, filter, sort) in Questions())
            {
                await AskAsync(provider, me, filter, sort, null);
                string? after = null;
                for (var round = 0; round < Rounds; round++)
                {
                    var watch = Stopwatch.StartNew();
                    after = await AskAsync(provider, me, filter, sort, after);
                    figures.Add(($"{width}, {name}", watch.Elapsed.TotalMilliseconds));
                }
            }
        }

        Tell(output, rows, figures);
    }

    private static IEnumerable<(string Name, AnomalyFilter Filter, string Sort)> Questions()
    {
        var nothing = new AnomalyFilter(null, null, null, null, null, null);
        yield return ("everything by queue", nothing, "queue");
        yield return ("new by queue", nothing with { State = AnomalyStates.New }, "queue");
        yield return ("new by stake", nothing with { State = AnomalyStates.New }, "stake");
        yield return ("new by risk", nothing with { State = AnomalyStates.New }, "risk");
        yield return ("newest", nothing with { State = AnomalyStates.New }, "newest");
        yield return ("in a task", nothing with { State = AnomalyStates.InTask }, "queue");
        yield return ("one theme", nothing with { State = AnomalyStates.New, Theme = "DJ-07" }, "queue");
        yield return ("one theme of a month", nothing with { Theme = "DJ-07", Ym = "202605" }, "queue");
        yield return ("one month", nothing with { State = AnomalyStates.New, Ym = "202605" }, "queue");
        yield return ("special level", nothing with { Level = "special" }, "queue");
        yield return ("one account", nothing with { Q = "3700012345" }, "queue");
    }

    private static async Task<string?> AskAsync(ServiceProvider provider, CurrentAccount me, AnomalyFilter filter, string sort, string? after)
    {
        await using var scope = provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseDbContext>();
        var order = AnomalyOrder.Of(sort, filter.Theme);
        var (rows, _) = await ListAnomalies.ReadAsync(db, await AnomalyQuery.MatchingAsync(filter, db, me, default), filter, order, after, 50, default);
        var words = await AnomalyWords.ReadAsync(db, rows, provider.GetRequiredService<ThemeLibrary>(), "zh", default);
        var page = rows.Take(50).Select(row => AnomalyView.Of(row, words)).ToList();
        return rows.Count > 50 ? order.Cursor(rows[page.Count - 1]) : null;
    }

    private static void Tell(TextWriter output, int rows, List<(string What, double Milliseconds)> figures)
    {
        foreach (var slow in figures.GroupBy(figure => figure.What).Select(group => (What: group.Key, Most: group.Max(figure => figure.Milliseconds))).OrderByDescending(each => each.Most).Take(5))
        {
            output.WriteLine($"  {slow.What}: {slow.Most:N0} ms at most");
        }

        var sorted = figures.Select(figure => figure.Milliseconds).Order().ToList();
        output.WriteLine($"anomaly page over {rows:N0} anomalies, {sorted.Count} pages: p50 {sorted[sorted.Count / 2]:N1} ms, p95 {sorted[sorted.Count * 95 / 100]:N1} ms, most {sorted[^1]:N1} ms");
    }

    private static async Task<ServiceProvider> OpenAsync(int rows, TextWriter output)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"casemgmt-bench-anomalies-{rows}-{Schema()}");
        var provider = new ServiceCollection().AddLogging().AddCaseStore(new StoreOptions { DataDirectory = folder }).AddSingleton(_ => ThemeLibrary.Shipped()).BuildServiceProvider();
        var made = File.Exists(Path.Combine(folder, "complete"));
        await provider.MigrateAsync();
        if (!made)
        {
            var watch = Stopwatch.StartNew();
            Make(Path.Combine(folder, "cases.db"), rows);
            await File.WriteAllTextAsync(Path.Combine(folder, "complete"), "");
            output.WriteLine($"made {rows:N0} anomalies with their indexes in {watch.Elapsed.TotalSeconds:N0} s");
        }

        return provider;
    }

    private static string Schema()
    {
        using var context = new SqliteCaseDbContext(new DbContextOptionsBuilder<SqliteCaseDbContext>().UseSqlite().Options);
        return context.Database.GetMigrations().Last();
    }

    /// <summary>17 cities of 8 counties of 12 stations, 80 themes, 13 months; indexes after the rows, as the database builds them quickest.</summary>
    private static void Make(string path, int rows)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        var indexes = new List<(string Name, string Sql)>();
        using (var list = new SqliteCommand("select name, sql from sqlite_master where type = 'index' and tbl_name = 'anomaly' and sql is not null", connection))
        using (var reader = list.ExecuteReader())
        {
            while (reader.Read())
            {
                indexes.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        Execute(connection, "pragma synchronous=off; pragma cache_size=-262144; " + string.Concat(indexes.Select(index => $"drop index {index.Name};")));
        Execute(connection, $"begin; {Units} {Rows(rows)}; commit");
        indexes.ForEach(index => Execute(connection, index.Sql));
        Execute(connection, Statistics.Sqlite);
        Execute(connection, "pragma wal_checkpoint(truncate)");
    }

    private const string Units = """
        insert or ignore into org_unit (org_no, name, parent_org_no, org_path, level, version) values ('37', '省', null, '/37/', 1, 1);
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 17)
        insert into org_unit (org_no, name, parent_org_no, org_path, level, version) select printf('37%02d', i), '市' || i, '37', printf('/37/37%02d/', i), 2, 1 from n;
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 8)
        insert into org_unit (org_no, name, parent_org_no, org_path, level, version)
        select c.org_no || printf('%02d', i), '县' || i, c.org_no, c.org_path || c.org_no || printf('%02d/', i), 3, 1 from org_unit c, n where c.level = 2;
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 12)
        insert into org_unit (org_no, name, parent_org_no, org_path, level, version)
        select c.org_no || printf('%02d', i), '所' || i, c.org_no, c.org_path || c.org_no || printf('%02d/', i), 4, 1 from org_unit c, n where c.level = 3;
        """;

    /// <summary>A fixed multiplier scatters the values: the same rows every time, in no order that an index could profit from.</summary>
    private static string Rows(int rows)
    {
        var themes = string.Join(" union all ", ThemeLibrary.Shipped().Current.Select((theme, i) => $"select {i} as i, '{theme.Code}' as code, '{theme.Level}' as level, '{theme.Specialty}' as specialty"));
        var count = ThemeLibrary.Shipped().Current.Count;
        return $"""
            create temp table t as {themes};
            create unique index temp.t_i on t (i);
            create temp table u as select row_number() over (order by org_no) - 1 as i, org_no, org_path from org_unit where level = 4;
            create unique index temp.u_i on u (i);
            with recursive n(i) as (select 0 union all select i + 1 from n where i < {rows - 1}),
            v as (select i, i % {count} as theme, (i * 7919) % 1632 as unit, (i * 104729) % 100 as dice, ((i * 15485863) % 1000003) * 10 as stake, (i * 49979687) % 101 as risk from n)
            insert into anomaly (id, theme_code, theme_version, ym, obj_key, org_no, org_path, metric, limit_value, level, specialty, state, hits, first_seen_at, last_seen_at, last_run_id,
                stake_fen, risk, queue_key, tags, secret, version)
            select 1000000000 + v.i, t.code, 1, case when v.i / {count} % 13 < 8 then '2025' || printf('%02d', 5 + v.i / {count} % 13) else '2026' || printf('%02d', v.i / {count} % 13 - 7) end,
                printf('37%08d', v.i / {count * 13}), u.org_no, u.org_path, '100.5', '50.0', t.level, t.specialty,
                case when dice < 60 then 'new' when dice < 70 then 'to-handle' when dice < 85 then 'ignored' when dice < 88 then 'reanalyse' when dice < 90 then 'in-task' when dice < 96 then 'done' else 'self-cleared' end,
                1, '2026-06-01 00:00:00', '2026-06-01 00:00:00', 1, v.stake, v.risk,
                (case t.level when 'special' then 5 when '1' then 4 when '2' then 3 when '3' then 2 else 1 end) * 10000000000000000 + v.stake * 1000 + v.risk, '', 0, 1
            from v join t on t.i = v.theme join u on u.i = v.unit
            """;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection) { CommandTimeout = 3600 };
        command.ExecuteNonQuery();
    }
}
