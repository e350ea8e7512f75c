using CaseMgmt.Cases.Improvement;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>Activities, effects and routes of the audit lifecycle.</summary>
public static class LifecycleSlice
{
    public static void AddLifecycle(this IServiceCollection services)
    {
        foreach (var activity in AuditActivities.All)
        {
            services.AddSingleton(activity);
        }

        services.AddSingleton<IEffectHandler, EnterStageHandler>();
        services.AddSingleton<IEffectHandler, CountReturnHandler>();
        services.AddSingleton<IEffectHandler, RecordReplyHandler>();
        services.AddSingleton<IEffectHandler, RecordScoreHandler>();
        services.AddSingleton<IEffectHandler, RecordRootCauseHandler>();
        services.AddSingleton<IEffectHandler, CloseSubjectHandler>();
        services.AddSingleton<IEffectHandler, WriteHazardHandler>();
        services.AddSingleton<IEffectHandler, RaiseSupervisionHandler>();
        services.AddSingleton<IEffectHandler, NotifyPeopleHandler>();
        services.AddSingleton<IEffectHandler, PlanWorkingTimeHandler>();
        services.AddSingleton<ReopenCase>();
        services.AddScoped<ReopenByHand>();
        services.AddScoped<CancelCase>();
        services.AddScoped<GetCase>();
        services.AddScoped<ReadHistory>();
        services.AddScoped<ReadWorkflow>();
    }

    public static void MapLifecycle(this RouteGroupBuilder api)
    {
        ListCases.Map(api);
        GetCase.Map(api);
        CancelCase.Map(api);
        ReopenByHand.Map(api);
        ConcludeItems.Map(api);
        ReadHistory.Map(api);
        ReadWorkflow.Map(api);
    }
}
