using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Survey.Campaigns;
using CaseMgmt.Cases.Survey.Quality;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Survey.Findings;

/// <summary>What a run of a campaign reads beside the rules.</summary>
public sealed record SurveyScope(SurveyCampaign Campaign, ImportBatch Load, IReadOnlyList<SurveyUnit> Units, IReadOnlyDictionary<string, string> Orgs, IReadOnlyDictionary<long, ImportBatch> Loads, StakeLookup Stakes)
{
    /// <summary>The assigned unit that a place lies in, the deepest one; null outside the campaign.</summary>
    public SurveyUnit? UnitOf(string orgNo) => Orgs.TryGetValue(orgNo, out var path)
        ? Units.Where(unit => path.StartsWith(unit.OrgPath, StringComparison.Ordinal)).MaxBy(unit => unit.OrgPath.Length) : null;
}

/// <summary>
/// Stores what a rule found in chunks: new defects, old ones seen again, and those that a fresher load no longer shows as corrected. A defect that somebody judged
/// to be none stays judged.
/// </summary>
public sealed class FindingWriter(CommitDoor door, IDbContextFactory<CaseDbContext> contexts, Ids ids)
{
    private const int Chunk = 200;

    private sealed record Known(long Id, string ObjKey, string State, string OrgPath, long Batch);

    public async Task<SurveyRuleResult> WriteAsync(QualityRule rule, IReadOnlyList<Finding> found, SurveyScope scope, string actor, CancellationToken cancellation)
    {
        var inside = found.Select(finding => (Finding: finding, Unit: scope.UnitOf(finding.OrgNo))).Where(each => each.Unit is not null).ToList();
        var known = await KnownAsync(scope.Campaign.Id, rule.Code, cancellation);
        foreach (var chunk in inside.Chunk(Chunk))
        {
            await door.RunAsync(actor, async session =>
            {
                foreach (var (finding, unit) in chunk)
                {
                    await (known.TryGetValue(finding.ObjKey, out var old) ? AgainAsync(session, old, finding, scope.Load.Id) : session.InsertAsync(New(session, rule, finding, unit!, scope)));
                }
            }, cancellation);
        }

        var gone = Gone(rule, inside.Select(each => each.Finding.ObjKey).ToHashSet(StringComparer.Ordinal), known, scope);
        foreach (var chunk in gone.Chunk(Chunk))
        {
            await door.RunAsync(actor, async session =>
            {
                foreach (var row in chunk)
                {
                    await MoveAsync(session, row, SurveyEvent.Absent, settled: true);
                }
            }, cancellation);
        }

        return new SurveyRuleResult(rule.Code, inside.Count, inside.Count(each => !known.ContainsKey(each.Finding.ObjKey)), gone.Count);
    }

    private static List<Known> Gone(QualityRule rule, HashSet<string> seen, Dictionary<string, Known> known, SurveyScope scope)
    {
        var tables = RuleTables.Of(string.Join('\n', rule.Rule)).Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        return [.. known.Values.Where(row => !seen.Contains(row.ObjKey) && SurveyStates.Next(row.State, SurveyEvent.Absent) is not null)
            .Where(row => Freshness.MayClear(scope.Load, scope.Loads.GetValueOrDefault(row.Batch), tables) && scope.Stakes.HasUnit(row.OrgPath, scope.Orgs))];
    }

    private static async ValueTask AgainAsync(CommitSession session, Known old, Finding finding, long batch)
    {
        if (old.Batch != batch)
        {
            await session.ExecuteAsync($"""
                update survey_finding set last_batch_id = {batch}, metric = {finding.Metric}, limit_value = {finding.LimitValue}, version = version + 1 where id = {old.Id}
                """);
            await MoveAsync(session, old, SurveyEvent.FoundAgain, settled: false);
        }
    }

    private static async ValueTask MoveAsync(CommitSession session, Known row, SurveyEvent what, bool settled)
    {
        if (SurveyStates.Next(row.State, what) is { } next)
        {
            DateTime? at = settled ? session.Now : null;
            await session.ExecuteAsync($"update survey_finding set state = {next}, settled_at = {at}, version = version + 1 where id = {row.Id} and state = {row.State}");
        }
    }

    private SurveyFinding New(CommitSession session, QualityRule rule, Finding finding, SurveyUnit unit, SurveyScope scope) => new()
    {
        Id = ids.Next(), CampaignId = scope.Campaign.Id, RuleCode = rule.Code, ObjKey = finding.ObjKey, OrgNo = finding.OrgNo, OrgPath = scope.Orgs[finding.OrgNo], TeamId = unit.TeamId,
        Metric = finding.Metric, LimitValue = finding.LimitValue, FoundAt = session.Now, LastBatchId = scope.Load.Id,
    };

    private async Task<Dictionary<string, Known>> KnownAsync(long campaign, string rule, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Set<SurveyFinding>().AsNoTracking().Where(row => row.CampaignId == campaign && row.RuleCode == rule)
            .Select(row => new Known(row.Id, row.ObjKey, row.State, row.OrgPath, row.LastBatchId)).ToDictionaryAsync(row => row.ObjKey, cancellation);
    }
}
