using CaseMgmt.Cases.Data;

namespace CaseMgmt.Benchmarks;

/// <summary>Durable transitions on PostgreSQL, and in the same run what the server takes of the same rows without the engine.</summary>
internal static class PostgresBenchmark
{
    public static Task RunAsync(TextWriter output, TimeSpan span) => TestServer.RunAsync(output, async text =>
    {
        using var folder = new ScratchFolder();
        await using (var engine = await BenchEngine.OpenAsync(new StoreOptions { Provider = StoreProvider.Postgres, ConnectionString = text, DataDirectory = folder.Path }))
        {
            foreach (var definition in new[] { "plain", "work-items" })
            {
                var instances = await engine.StartAsync(definition, 1000);
                var sequences = instances.ToDictionary(id => id, _ => 1L);
                await Load.RunAsync(engine, instances, sequences, 16, TimeSpan.FromSeconds(1));
                foreach (var callers in new[] { 1, 16 })
                {
                    output.WriteLine($"PostgreSQL, {definition}, {callers,2} callers: {await Load.RunAsync(engine, instances, sequences, callers, span)}");
                }
            }
        }

        foreach (var callers in new[] { 1, 16 })
        {
            output.WriteLine($"bare PostgreSQL, rows of 'plain' in one round trip, {callers,2} connections: {await BarePostgres.RateAsync(text, callers, span),8:N0}/s");
        }
    });
}
