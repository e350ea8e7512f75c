using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Monitoring.Precision;

/// <summary>Services and routes of the loop's own quality: what handlers concluded, back at the themes.</summary>
public static class PrecisionSlice
{
    public static void AddPrecision(this IServiceCollection services) => services.AddSingleton<Backtest>();

    public static void MapPrecision(this RouteGroupBuilder api)
    {
        ReadPrecision.Map(api);
        ListJudged.Map(api);
        LinkMiss.Map(api);
        ReadThreshold.Map(api);
        ProposeThreshold.Map(api);
        RunBacktest.Map(api);
    }
}
