using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseMgmt.Cases.Tasks;

/// <summary>Services and routes of tasks.</summary>
public static class TasksSlice
{
    public static void AddTasks(this IServiceCollection services)
    {
        services.TryAddSingleton(new ThemeNames(_ => null));
        services.AddSingleton<IEffectHandler, AdmitAnomaliesHandler>();
        services.AddSingleton<IEffectHandler, AmendTaskHandler>();
        services.AddSingleton<IEffectHandler, PlanCasesHandler>();
        services.AddSingleton<IEffectHandler, DispatchCasesHandler>();
        services.AddSingleton<ChunkedWork, CollectAnomalies>();
        services.AddSingleton<ChunkedWork, AdmitChosen>();
        services.AddSingleton<ChunkedWork, WriteDrafts>();
        services.AddSingleton<ChunkedWork, DispatchDrafts>();
        services.AddSingleton<ChunkedWork, FreeAnomalies>();
        services.AddScoped<CreateTask>();
        services.AddScoped<WithdrawTask>();
    }

    public static void MapTasks(this RouteGroupBuilder api)
    {
        CreateTask.Map(api);
        ListTasks.Map(api);
        GetTask.Map(api);
        WithdrawTask.Map(api);
    }
}
