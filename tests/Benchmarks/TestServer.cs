using Npgsql;

namespace CaseMgmt.Benchmarks;

/// <summary>The PostgreSQL that CASEMGMT_TEST_POSTGRES names: every benchmark gets a database of its own there, which is dropped afterwards.</summary>
internal static class TestServer
{
    public static async Task RunAsync(TextWriter output, Func<string, Task> run)
    {
        if (Environment.GetEnvironmentVariable("CASEMGMT_TEST_POSTGRES") is not { Length: > 0 } server)
        {
            output.WriteLine("PostgreSQL: not run, CASEMGMT_TEST_POSTGRES is not set");
            return;
        }

        var name = "bench" + Guid.NewGuid().ToString("n");
        try
        {
            await run(new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 40 }.ToString());
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
