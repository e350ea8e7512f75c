using System.Data.Common;
using System.Diagnostics;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Monitoring.Tags;
using CaseMgmt.Cases.Monitoring.Themes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CaseMgmt.Benchmarks;

/// <summary>
/// The page of anomalies over a province's queue: every order, every width of organisation, the filters people use, first pages and far ones. Each question is
/// the whole of what the page asks: rows, capped total, names and tags. The rows are made set-based, kept in the system's temporary folder by their count and
/// the schema's last migration, and used again.
/// </summary>
internal static class AnomaliesBenchmark
{
    private const int Rounds = 5;

    /// <param name="Processor">Milliseconds of processor time of this process, the embedded database included: what is left of the figure when nothing else runs.</param>
    private sealed record Figure(string What, double Milliseconds, double Processor);

    private static readonly (string Name, string Path)[] Widths =
        [("province", "/37/"), ("city", "/37/3703/"), ("county", "/37/3703/370306/"), ("station", "/37/3703/370306/37030601/")];

    public static async Task RunAsync(TextWriter output, bool full)
    {
        var rows = full ? 5_000_000 : 50_000;
        await using (var embedded = await EmbeddedAsync(rows, output))
        {
            await AskAllAsync(embedded, "SQLite", rows, output);
        }

        await TestServer.RunAsync(output, async text =>
        {
            await using var served = await ServedAsync(text, rows, output);
            await AskAllAsync(served, "PostgreSQL", rows, output);
        });
    }

    private static async Task AskAllAsync(ServiceProvider provider, string database, int rows, TextWriter output)
    {
        var figures = new List<Figure>();
        foreach (var (width, path) in Widths)
        {
            var me = new CurrentAccount(1, "bench", "", "P-1", path.Trim('/').Split('/')[^1], path, [Roles.Analyst], "zh");
            foreach (var (name, filter, sort) in Questions())
            {
                await AskAsync(provider, me, filter, sort, null);
                string? after = null;
                for (var round = 0; round < Rounds; round++)
                {
                    var (watch, busy) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
                    after = await AskAsync(provider, me, filter, sort, after);
                    figures.Add(new($"{width}, {name}", watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - busy).TotalMilliseconds));
                }
            }
        }

        Tell(output, database, rows, figures);
    }

    private static IEnumerable<(string Name, AnomalyFilter Filter, string Sort)> Questions()
    {
        var nothing = new AnomalyFilter(null, null, null, null, null, null);
        yield return ("everything by queue", nothing, "queue");
        yield return ("new by queue", nothing with { State = AnomalyStates.New }, "queue");
        yield return ("new by stake", nothing with { State = AnomalyStates.New }, "stake");
        yield return ("new by risk", nothing with { State = AnomalyStates.New }, "risk");
        yield return ("newest", nothing with { State = AnomalyStates.New }, "newest");
        yield return ("to handle by risk", nothing with { State = AnomalyStates.ToHandle }, "risk");
        yield return ("in a task", nothing with { State = AnomalyStates.InTask }, "queue");
        yield return ("one theme", nothing with { State = AnomalyStates.New, Theme = "DJ-07" }, "queue");
        yield return ("one theme of a month", nothing with { Theme = "DJ-07", Ym = "202605" }, "queue");
        yield return ("one theme by metric", nothing with { Theme = "DJ-07" }, "metric");
        yield return ("one theme by hits", nothing with { Theme = "DJ-07" }, "hits");
        yield return ("one month by stake", nothing with { State = AnomalyStates.New, Ym = "202605" }, "stake");
        yield return ("one month", nothing with { State = AnomalyStates.New, Ym = "202605" }, "queue");
        yield return ("special level", nothing with { Level = "special" }, "queue");
        yield return ("special level by stake", nothing with { State = AnomalyStates.New, Level = "special" }, "stake");
        yield return ("one account", nothing with { Q = "3700012345" }, "queue");
        yield return ("some accounts", nothing with { Q = "370001234" }, "queue");
        yield return ("many accounts", nothing with { Q = "370001" }, "queue");
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

    private static void Tell(TextWriter output, string database, int rows, List<Figure> figures)
    {
        foreach (var slow in figures.GroupBy(figure => figure.What).Select(group => (What: group.Key, Most: group.Max(figure => figure.Milliseconds))).OrderByDescending(each => each.Most).Take(5))
        {
            output.WriteLine($"  {slow.What}: {slow.Most:N0} ms at most");
        }

        var (sorted, busy) = (figures.Select(figure => figure.Milliseconds).Order().ToList(), figures.Select(figure => figure.Processor).Order().ToList());
        output.WriteLine($"{database}: anomaly page over {rows:N0} anomalies, {sorted.Count} pages: p50 {sorted[sorted.Count / 2]:N1} ms, p95 {sorted[sorted.Count * 95 / 100]:N1} ms, most {sorted[^1]:N1} ms; "
            + $"of our process's own processor time p50 {busy[busy.Count / 2]:N1} ms, p95 {busy[busy.Count * 95 / 100]:N1} ms");
    }

    private static async Task<ServiceProvider> EmbeddedAsync(int rows, TextWriter output)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"casemgmt-bench-anomalies-{rows}-{Schema()}");
        var provider = Open(new StoreOptions { DataDirectory = folder });
        await provider.MigrateAsync();
        if (!File.Exists(Path.Combine(folder, "complete")))
        {
            await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "cases.db")};Pooling=False");
            await MakeAsync(connection, StoreProvider.Sqlite, rows, output);
            await File.WriteAllTextAsync(Path.Combine(folder, "complete"), "");
        }

        return provider;
    }

    private static async Task<ServiceProvider> ServedAsync(string text, int rows, TextWriter output)
    {
        var provider = Open(new StoreOptions { Provider = StoreProvider.Postgres, ConnectionString = text });
        await provider.MigrateAsync();
        await using var connection = new NpgsqlConnection(text);
        await MakeAsync(connection, StoreProvider.Postgres, rows, output);
        return provider;
    }

    private static async Task MakeAsync(DbConnection connection, StoreProvider provider, int rows, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        await connection.OpenAsync();
        new AnomalyRows(connection, provider).Make(rows);
        output.WriteLine($"{provider}: made {rows:N0} anomalies with their indexes in {watch.Elapsed.TotalSeconds:N0} s");
    }

    private static ServiceProvider Open(StoreOptions options) =>
        new ServiceCollection().AddLogging().AddCaseStore(options).AddSingleton(_ => ThemeLibrary.Shipped()).BuildServiceProvider();

    private static string Schema()
    {
        using var context = new SqliteCaseDbContext(new DbContextOptionsBuilder<SqliteCaseDbContext>().UseSqlite().Options);
        return context.Database.GetMigrations().Last();
    }
}
