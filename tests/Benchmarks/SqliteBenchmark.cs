using CaseMgmt.Cases.Data;

namespace CaseMgmt.Benchmarks;

/// <summary>Durable transitions on the embedded database (WAL, synchronous=FULL), and in the same run what disk and database give without the engine.</summary>
internal static class SqliteBenchmark
{
    public static async Task RunAsync(TextWriter output, TimeSpan span)
    {
        using var folder = new ScratchFolder();
        output.WriteLine($"fdatasync of 4 KiB: {Bare.FlushRate(folder.Path, span):N0}/s");
        await using (var engine = await BenchEngine.OpenAsync(new StoreOptions { DataDirectory = folder.Path }))
        {
            foreach (var definition in new[] { "plain", "work-items" })
            {
                var instances = await engine.StartAsync(definition, 2000);
                var sequences = instances.ToDictionary(id => id, _ => 1L);
                await Load.RunAsync(engine, instances, sequences, 8, TimeSpan.FromSeconds(1));
                foreach (var callers in new[] { 1, 8, 32 })
                {
                    output.WriteLine($"SQLite FULL, {definition}, {callers,2} callers: {await Load.RunAsync(engine, instances, sequences, callers, span)}");
                }
            }
        }

        foreach (var perCommit in new[] { 1, 8, 32 })
        {
            output.WriteLine($"bare SQLite, rows of 'plain', {perCommit,2} per commit: {Bare.SqliteRate(Path.Combine(folder.Path, "cases.db"), perCommit, span),8:N0}/s");
        }
    }
}
