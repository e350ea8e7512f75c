using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>Services and routes of monitored indicators.</summary>
public static class IndicatorsSlice
{
    public static void AddIndicators(this IServiceCollection services)
    {
        services.AddSingleton(_ => IndicatorLibrary.Shipped());
        services.AddSingleton<IndicatorWriter>();
        services.AddSingleton<ComputeIndicators>();
        services.AddSingleton<IndicatorSweep>();
    }

    public static void MapIndicators(this RouteGroupBuilder api)
    {
        ReadBoard.Map(api);
        ExportBoard.Map(api);
        RunIndicators.Map(api);
        CompareUnits.Map(api);
        ListIndicatorRows.Map(api);
        ListAlarms.Map(api);
        AnswerAlarm.Map(api);
    }
}
