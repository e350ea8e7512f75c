using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>Registers the engine on a store (<see cref="CommitDoor"/>, <see cref="CommitServices"/>) that the host has registered.</summary>
public static class RuntimeRegistration
{
    /// <summary>
    /// Activities, effect handlers, hooks and senders are collected from the container: register each as <see cref="Activity"/>,
    /// <see cref="IEffectHandler"/>, <see cref="TransitionHook"/>, <see cref="OutboxSender"/>.
    /// </summary>
    public static IServiceCollection AddWorkflowRuntime(this IServiceCollection services, RuntimeOptions? options = null)
    {
        services.TryAddSingleton(options ?? new RuntimeOptions());
        services.TryAddSingleton(provider => new ActivityCatalog(provider.GetServices<Activity>()));
        services.AddSingleton<ChunkedWork, StartChildren>();
        services.AddSingleton<IEffectHandler, PublishStimulusHandler>();
        services.AddSingleton<IEffectHandler, SendHttpRequestHandler>();
        services.TryAddSingleton(new HttpCallOptions());
        services.AddSingleton<OutboxSender, HttpSender>();
        services.AddSingleton<DefinitionStore>();
        services.AddSingleton<TransitionWriter>();
        services.AddSingleton<TransitionRunner>();
        services.AddSingleton<Delivery>();
        services.AddSingleton<EngineHealth>();
        services.AddSingleton<Reconciler>();
        services.AddSingleton<InstanceInspection>();
        services.AddSingleton<RepairPreview>();
        services.AddSingleton<QueuedStarts>();
        services.AddSingleton(provider => new Pump(
            provider.GetRequiredService<Delivery>(), provider.GetRequiredService<CommitDoor>(), provider.GetRequiredService<CommitServices>(), provider.GetRequiredService<RuntimeOptions>(),
            provider.GetRequiredService<EngineHealth>()));
        services.AddSingleton(provider =>
        {
            // The pump comes with the runtime: without it nothing would deliver what the commands make due.
            _ = provider.GetRequiredService<Pump>();
            return new WorkflowRuntime(
                provider.GetRequiredService<TransitionRunner>(), provider.GetRequiredService<DefinitionStore>(), provider.GetRequiredService<CommitDoor>(), provider.GetRequiredService<CommitServices>(),
                provider.GetServices<SuspensionHook>());
        });
        services.AddSingleton(provider => new AlikeRepair(provider.GetRequiredService<WorkflowRuntime>(), provider.GetRequiredService<CommitServices>()));
        services.AddSingleton(provider => new DeadLetters(provider.GetRequiredService<CommitDoor>(), provider.GetRequiredService<CommitServices>()));
        services.AddSingleton(provider => new InstanceMigration(
            provider.GetRequiredService<CommitDoor>(), provider.GetRequiredService<CommitServices>(), provider.GetRequiredService<DefinitionStore>(), provider.GetRequiredService<TransitionRunner>(),
            provider.GetRequiredService<RuntimeOptions>(), provider.GetServices<MigrationHook>()));
        return services;
    }
}
