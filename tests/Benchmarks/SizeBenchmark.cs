using CaseMgmt.Cases.Data;
using Microsoft.Data.Sqlite;

namespace CaseMgmt.Benchmarks;

/// <summary>Bytes on disk per transition, history included, and whether a step costs the same with many instances in the tables.</summary>
internal static class SizeBenchmark
{
    public static async Task RunAsync(TextWriter output, bool full)
    {
        using var folder = new ScratchFolder();
        var options = new StoreOptions { DataDirectory = folder.Path };
        await using var engine = await BenchEngine.OpenAsync(options);
        foreach (var definition in new[] { "plain", "work-items" })
        {
            var instances = await engine.StartAsync(definition, 500);
            var sequences = instances.ToDictionary(id => id, _ => 1L);
            var before = Size(options.SqlitePath);
            var figures = await Load.RunAsync(engine, instances, sequences, 32, TimeSpan.FromSeconds(5));
            output.WriteLine($"{definition}: {(Size(options.SqlitePath) - before) / figures.Count:N0} bytes per transition ({figures.Count:N0} transitions)");
        }

        await GrowthAsync(output, engine, full ? 100_000 : 20_000);
    }

    private static async Task GrowthAsync(TextWriter output, BenchEngine engine, int waiting)
    {
        var few = Enumerable.Range(0, 500).Select(number => $"plain{number:d8}").ToArray();
        var sequences = new Dictionary<string, long>();
        await using (var context = engine.Context())
        {
            foreach (var row in context.Set<Workflows.Storage.InstanceRow>().Where(row => row.DefinitionId == "plain").Select(row => new { row.Id, row.Sequence }))
            {
                sequences[row.Id] = row.Sequence;
            }
        }

        var small = await Load.RunAsync(engine, few, sequences, 8, TimeSpan.FromSeconds(5));
        await engine.StartAsync("work-items", waiting, from: 500);
        var large = await Load.RunAsync(engine, few, sequences, 8, TimeSpan.FromSeconds(5));
        output.WriteLine($"1,000 instances: {small}");
        output.WriteLine($"{waiting:N0} waiting instances: {large}, {small.PerSecond / large.PerSecond:N2} times the time");
    }

    private static long Size(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma wal_checkpoint(truncate)";
        command.ExecuteNonQuery();
        return new FileInfo(path).Length;
    }
}
