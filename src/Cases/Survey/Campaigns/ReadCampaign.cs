using System.Text.Json;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Survey.Checklists;
using CaseMgmt.Cases.Survey.Findings;
using CaseMgmt.Cases.Survey.Quality;
using CaseMgmt.Cases.Workbench;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Survey.Campaigns;

/// <summary>GET /api/survey/campaigns/{id}: teams, progress of the present period, rules with what they found, runs and the reports so far; of all that the reader's own units.</summary>
public static class ReadCampaign
{
    private const int MostRuns = 10;

    public sealed record TeamView(long Id, string Name, IReadOnlyList<string> Members, IReadOnlyList<string> Units);

    public sealed record Line(string OrgNo, string OrgName, string Team, int Found, int Checked, int Corrected, int Total, int Open);

    public sealed record RuleView(string Code, string Name, string Kind, int Total, int Open);

    public sealed record RunView(long Id, string State, DateTime StartedAt, DateTime? EndedAt, int Found, int New, int Corrected, IReadOnlyList<string> Errors, string? Problem, DateOnly? Stamp);

    public sealed record ReportView(DateOnly Start, DateOnly End, IReadOnlyList<Line> Lines);

    public sealed record Answer(long Id, string Number, string Title, string State, string Ym, string? Source, string Rhythm, DateOnly StartDay, DateOnly EndDay, string OrgName,
        IReadOnlyList<SurveyQuestion> Questions, IReadOnlyList<TeamView> Teams, Period? Period, IReadOnlyList<Line> Progress, IReadOnlyList<RuleView> Rules, IReadOnlyList<RunView> Runs,
        IReadOnlyList<ReportView> Reports, bool MayManage);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/survey/campaigns/{id:long}", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.SurveyRead)).WithName("survey.read");

    private static async Task<IResult> HandleAsync(long id, CaseDbContext db, QualityLibrary library, CurrentAccount me, TimeProvider time, HttpContext context, CancellationToken cancellation)
    {
        var row = await db.Set<SurveyCampaign>().AsNoTracking().SeenBy(db, me).FirstOrDefaultAsync(each => each.Id == id, cancellation);
        if (row is null)
        {
            return Problem.NotFound();
        }

        var today = BusinessDay.Of(time.GetUtcNow().UtcDateTime);
        var period = Progress.Periods(row.Rhythm, row.StartDay, row.EndDay).LastOrDefault(each => each.Start <= today);
        var scope = row.OrgPath.StartsWith(me.OrgPath, StringComparison.Ordinal) ? row.OrgPath : me.OrgPath;
        var teams = await TeamsAsync(db, id, cancellation);
        var names = await db.Set<OrgUnit>().AsNoTracking().Where(org => org.OrgPath.StartsWith(scope)).ToDictionaryAsync(org => org.OrgNo, org => org.Name, cancellation);
        var lines = period is null ? [] : await Progress.LinesAsync(db, id, period, scope, cancellation);
        var reports = await db.Set<SurveyReport>().AsNoTracking().Where(report => report.CampaignId == id).OrderByDescending(report => report.PeriodEnd).Take(62).ToListAsync(cancellation);
        return Results.Ok(new Answer(row.Id, row.Number, row.Title, row.State, row.Ym, row.Source, row.Rhythm, row.StartDay, row.EndDay,
            (await OrgNames.ReadAsync(db, [row.OrgPath], cancellation)).GetValueOrDefault(row.OrgPath, row.OrgNo), Of<SurveyQuestion>(row.QuestionsJson), teams, period, [.. lines.Select(Shown)],
            await RulesAsync(db, row, scope, library, Texts.LanguageOf(context), cancellation), await RunsAsync(db, id, Texts.LanguageOf(context), cancellation),
            [.. reports.Select(report => new ReportView(report.PeriodStart, report.PeriodEnd, [.. Of<ProgressLine>(report.LinesJson).Where(line => names.ContainsKey(line.OrgNo)).Select(Shown)]))],
            me.Has(Permissions.SurveyManage) && me.Sees(row.OrgPath)));

        Line Shown(ProgressLine line) => new(line.OrgNo, names.GetValueOrDefault(line.OrgNo, line.OrgNo), teams.FirstOrDefault(team => team.Id == line.TeamId)?.Name ?? "", line.Found, line.Checked,
            line.Corrected, line.Total, line.Open);
    }

