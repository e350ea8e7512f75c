using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Inbox;

/// <summary>Services and routes of the inbox.</summary>
public static class InboxSlice
{
    public static void AddInbox(this IServiceCollection services)
    {
        services.AddSingleton<IEffectHandler, OpenWorkItemHandler>();
        services.AddSingleton<IEffectHandler, CloseWorkItemHandler>();
        services.AddSingleton<TransitionHook, CancelBurntWorkItems>();
        services.AddSingleton<MigrationHook, FollowMigration>();
        services.AddScoped<CompleteWorkItem>();
    }

    public static void MapInbox(this RouteGroupBuilder api)
    {
        ListWorkItems.Map(api);
        GetWorkItem.Map(api);
        CompleteWorkItem.Map(api);
    }
}
