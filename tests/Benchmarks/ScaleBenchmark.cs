using System.Data.Common;
using System.Diagnostics;
using CaseMgmt.Cases.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CaseMgmt.Benchmarks;

/// <summary>
/// Whether a transition costs the same in a full database: the same probes turn by turn on an empty one and on one with 1,000 versions, 1,000,000 finished
/// and 100,000 waiting instances; and an instance with 10,000 past steps beside one with a few. A quick run takes a hundredth of each.
/// </summary>
internal static class ScaleBenchmark
{
    private const int Probes = 500;

    private const int Rounds = 4;

    public static async Task RunAsync(TextWriter output, TimeSpan span, bool full)
    {
        using (var one = new ScratchFolder())
        using (var other = new ScratchFolder())
        {
            await RunAsync(output, "SQLite", new Sides(Embedded(one.Path), Embedded(other.Path), options => new SqliteConnection($"Data Source={options.SqlitePath};Pooling=False")), 8, span, full ? 1 : 100);
        }

        await TestServer.RunAsync(output, one => TestServer.RunAsync(output, async other =>
        {
            using var folder = new ScratchFolder();
            var sides = new Sides(Served(one, folder.Path), Served(other, folder.Path), options => new NpgsqlConnection(options.ConnectionString));
            await RunAsync(output, "PostgreSQL", sides, 16, span, full ? 1 : 100);
        }));
    }

    // Turn by turn on the empty and the filled database, so that what else the machine does falls on both alike.
    private static async Task RunAsync(TextWriter output, string database, Sides sides, int callers, TimeSpan span, int share)
    {
        await using var empty = await BenchEngine.OpenAsync(sides.Empty);
        await using var filled = await BenchEngine.OpenAsync(sides.Filled);
        var (before, after) = (await ProbesAsync(empty), await ProbesAsync(filled));
        var watch = Stopwatch.StartNew();
        await FillAsync(filled, () => sides.Connect(sides.Filled), share);
        output.WriteLine($"{database}, filled with {1000 / share:N0} versions, {1_000_000 / share:N0} finished and {100_000 / share:N0} waiting instances in {watch.Elapsed.TotalSeconds:N0} s");
        var (small, large) = (new List<Figures>(), new List<Figures>());
        for (var round = 0; round <= Rounds; round++)
        {
            var (one, two) = (await LoadAsync(empty, before, callers, span / Rounds), await LoadAsync(filled, after, callers, span / Rounds));
            if (round > 0)
            {
                small.Add(one);
                large.Add(two);
            }
        }

        output.WriteLine($"{database}, empty,  {callers,2} callers: {Middle(small)}");
        output.WriteLine($"{database}, filled, {callers,2} callers: {Middle(large)}, {small.Sum(each => each.PerSecond) / large.Sum(each => each.PerSecond):N2} times the time");
        await DepthAsync(output, database, filled, 10_000 / share, span);
    }

    private static async Task<Dictionary<string, long>> ProbesAsync(BenchEngine engine) => (await engine.StartAsync("plain", Probes)).ToDictionary(id => id, _ => 1L);

    private static Task<Figures> LoadAsync(BenchEngine engine, Dictionary<string, long> probes, int callers, TimeSpan span) => Load.RunAsync(engine, [.. probes.Keys], probes, callers, span);

    private static Figures Middle(List<Figures> rounds) => rounds.OrderBy(each => each.PerSecond).ElementAt(rounds.Count / 2);

    private static StoreOptions Embedded(string folder) => new() { DataDirectory = folder };

    private static StoreOptions Served(string connectionString, string folder) => new() { Provider = StoreProvider.Postgres, ConnectionString = connectionString, DataDirectory = folder };

    private static async Task FillAsync(BenchEngine engine, Func<DbConnection> connect, int share)
    {
        var template = (await engine.StartAsync("work-items", 1))[0];
        await using var model = engine.Context();
        await using var connection = connect();
        await connection.OpenAsync();
        var multiplied = new Multiplied(model, connection, template);
        await multiplied.VersionsAsync(1000 / share);
        await multiplied.FinishedAsync(1_000_000 / share);
        await multiplied.WaitingAsync(100_000 / share);
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 600;
        // The log of the filling belongs to the filling; what an idle database would have done in the night is done at once.
        command.CommandText = connection is SqliteConnection ? "pragma wal_checkpoint(truncate)" : "vacuum analyze";
        await command.ExecuteNonQueryAsync();
    }

    // One caller, turn by turn on the two instances, so that what else the machine does falls on both alike.
    private static async Task DepthAsync(TextWriter output, string database, BenchEngine engine, int steps, TimeSpan span)
    {
        var (deep, fresh) = ((await engine.StartAsync("plain", 1, from: 1_000_000))[0], (await engine.StartAsync("plain", 1, from: 1_000_001))[0]);
        var (deepAt, freshAt) = (1L, 1L);
        while (deepAt <= steps)
        {
            await engine.AnswerAsync(deep, deepAt++);
        }

        var (deepTime, freshTime) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < span;)
        {
            deepTime += await TimeAsync(() => engine.AnswerAsync(deep, deepAt++));
            freshTime += await TimeAsync(() => engine.AnswerAsync(fresh, freshAt++));
        }

        output.WriteLine($"{database}, {steps:N0} past steps: {deepTime / freshTime:N2} times the time of an instance that began just now");
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> step)
    {
        var started = Stopwatch.GetTimestamp();
        await step();
        return Stopwatch.GetElapsedTime(started);
    }

    private sealed record Sides(StoreOptions Empty, StoreOptions Filled, Func<StoreOptions, DbConnection> Connect);
}
