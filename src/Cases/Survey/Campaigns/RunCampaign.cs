using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Survey.Campaigns;

/// <summary>POST /api/survey/campaigns/{id}/runs looks at the present data, after the answer; POST .../close ends the campaign: what stands then stays as it is.</summary>
public static class RunCampaign
{
    public sealed record Accepted(long Id);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/survey/campaigns/{id:long}/runs", RunAsync).RequireAuthorization(Permissions.Policy(Permissions.SurveyManage)).WithName("survey.run");
        api.MapPost("/survey/campaigns/{id:long}/close", CloseAsync).RequireAuthorization(Permissions.Policy(Permissions.SurveyManage)).WithName("survey.close");
    }

    private static async Task<IResult> RunAsync(long id, CaseDbContext db, SurveyRunner runner, MonitoringJobs jobs, CurrentAccount me, CancellationToken cancellation)
    {
        if (!await db.Set<SurveyCampaign>().AnyAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation))
        {
            return Problem.NotFound();
        }

        var run = await runner.OpenAsync(id, me.Actor, cancellation);
        jobs.Enqueue($"survey run {run.Id}", stop => runner.RunAsync(run, stop));
        return Results.Accepted($"/api/survey/campaigns/{id}", new Accepted(run.Id));
    }

    private static async Task<IResult> CloseAsync(long id, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        await door.RunAsync(me.Actor, async session =>
        {
            var row = await session.FindAsync<SurveyCampaign>(id);
            if (row is null || !me.Sees(row.OrgPath))
            {
                throw new ProblemException(Problem.NotFound());
            }

            if (row.State != SurveyCampaign.Open)
            {
                throw new ProblemException(Problem.Conflict("survey-closed"));
            }

            (row.State, row.ClosedAt) = (SurveyCampaign.Closed, session.Now);
            await session.UpdateAsync(row);
            await session.AppendHistoryAsync($"survey/{id}", "survey.closed", new JsonObject { ["number"] = row.Number });
            session.Announce($"survey/{id}");
        }, cancellation);
        return Results.NoContent();
    }
}
