using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Libraries;

/// <summary>Routes of the libraries.</summary>
public static class LibrariesSlice
{
    public static void MapLibraries(this RouteGroupBuilder api)
    {
        ListHazards.Map(api);
        GetHazard.Map(api);
    }
}
