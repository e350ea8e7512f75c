using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>
/// POST /api/anomalies/triage: one decision for many anomalies. Each row is judged alone: what cannot change is named with its reason, the rest is done.
/// Written in chunks, so that thousands never hold the writer's lane.
/// </summary>
public static class TriageAnomalies
{
    private const int Chunk = 100;
    private const int MaxIds = 10_000;
    private static readonly string[] Decisions = [AnomalyStates.ToHandle, AnomalyStates.Ignored, AnomalyStates.Reanalyse];

    public sealed record Request(IReadOnlyList<long>? Ids, string? Decision, string? Reason);

    public sealed record Refusal(long Id, string Reason);

    public sealed record Answer(int Changed, IReadOnlyList<Refusal> Refused);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/anomalies/triage", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyTriage)).WithName("anomalies.triage");

    /// <summary>Null if the decision may be taken, otherwise why not. Only what nobody has judged, or what was to be looked at again, is open to a decision.</summary>
    public static string? Check(Anomaly? anomaly, CurrentAccount me) =>
        anomaly is null || !me.Sees(anomaly.OrgPath) ? "not-found"
        : anomaly.State is AnomalyStates.New or AnomalyStates.Reanalyse ? null
        : "already-" + anomaly.State;

    private static async Task<IResult> HandleAsync(Request request, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        if (request.Ids is not { Count: > 0 and <= MaxIds } || !Decisions.Contains(request.Decision))
        {
            return Problem.Unprocessable("triage-wrong");
        }

        if (request.Decision == AnomalyStates.Ignored && string.IsNullOrWhiteSpace(request.Reason))
        {
            return Problem.Unprocessable("triage-reason");
        }

        var refused = new List<Refusal>();
        foreach (var chunk in request.Ids.Distinct().Chunk(Chunk))
        {
            refused.AddRange(await door.RunAsync(me.Actor, session => DecideAsync(session, chunk, request, me), cancellation));
        }

        return Results.Ok(new Answer(request.Ids.Distinct().Count() - refused.Count, refused));
    }

    private static async ValueTask<List<Refusal>> DecideAsync(CommitSession session, long[] ids, Request request, CurrentAccount me)
    {
        var refused = new List<Refusal>();
        foreach (var id in ids)
        {
            var anomaly = await session.FindAsync<Anomaly>(id);
            if (Check(anomaly, me) is { } reason)
            {
                refused.Add(new Refusal(id, reason));
                continue;
            }

            var before = anomaly!.State;
            (anomaly.State, anomaly.TriageReason) = (request.Decision!, request.Reason);
            await session.UpdateAsync(anomaly);
            await session.AppendHistoryAsync($"anomaly/{id}", "anomaly.triaged", new JsonObject { ["from"] = before, ["to"] = request.Decision, ["reason"] = request.Reason });
        }

        session.Announce("anomalies");
        return refused;
    }
}
