using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Tests.Data;
using CaseMgmt.DataGenerator;
using Npgsql;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>A warehouse on the server that CASEMGMT_TEST_POSTGRES names: a database of its own, a schema with a county, a login that may only read it.</summary>
public sealed class PostgresWarehouse : IAsyncDisposable
{
    private readonly string name = "w" + Guid.NewGuid().ToString("n");
    private readonly string? copied;

    private PostgresWarehouse(string? copied = null) => this.copied = copied;

    public static bool Available => TestStore.PostgresServer is not null;

    private string Owner => new NpgsqlConnectionStringBuilder(TestStore.PostgresServer) { Database = name, Pooling = false }.ToString();

    private string Reader => copied ?? "r" + name;

    public static async Task<PostgresWarehouse> OpenAsync(string folder)
    {
        var warehouse = new PostgresWarehouse();
        await RunAsync(TestStore.PostgresServer!, $"create database {warehouse.name}");
        await PostgresCounty.LoadAsync(warehouse.Owner, "mk", folder, warehouse.Reader);
        return warehouse;
    }

    /// <summary>Another warehouse with the same rows and the same login, to be changed; it goes before this one does.</summary>
    public async Task<PostgresWarehouse> CopyAsync()
    {
        var copy = new PostgresWarehouse(Reader);
        await RunAsync(TestStore.PostgresServer!, $"create database {copy.name} template {name}");
        return copy;
    }

    public PostgresRuleConnection Connect() => new(new NpgsqlConnectionStringBuilder(Owner) { Username = Reader }.ToString(), "mk");

    /// <summary>The warehouse as a site would configure it; as its owner, the login may do anything.</summary>
    /// <param name="usual">Everything that names no source reads it.</param>
    public Warehouse Configured(bool asOwner = false, bool usual = false) =>
        new("wh", WarehouseProvider.Postgres, asOwner ? Owner : new NpgsqlConnectionStringBuilder(Owner) { Username = Reader }.ToString(), "mk") { Default = usual };

    /// <summary>Somebody at the warehouse does something; {reader} is the login of the rules.</summary>
    public Task ExecuteAsync(string sql) => RunAsync(Owner, "set search_path = mk; " + sql.Replace("{reader}", Reader, StringComparison.Ordinal));

    /// <summary>The server ends every connection of ours.</summary>
    public void Kill()
    {
        using var connection = new NpgsqlConnection(Owner);
        connection.Open();
        using var command = new NpgsqlCommand("select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'casemgmt screening' and datname = current_database()", connection);
        command.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync(TestStore.PostgresServer!, $"drop database {name} with (force)");
        if (copied is null)
        {
            await RunAsync(TestStore.PostgresServer!, $"drop role {Reader}");
        }
    }

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }
}
