using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Operations;

/// <summary>
/// POST /api/operations/instances/{id}/repair: one decision on one process, with its reason: retry, skip, edit-variable, move-token, cancel, suspend, continue.
/// Safe to send twice with the same key.
/// </summary>
public static class RepairInstance
{
    public sealed record Request(
        string? Action, string? ActivityInstanceId, string? Outcome, string? Name, JsonNode? Value, string? ToActivityId, string? Reason, string? RequestKey);

    public sealed record Answer(string Status);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/operations/instances/{id}/repair", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.EngineOperate)).WithName("operations.repair");

    /// <summary>The stimulus that the request asks for; null if it is none, or lacks something. Pure.</summary>
    public static Stimulus? StimulusOf(Request request) => request switch
    {
        { Action: "retry", ActivityInstanceId: { Length: > 0 } activity } => new Stimulus.Retry(activity),
        { Action: "skip", ActivityInstanceId: { Length: > 0 } activity, Outcome: { Length: > 0 } outcome } => new Stimulus.Skip(activity, outcome),
        { Action: "edit-variable", Name: { Length: > 0 } name } => new Stimulus.EditVariable(name, request.Value?.DeepClone()),
        { Action: "move-token", ActivityInstanceId: { Length: > 0 } activity, ToActivityId: { Length: > 0 } target } => new Stimulus.MoveToken(activity, target),
        { Action: "cancel" } => new Stimulus.Cancel(request.Reason),
        _ => null,
    };

    private static async Task<IResult> HandleAsync(
        string id, Request request, WorkflowRuntime runtime, OperatorScope scope, CurrentAccount me, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.Reason) || request.RequestKey is null or { Length: 0 or > 64 })
        {
            return Problem.Unprocessable("operation-wrong");
        }

        if (!(await scope.InstancesAsync(me, [id], cancellation)).Contains(id))
        {
            return Problem.NotFound();
        }

        return await RunAsync(id, request, runtime, me, cancellation) switch
        {
            null => Problem.Unprocessable("operation-wrong"),
            RuntimeResult.Refused { Code: "not-found" } => Problem.NotFound(),
            RuntimeResult.Refused refused => Problem.Conflict("operation-refused", refused.Reason),
            RuntimeResult.Landed landed => Results.Ok(new Answer(landed.Status)),
            _ => Results.Ok(new Answer("Repeated")),
        };
    }

    private static async Task<RuntimeResult?> RunAsync(string id, Request request, WorkflowRuntime runtime, CurrentAccount me, CancellationToken cancellation)
    {
        var (key, reason) = ($"repair/{me.Actor}/{request.RequestKey}", request.Reason!.Trim());
        var suspension = new SuspendRequest(id) { Actor = me.Actor, RequestKey = key, Reason = reason };
        return request.Action switch
        {
            "suspend" => await runtime.SuspendAsync(suspension, cancellation),
            "continue" => await runtime.ContinueAsync(suspension, cancellation),
            _ when StimulusOf(request) is { } stimulus =>
                await runtime.RepairAsync(new RepairRequest(id, stimulus) { Actor = me.Actor, RequestKey = key, Reason = reason }, cancellation),
            _ => null,
        };
    }
}
