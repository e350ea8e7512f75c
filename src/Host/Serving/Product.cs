using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Host.Serving;

/// <summary>The services of the product; the web server and every verb use the same ones.</summary>
public static class Product
{
    public static void AddProduct(this IServiceCollection services, Places places, bool demo)
    {
        Directory.CreateDirectory(places.Data);
        services.AddSingleton(places);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Ids>();
        services.AddDataProtection().SetApplicationName("case-management").PersistKeysToFileSystem(new DirectoryInfo(places.Keys));
        services.AddDbContextPool<CaseDbContext, SqliteCaseDbContext>(options => options.UseSqlite($"Data Source={Path.Combine(places.Data, "cases.db")}"));
        services.AddAccess();
        services.AddNotifications();
        services.AddSingleton(new DemoAccounts(demo));
    }
}
