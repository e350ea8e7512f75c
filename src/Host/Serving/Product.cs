using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Evidence;
using CaseMgmt.Cases.Notifications;
using Microsoft.AspNetCore.DataProtection;

namespace CaseMgmt.Host.Serving;

/// <summary>The services of the product; the web server and every verb use the same ones.</summary>
public static class Product
{
    public static void AddProduct(this IServiceCollection services, Places places, bool demo)
    {
        Directory.CreateDirectory(places.Data);
        services.AddSingleton(places);
        services.AddSingleton(TimeProvider.System);
        services.AddDataProtection().SetApplicationName("case-management").PersistKeysToFileSystem(new DirectoryInfo(places.Keys));
        services.AddCaseStore(new StoreOptions { DataDirectory = places.Data });
        services.AddAccess();
        services.AddNotifications();
        services.AddEvidence(places.Evidence);
        services.AddSingleton(new DemoAccounts(demo));
    }
}