    private static async Task<List<TeamView>> TeamsAsync(CaseDbContext db, long id, CancellationToken cancellation)
    {
        var teams = await db.Set<SurveyTeam>().AsNoTracking().Where(team => team.CampaignId == id).OrderBy(team => team.Id).ToListAsync(cancellation);
        var units = (await db.Set<SurveyUnit>().AsNoTracking().Where(unit => unit.CampaignId == id)
            .Join(db.Set<OrgUnit>(), unit => unit.OrgNo, org => org.OrgNo, (unit, org) => new { unit.TeamId, org.Name }).ToListAsync(cancellation)).ToLookup(unit => unit.TeamId, unit => unit.Name);
        var members = teams.ToDictionary(team => team.Id, team => JsonSerializer.Deserialize<List<long>>(team.MembersJson)!);
        var all = members.Values.SelectMany(each => each).Distinct().ToList();
        var people = await db.Users.Where(account => all.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellation);
        return [.. teams.Select(team => new TeamView(team.Id, team.Name, [.. members[team.Id].Select(member => people.GetValueOrDefault(member, ""))], [.. units[team.Id].Order(StringComparer.Ordinal)]))];
    }

    private static async Task<List<RuleView>> RulesAsync(CaseDbContext db, SurveyCampaign row, string scope, QualityLibrary library, string language, CancellationToken cancellation)
    {
        var counts = await db.Set<SurveyFinding>().Where(finding => finding.CampaignId == row.Id && finding.OrgPath.StartsWith(scope)).GroupBy(finding => finding.RuleCode)
            .Select(group => new { group.Key, Total = group.Count(), Open = group.Count(finding => finding.SettledAt == null) }).ToDictionaryAsync(group => group.Key, cancellation);
        return [.. Of<string>(row.RulesJson).Select(library.Find).OfType<QualityRule>()
            .Select(rule => new RuleView(rule.Code, rule.Name(language), rule.Kind, counts.GetValueOrDefault(rule.Code)?.Total ?? 0, counts.GetValueOrDefault(rule.Code)?.Open ?? 0))];
    }

    private static async Task<List<RunView>> RunsAsync(CaseDbContext db, long id, string language, CancellationToken cancellation)
    {
        var runs = await db.Set<SurveyRun>().AsNoTracking().Where(run => run.CampaignId == id).OrderByDescending(run => run.Id).Take(MostRuns).ToListAsync(cancellation);
        var batches = runs.Select(run => run.BatchId).ToList();
        var stamps = await db.Set<Monitoring.Loading.ImportBatch>().Where(load => batches.Contains(load.Id)).ToDictionaryAsync(load => load.Id, load => load.Stamp, cancellation);
        return [.. runs.Select(run => Of(run, language, stamps.GetValueOrDefault(run.BatchId)))];
    }

    private static RunView Of(SurveyRun run, string language, DateOnly? stamp)
    {
        var rules = Of<SurveyRuleResult>(run.RulesJson);
        return new RunView(run.Id, run.State, run.StartedAt, run.EndedAt, rules.Sum(rule => rule.Found), rules.Sum(rule => rule.New), rules.Sum(rule => rule.Corrected),
            [.. rules.Where(rule => rule.Error is not null).Select(rule => $"{rule.Code}: {RuleRefusal.Told(rule.Error, language)}")], RuleRefusal.Told(run.Problem, language), stamp);
    }

    private static List<T> Of<T>(string json) => JsonSerializer.Deserialize<List<T>>(json, JsonSerializerOptions.Web)!;
}
