using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Workflows.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Tests.Data;

/// <summary>The product's store on a fresh embedded database in a directory of its own, with a clock the test moves.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private TestStore(string directory, ServiceProvider provider)
    {
        (Directory, Provider) = (directory, provider);
    }

    public string Directory { get; }

    public ServiceProvider Provider { get; }

    public CommitDoor Door => Provider.GetRequiredService<CommitDoor>();

    public CaseDbContext Context() => Provider.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContext();

    /// <summary>The server that CASEMGMT_TEST_POSTGRES names, or null.</summary>
    public static string? PostgresServer => Environment.GetEnvironmentVariable("CASEMGMT_TEST_POSTGRES") is { Length: > 0 } text ? text : null;

    public static async Task<TestStore> CreateAsync(Action<IServiceCollection>? add = null, string? directory = null, StoreProvider provider = StoreProvider.Sqlite, Func<StoreOptions, Task>? prepare = null)
    {
        directory ??= Path.Combine(Path.GetTempPath(), "store-" + Guid.NewGuid().ToString("n"));
        System.IO.Directory.CreateDirectory(directory);
        var services = new ServiceCollection().AddLogging();
        var options = new StoreOptions { DataDirectory = directory, Provider = provider, ConnectionString = provider == StoreProvider.Postgres ? FreshPostgres() : "" };
        services.AddCaseStore(options);
        if (prepare is not null)
        {
            await prepare(options);
        }

        services.AddIdentityCore<Account>().AddRoles<Role>().AddEntityFrameworkStores<CaseDbContext>();
        add?.Invoke(services);
        var store = new TestStore(directory, services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }));
        try
        {
            await store.Provider.MigrateAsync();
            return store;
        }
        catch
        {
            await store.Provider.DisposeAsync();
            throw;
        }
    }

    // EF makes the database when it makes the schema; the server of the run is thrown away with all of them.
    private static string FreshPostgres() => $"{PostgresServer};Database=t{Guid.NewGuid():n}";

    public async ValueTask DisposeAsync()
    {
        await Provider.DisposeAsync();
        SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
