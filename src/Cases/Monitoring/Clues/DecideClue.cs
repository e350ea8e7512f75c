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
/// POST /api/clues/{id}/decide: the clue becomes an anomaly, is filed as information, or is rejected with a reason; POST .../answer notes that who reported it was
/// told. The anomaly of a secret clue is secret too.
/// </summary>
public static class DecideClue
{
    public sealed record Request(string? Decision, string? Reason, string? Level, string? Specialty);

    public sealed record Decided(long? AnomalyId);

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

    private static async Task<IResult> AnswerAsync(long id, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        await door.RunAsync(me.Actor, async session =>
        {
            var clue = await FindAsync(session, id, me);
            clue.AnsweredAt = session.Now;
            await session.UpdateAsync(clue);
            await session.AppendHistoryAsync($"clue/{id}", "clue.answered", []);
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
