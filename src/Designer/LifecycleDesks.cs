using CaseMgmt.Designer.Difference;
using CaseMgmt.Designer.Versions;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Designer;

/// <summary>The desks round a lifecycle that Studio does not have: what changed, where cases wait, what a version would have done, moving cases to it.</summary>
public static class LifecycleDesks
{
    public static void MapDesks(this RouteGroupBuilder api)
    {
        ReadVersions.Map(api);
        ReadDifference.Map(api);
    }
}
