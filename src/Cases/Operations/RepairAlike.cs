using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Operations;

/// <summary>POST /api/operations/incidents/repair-alike: runs again, or passes over, everything that failed alike; an answer for each instance.</summary>
public static class RepairAlike
{
    public sealed record Request(string? DefinitionId, int DefinitionVersion, string? ActivityId, string? Code, string? Outcome, string? Reason, string? RequestKey);

    public sealed record Answer(int Done, int Failed, IReadOnlyList<RepairedInstance> Results);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/operations/incidents/repair-alike", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.EngineOperate)).WithName("operations.repair-alike");

    private static async Task<IResult> HandleAsync(Request request, AlikeRepair repair, OperatorScope scope, CurrentAccount me, CancellationToken cancellation)
    {
        if (request is not { DefinitionId: { Length: > 0 } definition, ActivityId: { Length: > 0 } activity, Code: { Length: > 0 } code }
            || string.IsNullOrWhiteSpace(request.Reason) || request.RequestKey is null or { Length: 0 or > 64 })
        {
            return Problem.Unprocessable("operation-wrong");
        }

        var results = await repair.RunAsync(new AlikeRequest(definition, request.DefinitionVersion, activity, code, me.Actor, request.Outcome)
        {
            Reason = request.Reason.Trim(),
            RequestKey = $"alike/{me.Actor}/{request.RequestKey}",
            Allowed = (ids, token) => scope.InstancesAsync(me, ids, token),
        }, cancellation);
        return Results.Ok(new Answer(results.Count(result => result.Done), results.Count(result => !result.Done), results));
    }
}
