using System.Diagnostics;
using System.Globalization;
using CaseMgmt.Cases.History;
using CaseMgmt.Workflows.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Chaos;

/// <summary>A real process under load is killed with SIGKILL again and again; afterwards every answer it confirmed is there, once, and the work can be ended.</summary>
public sealed class KillTests
{
    private static string Postgres => Environment.GetEnvironmentVariable("CASEMGMT_TEST_POSTGRES") ?? "";

    /// <summary>Twenty kills; CHAOS_KILLS asks for a longer experiment.</summary>
    private static int Kills => int.Parse(Environment.GetEnvironmentVariable("CHAOS_KILLS") ?? "20", CultureInfo.InvariantCulture);

    public static TheoryData<string> Databases => Postgres.Length == 0 ? new("SQLite") : new("SQLite", "PostgreSQL");

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Process_KilledTwentyTimesInMidLoad_LosesAndDoublesNothing(string database)
    {
        var folder = Directory.CreateTempSubdirectory("chaos").FullName;
        var server = database == "SQLite" ? "" : $"{Postgres};Database=chaos{Guid.NewGuid():n}";
        var random = new Random(20260601);
        var confirmed = new List<string>();
        for (var kill = 0; kill < Kills; kill++)
        {
            await RunAsync(folder, server, kill, lines: random.Next(1, 60), confirmed);
        }

        await RunAsync(folder, server, Kills, lines: int.MaxValue, confirmed);
        await CheckAsync(folder, server, confirmed);
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    // Kills after so many confirmed answers: at that moment seven others are in flight.
    private static async Task RunAsync(string folder, string server, int seed, int lines, List<string> confirmed)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Worker).Assembly.Location, "worker", folder, $"{seed}", server])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        for (var count = 0; count < lines && await process.StandardOutput.ReadLineAsync() is { } line; count++)
        {
            confirmed.Add(line);
        }

        process.Kill();
        while (await process.StandardOutput.ReadLineAsync() is { } late)
        {
            confirmed.Add(late);
        }

        await process.WaitForExitAsync();
        Assert.Equal("", await errors);
    }

    private static async Task CheckAsync(string folder, string server, List<string> confirmed)
    {
        await using var engine = await ChaosEngine.OpenAsync(folder, server);
        await using var context = engine.Context();
        var instances = await context.Set<InstanceRow>().AsNoTracking().ToListAsync();
        Assert.Equal(ChaosEngine.Parents * 9, instances.Count);
        Assert.All(instances, instance => Assert.Equal("Finished", instance.SubStatus));
        Assert.All(instances.Where(instance => instance.DefinitionId == "child"), child => Assert.Equal(21, child.Sequence));
        Assert.All(instances.Where(instance => instance.DefinitionId == "parent"), parent => Assert.Equal(2, parent.Sequence));
        Assert.Equal(0, await context.Set<BookmarkRow>().CountAsync());
        Assert.Equal(0, await context.Set<OutboxRow>().CountAsync());
        Assert.Equal(0, await context.Set<FanInRow>().CountAsync());

        // A confirmed answer is a burnt bookmark: its key is there, and nobody was told twice.
        var keys = (await context.Set<RequestKeyRow>().AsNoTracking().Select(row => row.RequestKey).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(confirmed.Count, confirmed.Distinct().Count());
        Assert.All(confirmed, line => Assert.Contains(line.Split(' ')[1], keys));
        Assert.Null((await VerifyHistory.RunAsync(engine.Context, key: null)).Problem);
    }
}
