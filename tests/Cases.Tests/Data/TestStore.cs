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

    public static async Task<TestStore> CreateAsync(Action<IServiceCollection>? add = null, string? directory = null)
    {
        directory ??= Path.Combine(Path.GetTempPath(), "store-" + Guid.NewGuid().ToString("n"));
        var services = new ServiceCollection().AddLogging();
        services.AddCaseStore(new StoreOptions { DataDirectory = directory });
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

    public async ValueTask DisposeAsync()
    {
        await Provider.DisposeAsync();
        SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
