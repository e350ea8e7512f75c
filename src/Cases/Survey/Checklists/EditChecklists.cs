using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Survey.Quality;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Survey.Checklists;

/// <summary>GET /api/survey/checklists and PUT .../{code}: which rules and questions a topic has. A campaign that runs keeps the ones it began with.</summary>
public static partial class EditChecklists
{
    private const int MostQuestions = 60;
    private static readonly string[] Kinds = ["boolean", "text", "number"];

    public sealed record Request(string? NameZh, string? NameEn, IReadOnlyList<string>? Rules, IReadOnlyList<SurveyQuestion>? Questions, bool Enabled);

    public sealed record View(string Code, string NameZh, string NameEn, IReadOnlyList<string> Rules, IReadOnlyList<SurveyQuestion> Questions, bool Enabled)
    {
        public static View Of(SurveyChecklist row) => new(row.Code, row.NameZh, row.NameEn, JsonSerializer.Deserialize<List<string>>(row.RulesJson, JsonSerializerOptions.Web)!,
            JsonSerializer.Deserialize<List<SurveyQuestion>>(row.QuestionsJson, JsonSerializerOptions.Web)!, row.Enabled);
    }

    private sealed record Shipped(string Code, string NameZh, string NameEn, IReadOnlyList<string> Rules, IReadOnlyList<SurveyQuestion> Questions);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/survey/checklists", ListAsync).RequireAuthorization(Permissions.Policy(Permissions.SurveyRead)).WithName("survey.checklists");
        api.MapPut("/survey/checklists/{code}", ChangeAsync).RequireAuthorization(Permissions.Policy(Permissions.SurveyManage)).WithName("survey.checklists.change");
    }

    /// <summary>At start: the topics of the product that this database has not met.</summary>
    public static Task ImportShippedAsync(CommitDoor door, CancellationToken cancellation) => door.RunAsync("system", async session =>
    {
        foreach (var each in JsonSerializer.Deserialize<List<Shipped>>(EmbeddedText.Read("survey-checklists.json"), JsonSerializerOptions.Web)!)
        {
            if (await session.FindAsync<SurveyChecklist>(each.Code) is null)
            {
                await session.InsertAsync(new SurveyChecklist { Code = each.Code, NameZh = each.NameZh, NameEn = each.NameEn, RulesJson = Json(each.Rules), QuestionsJson = Json(each.Questions) });
            }
        }
    }, cancellation);

    /// <summary>Whether a checklist can be kept. Pure.</summary>
    public static bool IsValid(string code, Request request, QualityLibrary library) =>
        CodePattern().IsMatch(code) && request.NameZh?.Trim().Length is > 0 and <= 60 && request.NameEn?.Trim().Length is > 0 and <= 100
        && request.Rules is { Count: > 0 } && request.Rules.All(rule => library.Find(rule) is not null) && request.Questions is { Count: <= MostQuestions }
        && request.Questions.All(question => CodePattern().IsMatch(question.Key) && Kinds.Contains(question.Kind) && question.Zh.Trim().Length > 0 && question.En.Trim().Length > 0)
        && request.Questions.DistinctBy(question => question.Key).Count() == request.Questions.Count;

    private static async Task<IEnumerable<View>> ListAsync(CaseDbContext db, CancellationToken cancellation) =>
        (await db.Set<SurveyChecklist>().AsNoTracking().OrderBy(row => row.Code).ToListAsync(cancellation)).Select(View.Of);

    private static async Task<IResult> ChangeAsync(string code, Request request, QualityLibrary library, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        if (!IsValid(code, request, library))
        {
            return Problem.Unprocessable("survey-checklist", MostQuestions);
        }

        return Results.Ok(await door.RunAsync(me.Actor, async session =>
        {
            var known = await session.FindAsync<SurveyChecklist>(code);
            var row = known ?? new SurveyChecklist { Code = code };
            (row.NameZh, row.NameEn, row.Enabled) = (request.NameZh!.Trim(), request.NameEn!.Trim(), request.Enabled);
            (row.RulesJson, row.QuestionsJson) = (Json(request.Rules!), Json(request.Questions!));
            await (known is null ? session.InsertAsync(row) : session.UpdateAsync(row));
            await session.AppendHistoryAsync($"checklist/{code}", "checklist.changed", new JsonObject { ["rules"] = JsonNode.Parse(row.RulesJson), ["questions"] = JsonNode.Parse(row.QuestionsJson), ["enabled"] = row.Enabled });
            return View.Of(row);
        }, cancellation));
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    [GeneratedRegex("^[a-z][a-z0-9-]{1,31}$")]
    private static partial Regex CodePattern();
}
