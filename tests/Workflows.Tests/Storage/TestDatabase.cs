using CaseMgmt.Workflows.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace CaseMgmt.Workflows.Tests.Storage;

/// <summary>The databases this run can reach: SQLite always, PostgreSQL when CASEMGMT_TEST_POSTGRES names a server.</summary>
public enum Database { Sqlite, Postgres }

/// <summary>Rows for theories that run on every reachable database.</summary>
public sealed class EachDatabase : TheoryData<Database>
{
    public EachDatabase()
    {
        Add(Database.Sqlite);
        if (TestDatabase.PostgresServer is not null)
        {
            Add(Database.Postgres);
        }
    }
}

/// <summary>A row of a host, with the types that databases store differently.</summary>
public sealed class Parcel : Versioned
{
    public long Id { get; set; }

    public string Label { get; set; } = "";

    public decimal Weight { get; set; }

    public DateTime SentAt { get; set; }

    public DateTime? ArrivedAt { get; set; }

    public bool Fragile { get; set; }

    public byte[] Seal { get; set; } = [];
}

public sealed class TestContext(DbContextOptions<TestContext> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Parcel>();
        SnakeCase.Apply(modelBuilder.AddWorkflows());
    }
}

/// <summary>A fresh database of one test with its door; gone when the test ends.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public static readonly string? PostgresServer = Environment.GetEnvironmentVariable("CASEMGMT_TEST_POSTGRES") is { Length: > 0 } text ? text : null;

    private readonly Database kind;
    private readonly string name = "t" + Guid.NewGuid().ToString("n");
    private readonly NpgsqlDataSource? postgres;

    private TestDatabase(Database kind, TimeProvider time)
    {
        this.kind = kind;
        postgres = kind == Database.Postgres ? NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(PostgresServer!) { Database = name, MaxPoolSize = 30, MaxAutoPrepare = 100, AutoPrepareMinUsages = 2, NoResetOnClose = true }.ToString()) : null;
        Services = NewHost(time);
        Door = NewDoor(Services);
    }

    public WriterGate Gate { get; } = new(TimeSpan.FromSeconds(5));

    public CommitServices Services { get; }

    public CommitDoor Door { get; }

    public string SqlitePath => Path.Combine(Path.GetTempPath(), name + ".db");

    public string SqliteText => SqliteFiles.ConnectionString(SqlitePath);

    public static async Task<TestDatabase> CreateAsync(Database kind, TimeProvider? time = null)
    {
        var database = new TestDatabase(kind, time ?? new TestTime());
        if (kind == Database.Sqlite)
        {
            SqliteFiles.UseWal(database.SqliteText);
        }

        await using var context = database.Context();
        await context.Database.EnsureCreatedAsync();
        return database;
    }

    public TestContext Context()
    {
        var options = new DbContextOptionsBuilder<TestContext>();
        return new(kind == Database.Sqlite
            ? ((DbContextOptionsBuilder<TestContext>)options.UseSqlite(SqliteText).UseWriterGate(Gate)).ReplaceService<IMigrationsSqlGenerator, ClusteredTablesSqlGenerator>().Options
            : options.UseNpgsql(postgres!).Options);
    }

    /// <summary>Another host of the same database: its own ids, leases and statements.</summary>
    public CommitServices NewHost(TimeProvider time, int number = 0) =>
        new(new ContextSource(Context), time, new Ids(time, number), new Announcements(), HostIdentity.New());

    public CommitDoor NewDoor(CommitServices services) => kind == Database.Sqlite
        ? new SqliteCommitDoor(services, SqliteText, Gate)
        : new ServerCommitDoor(services, () => postgres!.CreateConnection());

    public async ValueTask DisposeAsync()
    {
        (Door as IDisposable)?.Dispose();
        if (kind == Database.Sqlite)
        {
            SqliteConnection.ClearAllPools();
            foreach (var suffix in new[] { "", "-wal", "-shm" })
            {
                File.Delete(SqlitePath + suffix);
            }

            return;
        }

        await postgres!.DisposeAsync();
        await using var server = new NpgsqlConnection(PostgresServer);
        await server.OpenAsync();
        await using var drop = new NpgsqlCommand($"drop database if exists {name} with (force)", server);
        await drop.ExecuteNonQueryAsync();
    }
}
