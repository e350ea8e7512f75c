using CaseMgmt.Designer.Checking;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Designer.Descriptors;
using CaseMgmt.Designer.Hosting;
using CaseMgmt.Designer.Instances;
using CaseMgmt.Designer.Live;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Designer.Publishing;
using CaseMgmt.Designer.Trials;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Designer;

/// <summary>Services and routes of the designer: Elsa Studio's files and documents, and the Elsa HTTP API that it calls.</summary>
public static class DesignerSlice
{
    public static void AddDesigner(this IServiceCollection services)
    {
        services.AddSingleton(_ => new StudioFiles());
        services.AddSingleton<StudioShell>();
        services.AddSingleton<FormChoices>();
        services.AddSingleton<DescriptorSet>();
        services.AddSingleton<DefinitionCheck>();
        services.AddSingleton<WatchedInstances>();
        services.AddHostedService<InstancePush>();
    }

    public static void MapDesigner(this IEndpointRouteBuilder routes)
    {
        StudioAssets.Map(routes);
        StudioPages.Map(routes);
        var api = routes.MapStudioApi();
        ReadDescriptors.Map(api);
        ReadInputOptions.Map(api);
        ListDefinitions.Map(api);
        ReadDefinition.Map(api);
        SaveDefinition.Map(api);
        RevertDefinition.Map(api);
        ExportDefinition.Map(api);
        ImportDefinition.Map(api);
        DeleteDefinition.Map(api);
        AskForPublication.Map(api);
        CheckDefinition.Map(api);
        ListPublications.Map(api);
        DecidePublication.Map(api);
        ScriptTypes.Map(api);
        ListInstances.Map(api);
        ReadInstance.Map(api);
        ReadJournal.Map(api);
        ReadExecutions.Map(api);
        RefuseInstanceChanges.Map(api);
        RunTrial.Map(api);
        WorkflowInstanceHub.Map(routes);
    }
}
