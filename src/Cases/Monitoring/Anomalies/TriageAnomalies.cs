using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>
/// POST /api/anomalies/triage: one decision for many anomalies, named by their ids or by the filter of the list. Each row is judged alone: what cannot change is
/// named with its reason, the rest is done. A few are done in one commit and answered with 200; many are accepted in one commit, answered with 202, and judged
/// behind it in parts that outlive the host. A repeat with the same key is answered with how far the first one is.
/// </summary>
public sealed class TriageAnomalies(CaseDbContext db, CommitDoor door, WorkflowRuntime runtime, Ids ids)
{
    private const int MaxIds = 10_000;
    private const int MaxByFilter = 50_000;

    /// <summary>A part carries its ids with it from step to step: more would be much to write, less many rows in the chain.</summary>
    private const int PerPart = 1_000;

    public sealed record Request(IReadOnlyList<long>? Ids, string? Decision, string? Reason, AnomalyFilter? Filter = null, string? RequestKey = null);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/anomalies/triage", (Request request, TriageAnomalies door, CurrentAccount me, CancellationToken cancellation) => door.HandleAsync(request, me, cancellation))
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyTriage)).WithName("anomalies.triage");

    public static string SubjectOf(long id) => $"triage/{id}";

    public async Task<IResult> HandleAsync(Request request, CurrentAccount me, CancellationToken cancellation = default)
    {
        if (AnomalyLife.OfDecision(request.Decision) is not { } decision || request.RequestKey?.Length > 64
            || (request.Filter is null && request.Ids is not { Count: > 0 and <= MaxIds }))
        {
            return Problem.Unprocessable("triage-wrong");
        }

        if (decision == AnomalyEvent.Ignore && string.IsNullOrWhiteSpace(request.Reason))
        {
            return Problem.Unprocessable("triage-reason");
        }

        var key = request.RequestKey is { Length: > 0 } given ? $"triage/{me.Actor}/{given}" : null;
        if (await AnsweredAsync(key, me, cancellation) is { } answered)
        {
            return answered;
        }

        var (chosen, more) = request.Filter is { } filter ? await IdsAsync(filter, decision, me, cancellation) : ([.. request.Ids!.Distinct()], false);
        var judgement = Judgement.Of(decision, request.Reason, me);
        return chosen.Length > JudgeAnomalies.PerStep ? await AcceptAsync(chosen, judgement, more, key, me, cancellation)
            : Results.Ok(TriageState.AtOnce(chosen.Length, await door.RunAsync(me.Actor, session => JudgeAnomalies.DecideAsync(session, chosen, judgement), cancellation), more));
    }

    private async Task<IResult> AcceptAsync(long[] chosen, Judgement judgement, bool more, string? key, CurrentAccount me, CancellationToken cancellation)
    {
        var id = ids.Next();
        await runtime.CommitAsync(new HostRequest(SubjectOf(id))
        {
            Actor = me.Actor, RequestKey = key, AnswersAtOnce = true, Also = session => WriteAsync(session, SubjectOf(id), chosen, judgement, more),
        }, cancellation);
        return await AnsweredAsync(key, me, cancellation)
            ?? Answer((await ReadTriage.FindAsync(id, db, me.Actor, cancellation))!);
    }

    private static async ValueTask WriteAsync(CommitSession session, string triage, long[] chosen, Judgement judgement, bool more)
    {
        var parts = chosen.Chunk(PerPart).ToList();
        await session.AppendHistoryAsync(triage, "triage.decided", new JsonObject
        {
            ["decision"] = judgement.Decision.ToString(),
            ["reason"] = judgement.Reason,
            ["count"] = chosen.Length,
            ["parts"] = parts.Count,
            ["more"] = more,
        });
        foreach (var part in parts)
        {
            await session.EnqueueWorkAsync(JudgeAnomalies.WorkName, null, JudgeAnomalies.DataOf(triage, judgement, part));
        }
    }

    /// <summary>How far the triage of this key is; null if there was none. A decision that one commit took keeps no key: its repeat finds every row judged already.</summary>
    private async Task<IResult?> AnsweredAsync(string? key, CurrentAccount me, CancellationToken cancellation)
    {
        var subject = key is null ? null
            : await db.Set<RequestKeyRow>().AsNoTracking().Where(row => row.RequestKey == key).Select(row => row.InstanceId).SingleOrDefaultAsync(cancellation);
        return subject is null ? null : Answer((await ReadTriage.FindAsync(long.Parse(subject.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture), db, me.Actor, cancellation))!);
    }

    private static IResult Answer(TriageState state) =>
        state.State == TriageState.Done ? Results.Ok(state) : Results.Accepted($"/api/anomalies/{SubjectOf(state.Id!.Value)}", state);

    /// <summary>The rows of the filter that the decision can change at all, oldest first.</summary>
    private async Task<(long[] Ids, bool More)> IdsAsync(AnomalyFilter filter, AnomalyEvent decision, CurrentAccount me, CancellationToken cancellation)
    {
        var states = AnomalyQuery.StatesOf(filter).Where(state => AnomalyLife.Next(state, decision) is not null).ToList();
        var rows = (await AnomalyQuery.MatchingAsync(filter, db, me, cancellation)).Rows.Where(row => states.Contains(row.State) && row.TaskId == null);
        rows = decision == AnomalyEvent.ToHandle ? rows.Where(row => row.WhiteId == null) : rows;
        var found = await rows.OrderBy(row => row.Id).Select(row => row.Id).Take(MaxByFilter + 1).ToArrayAsync(cancellation);
        return (found[..Math.Min(found.Length, MaxByFilter)], found.Length > MaxByFilter);
    }
}
