using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Survey.Campaigns;
using CaseMgmt.Cases.Survey.Quality;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Survey.Findings;

/// <summary>GET /api/survey/campaigns/{id}/findings: the defects of the reader's own units, newest first, page by page.</summary>
public static class ListFindings
{
    private const int Size = 50;

    public sealed record Request(string? State, string? Rule, string? Org, string? Q, long? After);

    public sealed record View(long Id, string RuleCode, string RuleName, string ObjKey, string OrgNo, string OrgName, decimal Metric, decimal LimitValue, string State, string? Note, JsonNode? Answers,
        DateTime FoundAt, DateTime? CheckedAt, DateTime? SettledAt, long? AnomalyId, int Version);

    public sealed record Page(IReadOnlyList<View> Items, string? Next);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/survey/campaigns/{id:long}/findings", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.SurveyRead)).WithName("survey.findings");

    private static async Task<IResult> HandleAsync(
        long id, [AsParameters] Request request, CaseDbContext db, QualityLibrary library, CurrentAccount me, HttpContext context, CancellationToken cancellation)
    {
        if (!await db.Set<SurveyCampaign>().SeenBy(db, me).AnyAsync(row => row.Id == id, cancellation))
        {
            return Problem.NotFound();
        }

        var rows = db.Set<SurveyFinding>().AsNoTracking().Where(row => row.CampaignId == id && row.OrgPath.StartsWith(me.OrgPath));
        rows = string.IsNullOrEmpty(request.State) ? rows : rows.Where(row => row.State == request.State);
        rows = string.IsNullOrEmpty(request.Rule) ? rows : rows.Where(row => row.RuleCode == request.Rule);
        rows = string.IsNullOrEmpty(request.Org) ? rows : rows.Where(row => row.OrgNo == request.Org);
        rows = string.IsNullOrEmpty(request.Q) ? rows : rows.Where(row => row.ObjKey.StartsWith(request.Q));
        rows = request.After is null ? rows : rows.Where(row => row.Id < request.After);
        var found = await rows.OrderByDescending(row => row.Id).Take(Size + 1).ToListAsync(cancellation);
        var names = await OrgNames.ReadAsync(db, found.Select(row => row.OrgPath), cancellation);
        var language = Texts.LanguageOf(context);
        var shown = found.Take(Size).Select(row => new View(row.Id, row.RuleCode, library.Find(row.RuleCode)?.Name(language) ?? row.RuleCode, row.ObjKey, row.OrgNo,
            names.GetValueOrDefault(row.OrgPath, row.OrgNo), row.Metric, row.LimitValue, row.State, row.Note, JsonNode.Parse(row.AnswersJson), row.FoundAt, row.CheckedAt, row.SettledAt, row.AnomalyId,
            row.Version)).ToList();
        return Results.Ok(new Page(shown, found.Count > Size ? shown[^1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture) : null));
    }
}
