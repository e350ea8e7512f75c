using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Survey.Checklists;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Survey.Campaigns;

/// <summary>POST /api/survey/campaigns: a survey with its topic, its teams and the units of each. Every unit has one team, so that somebody answers for each defect.</summary>
public static class CreateCampaign
{
    private const int MostTeams = 50;
    private const int LongestDays = 400;

    public sealed record TeamRequest(string? Name, IReadOnlyList<long>? Members, IReadOnlyList<string>? Units);

    public sealed record Request(string? Title, string? Checklist, string? OrgNo, string? Ym, string? Source, string? Rhythm, DateOnly StartDay, DateOnly EndDay, IReadOnlyList<TeamRequest>? Teams);

    public sealed record Created(long Id, string Number);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/survey/campaigns", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.SurveyManage)).WithName("survey.create");

    /// <summary>Why the request is no campaign; null when it is one. Pure.</summary>
    public static string? Check(Request request) =>
        request.Title?.Trim().Length is not (> 0 and <= 120) ? "survey-title"
        : request.Rhythm is not (SurveyCampaign.Daily or SurveyCampaign.Biweekly or SurveyCampaign.Monthly) || request.EndDay < request.StartDay
            || request.EndDay.DayNumber - request.StartDay.DayNumber > LongestDays || !DateOnly.TryParseExact(request.Ym + "01", "yyyyMMdd", out _) ? "survey-time"
        : request.Teams is not { Count: > 0 and <= MostTeams } teams || teams.Any(team => team.Name?.Trim().Length is not (> 0 and <= 60) || team.Units is not { Count: > 0 }) ? "survey-teams"
        : teams.SelectMany(team => team.Units!).GroupBy(unit => unit).Any(unit => unit.Count() > 1) ? "survey-unit-twice"
        : null;

    private static async Task<IResult> HandleAsync(Request request, CaseDbContext db, CommitDoor door, Ids ids, DataSources sources, CurrentAccount me, CancellationToken cancellation)
    {
        if (Check(request) is { } wrong)
        {
            return Problem.Unprocessable(wrong);
        }

        var orgs = await db.Set<OrgUnit>().AsNoTracking().Where(org => org.OrgPath.StartsWith(me.OrgPath)).ToDictionaryAsync(org => org.OrgNo, org => org.OrgPath, cancellation);
        var checklist = await db.Set<SurveyChecklist>().AsNoTracking().FirstOrDefaultAsync(row => row.Code == request.Checklist && row.Enabled, cancellation);
        var source = sources.Meant(request.Source);
        if (checklist is null || !orgs.TryGetValue(request.OrgNo ?? "", out var path) || !sources.Knows(source))
        {
            return Problem.Unprocessable("survey-topic");
        }

        if (request.Teams!.SelectMany(team => team.Units!).Any(unit => !orgs.TryGetValue(unit, out var below) || !below.StartsWith(path, StringComparison.Ordinal)))
        {
            return Problem.Unprocessable("survey-units");
        }

        var campaign = new SurveyCampaign
        {
            Id = ids.Next(), Title = request.Title!.Trim(), ChecklistCode = checklist.Code, RulesJson = checklist.RulesJson, QuestionsJson = checklist.QuestionsJson, OrgNo = request.OrgNo!,
            OrgPath = path, Ym = request.Ym!, Source = source, Rhythm = request.Rhythm!, StartDay = request.StartDay, EndDay = request.EndDay, State = SurveyCampaign.Open, CreatedBy = me.Actor,
        };
        await door.RunAsync(me.Actor, session => WriteAsync(session, campaign, request.Teams!, orgs, ids), cancellation);
        return Results.Created($"/api/survey/campaigns/{campaign.Id}", new Created(campaign.Id, campaign.Number));
    }

    private static async ValueTask WriteAsync(CommitSession session, SurveyCampaign campaign, IReadOnlyList<TeamRequest> teams, Dictionary<string, string> orgs, Ids ids)
    {
        campaign.CreatedAt = session.Now;
        campaign.Number = await Numbers.NextAsync(session, $"PC-{campaign.OrgNo}-{session.Now:yyyyMM}");
        await session.InsertAsync(campaign);
        foreach (var team in teams)
        {
            var row = new SurveyTeam { Id = ids.Next(), CampaignId = campaign.Id, Name = team.Name!.Trim(), MembersJson = JsonSerializer.Serialize(team.Members ?? []) };
            await session.InsertAsync(row);
            foreach (var unit in team.Units!)
            {
                await session.InsertAsync(new SurveyUnit { CampaignId = campaign.Id, OrgNo = unit, OrgPath = orgs[unit], TeamId = row.Id });
            }
        }

        await session.AppendHistoryAsync($"survey/{campaign.Id}", "survey.created", new JsonObject
        {
            ["number"] = campaign.Number, ["checklist"] = campaign.ChecklistCode, ["rules"] = JsonNode.Parse(campaign.RulesJson), ["teams"] = teams.Count, ["rhythm"] = campaign.Rhythm,
        });
        session.Announce("survey");
    }
}
