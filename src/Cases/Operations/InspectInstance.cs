using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Operations;

/// <summary>GET /api/operations/instances/{id}: status, variables and live tokens of one process, for whoever is going to repair it.</summary>
public static class InspectInstance
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/operations/instances/{id}", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.EngineOperate)).WithName("operations.instance");

    private static async Task<IResult> HandleAsync(string id, InstanceInspection inspection, OperatorScope scope, CurrentAccount me, HttpContext context, CancellationToken cancellation) =>
        (await scope.InstancesAsync(me, [id], cancellation)).Contains(id) && await inspection.FindAsync(id, node => StepNames.Of(node, Texts.LanguageOf(context)), cancellation) is { } instance
            ? Results.Ok(instance)
            : Problem.NotFound();
}
