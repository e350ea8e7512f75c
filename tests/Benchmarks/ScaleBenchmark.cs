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

    private const int Rounds = 12;

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
        var rounds = new List<(Figures Empty, Figures Filled)>();
        for (var round = 0; round <= Rounds; round++)
        {
            var pair = await PairAsync(round, () => LoadAsync(empty, before, callers, span / Rounds), () => LoadAsync(filled, after, callers, span / Rounds));
            if (round > 0)
            {
                rounds.Add(pair);
            }
        }

        output.WriteLine($"{database}, empty,  {callers,2} callers: {Middle(rounds.Select(pair => pair.Empty))}");
        output.WriteLine($"{database}, filled, {callers,2} callers: {Middle(rounds.Select(pair => pair.Filled))}, {Times(rounds)}");
        await DepthAsync(output, database, filled, 10_000 / share, span);
    }

    private static async Task<Dictionary<string, long>> ProbesAsync(BenchEngine engine) => (await engine.StartAsync("plain", Probes)).ToDictionary(id => id, _ => 1L);

    private static Task<Figures> LoadAsync(BenchEngine engine, Dictionary<string, long> probes, int callers, TimeSpan span) => Load.RunAsync(engine, [.. probes.Keys], probes, callers, span);

    // Whoever goes first in one round goes second in the next.
    private static async Task<(Figures Empty, Figures Filled)> PairAsync(int round, Func<Task<Figures>> empty, Func<Task<Figures>> filled)
    {
        if (round % 2 == 0)
        {
            return (await empty(), await filled());
        }

        var second = await filled();
        return (await empty(), second);
    }

    private static Figures Middle(IEnumerable<Figures> rounds) => rounds.OrderBy(each => each.PerSecond).ElementAt(Rounds / 2);

    // Both sides of a round saw nearly the same machine, so their quotient says more than that of two medians.
    private static string Times(List<(Figures Empty, Figures Filled)> rounds)
    {
        var quotients = rounds.Select(pair => pair.Empty.PerSecond / pair.Filled.PerSecond).Order().ToList();
        var whole = rounds.Sum(pair => pair.Empty.PerSecond) / rounds.Sum(pair => pair.Filled.PerSecond);
        return $"{quotients[Rounds / 2]:N2} times the time (median of {Rounds} rounds, {quotients[0]:N2} to {quotients[^1]:N2}; all rounds together {whole:N2})";
    }

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
