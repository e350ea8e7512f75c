using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Evidence;

/// <summary>Services and routes of evidence.</summary>
public static class EvidenceSlice
{
    public static void AddEvidence(this IServiceCollection services, string folder) => services.AddSingleton(new EvidenceStore(folder));

    public static void MapEvidence(this RouteGroupBuilder api)
    {
        Evidence.AddEvidence.Map(api);
        DownloadEvidence.Map(api);
    }
}
