using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Survey;
using CaseMgmt.DataGenerator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>A real embedded database in a folder of its own, with the monitoring services on it.</summary>
public sealed class MonitoringHouse : IAsyncDisposable
{
    private readonly ServiceProvider provider;

    private MonitoringHouse(string root, TimeProvider? clock, Warehouses? warehouses, StoreOptions? store)
    {
        Root = root;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddSingleton(Shipped.Calendar());
        services.AddCaseStore((store ?? new StoreOptions()) with { DataDirectory = Path.Combine(root, "data") });
        services.AddSingleton(warehouses ?? Warehouses.None);
        services.AddMonitoring();
        services.AddSurvey();
        services.AddNotifications();
        provider = services.BuildServiceProvider(validateScopes: true);
    }

    public string Root { get; }

    public IServiceProvider Services => provider;

    public MarketingImport Import => provider.GetRequiredService<MarketingImport>();

    public MarketingFiles Files => provider.GetRequiredService<MarketingFiles>();

    /// <param name="store">The database of the house, where it is not an embedded one of its own.</param>
    public static async Task<MonitoringHouse> OpenAsync(TimeProvider? clock = null, Warehouses? warehouses = null, StoreOptions? store = null)
    {
        var house = new MonitoringHouse(Directory.CreateTempSubdirectory("monitoring").FullName, clock, warehouses, store);
        await house.provider.MigrateAsync();
        await house.provider.PrepareMonitoringAsync();
        await house.provider.PrepareSurveyAsync();
        return house;
    }

    /// <summary>Generates a county into a folder of its own.</summary>
    public string County(int accounts = 1000, int months = 7, string ym = "202605", string name = "county", int seed = 1)
    {
        var folder = Path.Combine(Root, name);
        CountyGenerator.Write(new GeneratorOptions { Accounts = accounts, Months = months, Ym = ym, Seed = seed }, folder);
        return folder;
    }

    public async Task<ImportBatch> LoadAsync(string folder) => await Import.LoadAsync(await Import.OpenAsync("1", default), folder, default);

    public async Task<T> ReadAsync<T>(Func<CaseDbContext, Task<T>> read)
    {
        await using var db = await provider.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync();
        return await read(db);
    }

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        Directory.Delete(Root, true);
    }
}
