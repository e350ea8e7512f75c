using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Survey.Findings;
using CaseMgmt.Cases.Survey.Quality;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Survey.Campaigns;

/// <summary>Runs the rules of a campaign over the present load of its source. A rule that fails is named in the run and stops no other; a lost connection ends the run.</summary>
public sealed class SurveyRunner(CommitDoor door, IDbContextFactory<CaseDbContext> contexts, DataSources sources, QualityLibrary library, FindingWriter writer, HostIdentity host, Ids ids)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);

    /// <summary>Records a run; refused while another one of the campaign lives.</summary>
    public Task<SurveyRun> OpenAsync(long campaignId, string actor, CancellationToken cancellation) => door.RunAsync(actor, async session =>
    {
        var campaign = await session.FindLockedAsync<SurveyCampaign>(campaignId) ?? throw new ProblemException(Problem.NotFound());
        if (campaign.State != SurveyCampaign.Open)
        {
            throw new ProblemException(Problem.Conflict("survey-closed"));
        }

        foreach (var other in await session.QueryAsync<SurveyRun>($"campaign_id = {campaignId} and state = {SurveyRun.Running}"))
        {
            if (other.LeaseUntil > session.Now)
            {
                throw new ProblemException(Problem.Conflict("survey-running"));
            }

            (other.State, other.EndedAt) = (SurveyRun.Failed, session.Now);
            await session.UpdateAsync(other);
        }

        var run = new SurveyRun { Id = ids.Next(), CampaignId = campaignId, StartedBy = actor, StartedAt = session.Now, Owner = host.Name, LeaseUntil = session.Now + Lease };
        await session.InsertAsync(run);
        session.Announce($"survey/{campaignId}");
        return run;
    }, cancellation);

    public async Task RunAsync(SurveyRun run, CancellationToken cancellation)
    {
        var results = new List<SurveyRuleResult>();
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var campaign = await db.Set<SurveyCampaign>().AsNoTracking().SingleAsync(row => row.Id == run.CampaignId, cancellation);
            var load = await sources.PresentAsync(campaign.Source, cancellation) ?? throw new SourceUnfitException(campaign.Source ?? "", [new SourceProblem(SourceProblem.NoData, "bill")]);
            run.BatchId = load.Id;
            using var source = sources.Open(load);
            var scope = await ScopeAsync(db, campaign, load, source, cancellation);
            foreach (var rule in JsonSerializer.Deserialize<List<string>>(campaign.RulesJson)!.Select(library.Find).OfType<QualityRule>())
            {
                results.Add(await RuleAsync(rule, scope, source, run.StartedBy, cancellation));
                await TellAsync(run, results, SurveyRun.Running, null);
            }

            await TellAsync(run, results, SurveyRun.Done, null);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            await TellAsync(run, results, SurveyRun.Failed, failure is OperationCanceledException ? null : RuleRefusal.Of(failure).Stored());
            throw;
        }
    }

    private static async Task<SurveyScope> ScopeAsync(CaseDbContext db, SurveyCampaign campaign, ImportBatch load, IRuleSource source, CancellationToken cancellation)
    {
        var units = await db.Set<SurveyUnit>().AsNoTracking().Where(unit => unit.CampaignId == campaign.Id).ToListAsync(cancellation);
        var orgs = await db.Set<Access.OrgUnit>().AsNoTracking().ToDictionaryAsync(org => org.OrgNo, org => org.OrgPath, cancellation);
        var loads = await db.Set<ImportBatch>().AsNoTracking().Where(row => row.Source == campaign.Source).ToDictionaryAsync(row => row.Id, cancellation);
        return new SurveyScope(campaign, load, units, orgs, loads, new StakeLookup(source, campaign.Ym));
    }

    private async Task<SurveyRuleResult> RuleAsync(QualityRule rule, SurveyScope scope, IRuleSource source, string actor, CancellationToken cancellation)
    {
        try
        {
            var standard = ThemeLibrary.Standard(scope.Campaign.Ym, scope.Load.Stamp ?? DateOnly.FromDateTime(scope.Load.StartedAt));
            var found = await Task.Run(() => RuleRun.Find(source, rule.AsTheme(), standard, cancellation), cancellation);
            return await writer.WriteAsync(rule, found, scope, actor, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not SourceLostException && !source.IsAlive)
        {
            throw new SourceLostException(rule.Code, failure.Message);
        }
        catch (RuleException wrong)
        {
            return new SurveyRuleResult(rule.Code, 0, 0, 0, wrong.Refusal.Stored());
        }
    }

    private Task TellAsync(SurveyRun run, List<SurveyRuleResult> results, string state, string? problem) => door.RunAsync(run.StartedBy, async session =>
    {
        var row = await session.FindAsync<SurveyRun>(run.Id) ?? throw new InvalidOperationException($"Survey run {run.Id} is gone.");
        (row.BatchId, row.RulesJson, row.State, row.Problem) = (run.BatchId, JsonSerializer.Serialize(results, JsonSerializerOptions.Web), state, problem);
        row.LeaseUntil = state == SurveyRun.Running ? session.Now + Lease : null;
        row.EndedAt = state == SurveyRun.Running ? null : session.Now;
        await session.UpdateAsync(row);
        session.Announce($"survey/{run.CampaignId}");
        if (state != SurveyRun.Running)
        {
            await session.AppendHistoryAsync($"survey/{run.CampaignId}", "survey.ran", new JsonObject
            {
                ["run"] = run.Id, ["state"] = state, ["batch"] = run.BatchId, ["found"] = results.Sum(each => each.Found), ["corrected"] = results.Sum(each => each.Corrected),
            });
        }
    });
}
