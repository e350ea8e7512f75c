using CaseMgmt.Cases.Monitoring.Model;
using Npgsql;

namespace CaseMgmt.DataGenerator;

/// <summary>Loads the files of a county into a schema of a PostgreSQL server, as a company's warehouse would show them, with a login that may only read it.</summary>
public static class PostgresCounty
{
    /// <summary>Makes schema and tables, copies the files, builds the indexes, and grants SELECT to <paramref name="reader"/>.</summary>
    public static async Task LoadAsync(string connectionString, string schema, string folder, string reader)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await RunAsync(connection, $"create schema {schema}; set search_path = {schema}; set synchronous_commit = off; {string.Concat(MarketingModel.Current.Tables.Select(CreateTable))}");
        foreach (var table in MarketingModel.Current.Tables)
        {
            await CopyAsync(connection, table, Path.Combine(folder, table.Name + ".csv"));
        }

        foreach (var (table, index) in MarketingModel.Current.Tables.SelectMany(table => table.Indexes.Select(index => (table, index))))
        {
            await RunAsync(connection, $"create index {index.Name} on {table.Name} ({string.Join(", ", index.Columns)})");
        }

        await RunAsync(connection, "analyze");
        await RunAsync(connection, $"do $$ begin if not exists (select 1 from pg_roles where rolname = '{reader}') then create role {reader} login; end if; end $$");
        await RunAsync(connection, $"grant usage on schema {schema} to {reader}; grant select on all tables in schema {schema} to {reader}; alter role {reader} set default_transaction_read_only = on");
    }

    private static string CreateTable(MarketingTable table) =>
        $"create table {table.Name} ({string.Join(", ", table.Columns.Select(column => $"{column.Name} {TypeOf(column)}"))}, primary key ({string.Join(", ", table.PrimaryKey)}));";

    private static string TypeOf(MarketingColumn column) => column.Kind switch
    {
        ColumnKind.Integer => "bigint",
        ColumnKind.Bit => "smallint",
        ColumnKind.Decimal => $"numeric({column.Size}, {column.Scale})",
        ColumnKind.Date => "date",
        ColumnKind.Time => "timestamp",
        _ => "text",
    };

    private static async Task CopyAsync(NpgsqlConnection connection, MarketingTable table, string file)
    {
        using var source = new StreamReader(file);
        await using var copy = await connection.BeginTextImportAsync($"copy {table.Name} from stdin (format csv, header true)");
        var buffer = new char[1 << 16];
        for (var read = await source.ReadAsync(buffer); read > 0; read = await source.ReadAsync(buffer))
        {
            await copy.WriteAsync(buffer.AsMemory(0, read));
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
