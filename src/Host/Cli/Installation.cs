using CaseMgmt.Cases.Data;
using CaseMgmt.Host.Serving;

namespace CaseMgmt.Host.Cli;

/// <summary>The product's services for a verb, without a web server.</summary>
public static class Installation
{
    /// <summary>Opens the data directory for writing and brings its schema up to date. Refused while another process has it.</summary>
    public static async Task<ServiceProvider> OpenAsync(Places places)
    {
        var services = Services(places);
        await services.MigrateAsync();
        return services;
    }

    /// <summary>Opens an existing data directory for reading, also beside a running host.</summary>
    public static ServiceProvider Read(Places places) => File.Exists(Path.Combine(places.Data, "cases.db"))
        ? Services(places)
        : throw new UsageException($"There is no database in \"{places.Data}\".");

    private static ServiceProvider Services(Places places)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddConsole().SetMinimumLevel(LogLevel.Warning));
        services.AddProduct(places, demo: false, Configuration());
        return services.BuildServiceProvider();
    }

    /// <summary>The settings that the server reads too, without its command line.</summary>
    public static IConfiguration Configuration() =>
        new ConfigurationBuilder().SetBasePath(Directory.GetCurrentDirectory()).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();
}
