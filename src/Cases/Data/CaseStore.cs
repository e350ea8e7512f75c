using System.Data.Common;
using CaseMgmt.Workflows.Storage;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace CaseMgmt.Cases.Data;

/// <summary>The open database of this process: who owns it, how contexts are configured, and the door of its writes.</summary>
public sealed class CaseStore : IAsyncDisposable
{
    private readonly WriterGate gate = new();
    private readonly Lock opening = new();
    private readonly Lazy<NpgsqlDataSource> postgres;
    private FileStream? claim;
    private CommitDoor? door;

    public CaseStore(StoreOptions options)
    {
        Options = options;
        postgres = new(() => NpgsqlDataSource.Create(PostgresText(options.ConnectionString)));
    }

    public StoreOptions Options { get; }

    /// <summary>The gate of the embedded database; unused on the servers.</summary>
    public WriterGate Gate => gate;

    /// <summary>Configures a context for this database. Every write of it passes the writer's gate on SQLite.</summary>
    public void Configure(DbContextOptionsBuilder builder)
    {
        switch (Options.Provider)
        {
            case StoreProvider.Sqlite:
                builder.UseSqlite(SqliteText).UseWriterGate(gate).ReplaceService<IMigrationsSqlGenerator, ClusteredTablesSqlGenerator>();
                break;
            case StoreProvider.Postgres:
                builder.UseNpgsql(postgres.Value);
                break;
            default:
                builder.UseSqlServer(Options.ConnectionString);
                break;
        }
    }

    /// <summary>Opens the door. On SQLite the file is claimed first; <see cref="StoreInUseException"/> if another process has it.</summary>
    public CommitDoor OpenDoor(CommitServices services)
    {
        lock (opening)
        {
            Claim();
            return door ??= Options.Provider switch
            {
                StoreProvider.Sqlite => new SqliteCommitDoor(services, SqliteText, gate),
                StoreProvider.Postgres => new ServerCommitDoor(services, () => postgres.Value.CreateConnection()),
                _ => new ServerCommitDoor(services, () => new SqlConnection(Options.ConnectionString)),
            };
        }
    }

    /// <summary>Brings the schema to this build's model.</summary>
    public async Task MigrateAsync(CaseDbContext context, CancellationToken cancellationToken = default)
    {
        lock (opening)
        {
            Claim();
        }

        if (Options.Provider == StoreProvider.Sqlite)
        {
            SqliteFiles.UseWal(SqliteText);
        }

        // Migrating compares whole models, also when there is nothing to do: over a second of every start.
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await context.Database.MigrateAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        (door as IDisposable)?.Dispose();
        if (postgres.IsValueCreated)
        {
            await postgres.Value.DisposeAsync();
        }

        if (claim is not null)
        {
            await claim.DisposeAsync();
        }
    }

    private string SqliteText => SqliteFiles.ConnectionString(Options.SqlitePath);

    private void Claim()
    {
        if (Options.Provider == StoreProvider.Sqlite && claim is null)
        {
            NativeMemory.KeepLittle();
            Directory.CreateDirectory(Options.DataDirectory);
            claim = SqliteFiles.Claim(Options.SqlitePath);
        }
    }

    // Statements are few and always the same texts: prepared by the driver after two uses, and kept when a connection goes back to the pool.
    private static string PostgresText(string text) => new NpgsqlConnectionStringBuilder(text)
    {
        MaxAutoPrepare = 100,
        AutoPrepareMinUsages = 2,
        NoResetOnClose = true,
    }.ToString();
}
