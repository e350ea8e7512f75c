using CaseMgmt.Cases.Data;
using Npgsql;

namespace CaseMgmt.Benchmarks;

/// <summary>Durable transitions on PostgreSQL, in a database of its own, when CASEMGMT_TEST_POSTGRES names a server.</summary>
internal static class PostgresBenchmark
{
    public static async Task RunAsync(TextWriter output, TimeSpan span)
    {
        if (Environment.GetEnvironmentVariable("CASEMGMT_TEST_POSTGRES") is not { Length: > 0 } server)
        {
            output.WriteLine("PostgreSQL: not run, CASEMGMT_TEST_POSTGRES is not set");
            return;
        }

        var name = "bench" + Guid.NewGuid().ToString("n");
        try
        {
            var text = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 40 }.ToString();
            using var folder = new ScratchFolder();
            await using var engine = await BenchEngine.OpenAsync(new StoreOptions { Provider = StoreProvider.Postgres, ConnectionString = text, DataDirectory = folder.Path });
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
        finally
        {
            await using var connection = new NpgsqlConnection(server);
            await connection.OpenAsync();
            await using var drop = new NpgsqlCommand($"drop database if exists {name} with (force)", connection);
            await drop.ExecuteNonQueryAsync();
        }
    }
}
