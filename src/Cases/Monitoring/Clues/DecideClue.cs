using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Workbench;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Monitoring.Clues;

/// <summary>
/// POST /api/clues/{id}/decide: the clue becomes an anomaly, is filed as information, or is rejected with a reason; POST .../answer notes what
/// who reported it was told, and how. The anomaly of a secret clue is secret too.
/// </summary>
public static class DecideClue
{
    public sealed record Request(string? Decision, string? Reason, string? Level, string? Specialty);

    public sealed record Decided(long? AnomalyId);

    /// <param name="Via">phone, visit, message, letter.</param>
    public sealed record AnswerRequest(string? Via, string? Answer);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/clues/{id:long}/decide", HandleAsync).RequireAuthorization(Permissions.Policy(Permissions.AnomalyTriage)).WithName("clues.decide");
        api.MapPost("/clues/{id:long}/answer", AnswerAsync).RequireAuthorization(Permissions.Policy(Permissions.ClueWrite)).WithName("clues.answer");
    }

    private static async Task<IResult> HandleAsync(long id, Request request, CommitDoor door, Ids ids, CurrentAccount me, CancellationToken cancellation)
    {
        var known = request.Decision is Clue.Accepted or Clue.Filed or Clue.Rejected;
        if (!known || (request.Decision == Clue.Rejected && string.IsNullOrWhiteSpace(request.Reason)) || request.Level is not (null or "special" or "1" or "2" or "3" or "4"))
        {
            return Problem.Unprocessable("clue-decision");
        }

        return Results.Ok(await door.RunAsync(me.Actor, async session =>
        {
            var clue = await FindAsync(session, id, me);
            clue.State = clue.State == Clue.Pending ? request.Decision! : throw new ProblemException(Problem.Conflict("clue-decided"));
            clue.Reason = request.Reason?.Trim();
            if (clue.State == Clue.Accepted)
            {
                var anomaly = AsAnomaly(clue, ids.Next(), request, session.Now);
                clue.AnomalyId = anomaly.Id;
                await session.InsertAsync(anomaly);
                session.Announce("anomalies");
            }

            await session.UpdateAsync(clue);
            await session.AppendHistoryAsync($"clue/{id}", "clue." + clue.State, new JsonObject { ["reason"] = clue.Reason, ["anomaly"] = clue.AnomalyId });
            session.Announce("clues");
            return new Decided(clue.AnomalyId);
        }, cancellation));
    }

    /// <summary>An anonymous reporter cannot be told anything, and nobody is told before something was decided; what was told is written down once.</summary>
    private static async Task<IResult> AnswerAsync(long id, AnswerRequest request, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        if (request.Via is not ("phone" or "visit" or "message" or "letter") || (request.Answer?.Trim().Length ?? 0) is < 4 or > 1000)
        {
            return Problem.Unprocessable("clue-answer");
        }

        await door.RunAsync(me.Actor, async session =>
        {
            var clue = await FindAsync(session, id, me);
            if (ClueRules.RefuseAnswer(clue) is { } refusal)
            {
                throw new ProblemException(Problem.Conflict(refusal));
            }

            (clue.AnsweredAt, clue.AnsweredBy, clue.AnsweredVia, clue.Answer) = (session.Now, me.Actor, request.Via, request.Answer!.Trim());
            await session.UpdateAsync(clue);
            // What was said may name people: it lies beside the chain.
            await session.AppendHistoryAsync($"clue/{id}", "clue.answered", new JsonObject { ["via"] = clue.AnsweredVia }, new Dictionary<string, string> { ["answer"] = clue.Answer });
            session.Announce("clues");
        }, cancellation);
        return Results.NoContent();
    }

    private static async ValueTask<Clue> FindAsync(CommitSession session, long id, CurrentAccount me) =>
        await session.FindAsync<Clue>(id) is { } clue && me.Sees(clue.OrgPath) && (!clue.Secret || me.Has(Permissions.ClueSecret)) ? clue
            : throw new ProblemException(Problem.NotFound());

    /// <summary>The number of the clue is its object where it names none, so that two clues are never one anomaly.</summary>
    private static Anomaly AsAnomaly(Clue clue, long id, Request request, DateTime now)
    {
        var level = request.Level ?? "2";
        var risk = RiskScore.Of(level, 0, 1, []);
        return new Anomaly
        {
            Id = id, ThemeCode = Clue.ThemeCode, ThemeVersion = 1, Ym = BusinessDay.Of(now).ToString("yyyyMM", System.Globalization.CultureInfo.InvariantCulture),
            ObjKey = clue.ObjKey is null ? clue.Number : $"{clue.ObjKey}#{clue.Number[^5..]}", OrgNo = clue.OrgNo, OrgPath = clue.OrgPath, Level = level,
            Specialty = request.Specialty ?? "客户服务", FirstSeenAt = now, LastSeenAt = now, Risk = risk, QueueKey = RiskScore.QueueKey(level, 0, risk), Secret = clue.Secret,
        };
    }
}
