using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>
/// POST /api/anomalies/triage: one decision for many anomalies, named by their ids or by the filter of the list. Each row is judged alone: what cannot change is
/// named with its reason, the rest is done. Written in chunks, so that thousands never hold the writer's lane.
/// </summary>
public static class TriageAnomalies
{
    private const int Chunk = 100;
    private const int MaxIds = 10_000;
    private const int MaxByFilter = 50_000;
    private const int NamedRefusals = 100;

    public sealed record Request(IReadOnlyList<long>? Ids, string? Decision, string? Reason, AnomalyFilter? Filter = null);

    public sealed record Refusal(long Id, string Reason);

    /// <param name="Refused">The first ones by name; <paramref name="RefusedCount"/> counts all.</param>
    /// <param name="More">True if the filter matched more than one call decides about: call again.</param>
    public sealed record Answer(int Changed, IReadOnlyList<Refusal> Refused, int RefusedCount, bool More);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/anomalies/triage", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyTriage)).WithName("anomalies.triage");

    /// <summary>Null if the decision may be taken, otherwise why not. What is white-listed is not handled as long as its entry holds.</summary>
    public static string? Check(Anomaly? anomaly, CurrentAccount me, AnomalyEvent decision) =>
        anomaly is null || !me.Sees(anomaly.OrgPath) || (anomaly.Secret && !me.Has(Permissions.ClueSecret)) ? "not-found"
        : anomaly.WhiteId is not null && decision == AnomalyEvent.ToHandle ? "white-listed"
        : anomaly.TaskId is null && AnomalyLife.Next(anomaly.State, decision) is not null ? null
        : anomaly.TaskId is not null ? "already-in-task" : "already-" + anomaly.State;

    private static async Task<IResult> HandleAsync(Request request, CaseDbContext db, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        if (AnomalyLife.OfDecision(request.Decision) is not { } decision || (request.Filter is null && request.Ids is not { Count: > 0 and <= MaxIds }))
        {
            return Problem.Unprocessable("triage-wrong");
        }

        if (decision == AnomalyEvent.Ignore && string.IsNullOrWhiteSpace(request.Reason))
        {
            return Problem.Unprocessable("triage-reason");
        }

        var (ids, more) = request.Filter is { } filter ? await IdsAsync(filter, decision, db, me, cancellation) : ([.. request.Ids!.Distinct()], false);
        var refused = new List<Refusal>();
        foreach (var chunk in ids.Chunk(Chunk))
        {
            refused.AddRange(await door.RunAsync(me.Actor, session => DecideAsync(session, chunk, decision, request.Reason, me), cancellation));
        }

        return Results.Ok(new Answer(ids.Count - refused.Count, [.. refused.Take(NamedRefusals)], refused.Count, more));
    }

    /// <summary>The rows of the filter that the decision can change at all, oldest first.</summary>
    private static async Task<(List<long> Ids, bool More)> IdsAsync(AnomalyFilter filter, AnomalyEvent decision, CaseDbContext db, CurrentAccount me, CancellationToken cancellation)
    {
        var states = AnomalyQuery.StatesOf(filter).Where(state => AnomalyLife.Next(state, decision) is not null).ToList();
        var rows = (await AnomalyQuery.MatchingAsync(filter, db, me, cancellation)).Rows.Where(row => states.Contains(row.State) && row.TaskId == null);
        rows = decision == AnomalyEvent.ToHandle ? rows.Where(row => row.WhiteId == null) : rows;
        var ids = await rows.OrderBy(row => row.Id).Select(row => row.Id).Take(MaxByFilter + 1).ToListAsync(cancellation);
        return ([.. ids.Take(MaxByFilter)], ids.Count > MaxByFilter);
    }

    private static async ValueTask<List<Refusal>> DecideAsync(CommitSession session, long[] ids, AnomalyEvent decision, string? why, CurrentAccount me)
    {
        var refused = new List<Refusal>();
        foreach (var id in ids)
        {
            var anomaly = await session.FindAsync<Anomaly>(id);
            if (Check(anomaly, me, decision) is { } reason)
            {
                refused.Add(new Refusal(id, reason));
                continue;
            }

            var before = anomaly!.State;
            anomaly.Move(decision);
            anomaly.TriageReason = why;
            await session.UpdateAsync(anomaly);
            await session.AppendHistoryAsync($"anomaly/{id}", "anomaly.triaged", new JsonObject { ["from"] = before, ["to"] = anomaly.State, ["reason"] = why });
        }

        session.Announce("anomalies");
        return refused;
    }
}
