using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Operations;

/// <summary>Services and routes for whoever looks after running processes.</summary>
public static class OperationsSlice
{
    public static void AddOperations(this IServiceCollection services) => services.AddScoped<OperatorScope>().AddScoped<ListIncidents>();

    public static void MapOperations(this RouteGroupBuilder api)
    {
        ListIncidents.Map(api);
        RepairAlike.Map(api);
        FindInstances.Map(api);
        InspectInstance.Map(api);
        PreviewRepair.Map(api);
        RepairInstance.Map(api);
        ListLetters.Map(api);
        DecideLetter.Map(api);
        ReadEngineHealth.Map(api);
    }
}
