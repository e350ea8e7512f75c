using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Survey.Campaigns;
using CaseMgmt.Cases.Survey.Checklists;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Survey.Findings;

/// <summary>
/// POST /api/survey/findings/{id}/check: somebody of the unit's team looked at a defect. It is one, and stays open until the data is right; or it is none, which needs a reason.
/// Nobody can declare a defect corrected: only a run over fresher data does.
/// </summary>
public static class CheckFinding
{
    public sealed record Request(bool? Defect, string? Note, JsonObject? Answers, int Version);

    public sealed record Checked(string State, int Version);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/survey/findings/{id:long}/check", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.SurveyCheck)).WithName("survey.check");

    /// <summary>The keys of the answers that are missing or of the wrong kind. Pure.</summary>
    public static IReadOnlyList<string> WrongAnswers(IReadOnlyList<SurveyQuestion> questions, JsonObject answers) =>
        [.. questions.Where(question => answers[question.Key] is null ? question.Required : !Fits(question.Kind, answers[question.Key]!)).Select(question => question.Key)
            .Concat(answers.Select(answer => answer.Key).Where(key => questions.All(question => question.Key != key)))];

    private static bool Fits(string kind, JsonNode answer) => (kind, answer.GetValueKind()) switch
    {
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number", JsonValueKind.Number) => true,
        ("text", JsonValueKind.String) => answer.GetValue<string>().Trim().Length is > 0 and <= 200,
        _ => false,
    };

    private static async Task<IResult> HandleAsync(long id, Request request, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        if (request.Defect is not { } defect || request.Note?.Length > 500 || (!defect && string.IsNullOrWhiteSpace(request.Note)))
        {
            return Problem.Unprocessable("survey-note");
        }

        return Results.Ok(await door.RunAsync(me.Actor, session => WriteAsync(session, id, defect, request, me), cancellation));
    }

    private static async ValueTask<Checked> WriteAsync(CommitSession session, long id, bool defect, Request request, CurrentAccount me)
    {
        var (row, campaign) = await OpenAsync(session, id, me);
        var questions = JsonSerializer.Deserialize<List<SurveyQuestion>>(campaign.QuestionsJson, JsonSerializerOptions.Web)!;
        if (defect && WrongAnswers(questions, request.Answers ?? []) is { Count: > 0 } wrong)
        {
            throw new ProblemException(Problem.Unprocessable("survey-answers", string.Join(", ", wrong.Select(key => questions.FirstOrDefault(question => question.Key == key)?.Zh ?? key))));
        }

        var team = await session.FindAsync<SurveyTeam>(row.TeamId);
        if (JsonSerializer.Deserialize<List<long>>(team?.MembersJson ?? "[]") is { Count: > 0 } members && !members.Contains(me.Id))
        {
            throw new ProblemException(Problem.Conflict("survey-team", team!.Name));
        }

        if (row.Version != request.Version || SurveyStates.Next(row.State, defect ? SurveyEvent.Confirm : SurveyEvent.Deny) is not { } next)
        {
            throw new ProblemException(Problem.Conflict("survey-changed"));
        }

        (row.State, row.Note, row.AnswersJson, row.CheckedBy, row.CheckedAt) = (next, request.Note?.Trim(), (request.Answers ?? []).ToJsonString(), me.Actor, session.Now);
        row.SettledAt = next == SurveyStates.NoDefect ? session.Now : null;
        await session.UpdateAsync(row);
        await session.AppendHistoryAsync($"survey/{row.CampaignId}", "survey.checked", new JsonObject { ["finding"] = id, ["rule"] = row.RuleCode, ["object"] = row.ObjKey, ["state"] = next, ["note"] = row.Note });
        session.Announce($"survey/{row.CampaignId}");
        return new Checked(next, row.Version);
    }

    /// <summary>The defect and its campaign, if both are there for this account and the campaign goes on.</summary>
    internal static async ValueTask<(SurveyFinding Finding, SurveyCampaign Campaign)> OpenAsync(CommitSession session, long id, CurrentAccount me)
    {
        var row = await session.FindAsync<SurveyFinding>(id);
        if (row is null || !me.Sees(row.OrgPath) || await session.FindAsync<SurveyCampaign>(row.CampaignId) is not { } campaign)
        {
            throw new ProblemException(Problem.NotFound());
        }

        return campaign.State == SurveyCampaign.Open ? (row, campaign) : throw new ProblemException(Problem.Conflict("survey-closed"));
    }
}
