using CaseMgmt.Designer.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Designer;

/// <summary>Services and routes of the designer: Elsa Studio's files and documents, and the Elsa HTTP API that it calls.</summary>
public static class DesignerSlice
{
    public static void AddDesigner(this IServiceCollection services)
    {
        services.AddSingleton<StudioFiles>();
        services.AddSingleton<StudioShell>();
    }

    public static void MapDesigner(this IEndpointRouteBuilder routes)
    {
        StudioAssets.Map(routes);
        StudioPages.Map(routes);
    }
}
