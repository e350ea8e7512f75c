using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Monitoring.Clues;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>POST /api/indicator-alarms/{id}/answer: the analyst says what is behind an alarm, and makes a clue of it where it is to be followed up.</summary>
public static class AnswerAlarm
{
    private const int ShortestReason = 4;

    public sealed record Request(string? Reason, bool Clue);

    public sealed record Answered(long? ClueId);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/indicator-alarms/{id:long}/answer", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyTriage)).WithName("indicators.answer");

    private static async Task<IResult> HandleAsync(long id, Request request, CommitDoor door, IndicatorLibrary library, Ids ids, CurrentAccount me, CancellationToken cancellation)
    {
        if ((request.Reason?.Trim().Length ?? 0) is < ShortestReason or > 500)
        {
            return Problem.Unprocessable("alarm-reason", ShortestReason);
        }

        return Results.Ok(await door.RunAsync(me.Actor, async session =>
        {
            var alarm = await session.FindAsync<IndicatorAlarm>(id) is { } found && me.Sees(found.OrgPath) ? found : throw new ProblemException(Problem.NotFound());
            alarm.State = alarm.State == IndicatorAlarm.Acknowledged ? throw new ProblemException(Problem.Conflict("alarm-answered")) : IndicatorAlarm.Acknowledged;
            (alarm.AnsweredBy, alarm.AnsweredAt, alarm.Reason) = (me.Actor, session.Now, request.Reason!.Trim());
            if (request.Clue)
            {
                alarm.ClueId = ids.Next();
                await RegisterClue.WriteAsync(session, AsClue(alarm, library.Find(alarm.Code), me));
            }

            await session.UpdateAsync(alarm);
            await session.AppendHistoryAsync($"indicator-alarm/{id}", "indicator.answered", new JsonObject { ["reason"] = alarm.Reason, ["clue"] = alarm.ClueId });
            session.Announce("indicators");
            return new Answered(alarm.ClueId);
        }, cancellation));
    }

    /// <summary>The clue says by itself what was seen, in Chinese as every clue is written.</summary>
    private static Clue AsClue(IndicatorAlarm alarm, Indicator? indicator, CurrentAccount me) => new()
    {
        Id = alarm.ClueId!.Value, Source = "monitoring", OrgNo = alarm.OrgNo, OrgPath = alarm.OrgPath, CreatedBy = me.Actor,
        Content = Texts.Get("zh", "indicator.clue", alarm.Ym, indicator?.NameZh ?? alarm.Code, Math.Round(alarm.Value, indicator?.Decimals ?? 2), alarm.LimitValue, indicator?.Unit.Zh ?? "", alarm.Reason),
    };
}
