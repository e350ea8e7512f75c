using CaseMgmt.Cases.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Plans;

/// <summary>GET /api/task-types: the inspection types in the words of both vocabularies.</summary>
public static class ListTaskTypes
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/task-types", () => TaskTypes.All)
        .RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("task-types.list");
}
