using CaseMgmt.Designer.Difference;
using CaseMgmt.Designer.HeatMap;
using CaseMgmt.Designer.MigrationDesk;
using CaseMgmt.Designer.Replay;
using CaseMgmt.Designer.Runs;
using CaseMgmt.Designer.Versions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Designer;

/// <summary>The desks round a lifecycle that Studio does not have: what changed, where cases wait, what a version would have done, moving cases to it.</summary>
public static class LifecycleDesks
{
    public static void AddDesks(this IServiceCollection services)
    {
        services.AddScoped<ReadHeatMap>();
        services.AddSingleton<RunBook>();
        services.AddSingleton<RunJobs>();
        services.AddHostedService(provider => provider.GetRequiredService<RunJobs>());
        services.AddSingleton<MigrationWork>();
        services.AddSingleton<ReplayWork>();
    }

    public static void MapDesks(this RouteGroupBuilder api)
    {
        ReadVersions.Map(api);
        ReadDifference.Map(api);
        ReadHeatMap.Map(api);
        ReadRuns.Map(api);
        StopRun.Map(api);
        ReadMigrationPlan.Map(api);
        StartMigration.Map(api);
        StartReplay.Map(api);
    }
}
