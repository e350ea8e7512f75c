using CaseMgmt.Cases.Data;

namespace CaseMgmt.Host.Serving;

/// <summary>What happens between the start of the process and the first request: schema, definitions, sample county, demo accounts.</summary>
public static class Preparation
{
    public static async Task RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.MigrateAsync(cancellation);
        await using var scope = services.CreateAsyncScope();
        await DemoPeople.EnsureAsync(scope.ServiceProvider, cancellation);
    }
}
