using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Whitelist;

/// <summary>Services and routes of the white list. The host calls <see cref="WhiteWatch.SweepAsync"/> now and then.</summary>
public static class WhitelistSlice
{
    public static void AddWhitelist(this IServiceCollection services)
    {
        services.AddSingleton<WhiteWatch>();
        services.AddScoped<DecideWhite.Services>();
    }

    public static void MapWhitelist(this RouteGroupBuilder api)
    {
        ListWhite.Map(api);
        ApplyWhite.Map(api);
        DecideWhite.Map(api);
        EndWhite.Map(api);
    }
}
