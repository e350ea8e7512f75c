using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Survey.Campaigns;
using CaseMgmt.Cases.Survey.Quality;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Survey.Findings;

/// <summary>POST /api/survey/findings/{id}/anomaly: a confirmed defect becomes an anomaly of theme <see cref="ThemeCode"/> and goes the way of every other one. Once.</summary>
public static class SendToAudit
{
    /// <summary>What anomalies made of defects carry as their theme.</summary>
    public const string ThemeCode = "SURVEY";

    public sealed record Sent(long AnomalyId);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/survey/findings/{id:long}/anomaly", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.SurveyCheck)).WithName("survey.send");

    private static async Task<IResult> HandleAsync(long id, CommitDoor door, Ids ids, QualityLibrary library, CurrentAccount me, CancellationToken cancellation) =>
        Results.Ok(await door.RunAsync(me.Actor, async session =>
        {
            var (row, campaign) = await CheckFinding.OpenAsync(session, id, me);
            if (row.State != SurveyStates.Confirmed || row.AnomalyId is not null || library.Find(row.RuleCode) is not { } rule)
            {
                throw new ProblemException(Problem.Conflict(row.AnomalyId is null ? "survey-unconfirmed" : "survey-sent"));
            }

            var anomaly = AsAnomaly(row, campaign, rule, ids.Next(), session.Now);
            row.AnomalyId = anomaly.Id;
            await session.InsertAsync(anomaly);
            await session.UpdateAsync(row);
            await session.AppendHistoryAsync($"survey/{row.CampaignId}", "survey.sent", new JsonObject { ["finding"] = id, ["anomaly"] = anomaly.Id });
            session.Announce("anomalies");
            session.Announce($"survey/{row.CampaignId}");
            return new Sent(anomaly.Id);
        }, cancellation));

    /// <summary>The finding's own number ends the object, so that two campaigns never make one anomaly of theirs.</summary>
    private static Anomaly AsAnomaly(SurveyFinding row, SurveyCampaign campaign, QualityRule rule, long id, DateTime now)
    {
        var risk = RiskScore.Of(rule.Level, 0, 1, []);
        return new Anomaly
        {
            Id = id, ThemeCode = ThemeCode, ThemeVersion = 1, Ym = campaign.Ym, ObjKey = $"{row.ObjKey}#{row.RuleCode}#{row.Id % 100_000}", OrgNo = row.OrgNo, OrgPath = row.OrgPath, Metric = row.Metric,
            LimitValue = row.LimitValue, Level = rule.Level, Specialty = rule.Specialty, FirstSeenAt = now, LastSeenAt = now, Source = campaign.Source, Risk = risk,
            QueueKey = RiskScore.QueueKey(rule.Level, 0, risk),
        };
    }
}
