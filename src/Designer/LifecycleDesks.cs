using CaseMgmt.Designer.Difference;
using CaseMgmt.Designer.HeatMap;
using CaseMgmt.Designer.Versions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Designer;

/// <summary>The desks round a lifecycle that Studio does not have: what changed, where cases wait, what a version would have done, moving cases to it.</summary>
public static class LifecycleDesks
{
    public static void AddDesks(this IServiceCollection services) => services.AddScoped<ReadHeatMap>();

    public static void MapDesks(this RouteGroupBuilder api)
    {
        ReadVersions.Map(api);
        ReadDifference.Map(api);
        ReadHeatMap.Map(api);
    }
}
