using System.Text.Json;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Workbench;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Survey.Campaigns;

/// <summary>Writes the report of every period that is over, once. Asks often and acts once; a host that slept over several periods writes them all.</summary>
public sealed class SurveyReports(CommitDoor door, IDbContextFactory<CaseDbContext> contexts, TimeProvider time)
{
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var today = BusinessDay.Of(time.GetUtcNow().UtcDateTime);
        var written = 0;
        foreach (var campaign in await db.Set<SurveyCampaign>().AsNoTracking().Where(row => row.State == SurveyCampaign.Open && row.StartDay < today).ToListAsync(cancellation))
        {
            var last = await db.Set<SurveyReport>().Where(row => row.CampaignId == campaign.Id).MaxAsync(row => (DateOnly?)row.PeriodEnd, cancellation);
            foreach (var period in Progress.Periods(campaign.Rhythm, campaign.StartDay, campaign.EndDay).Where(period => period.End < today && (last is null || period.End > last)))
            {
                await WriteAsync(campaign, period, await Progress.LinesAsync(db, campaign.Id, period, campaign.OrgPath, cancellation), cancellation);
                written++;
            }
        }

        return written;
    }

    private Task WriteAsync(SurveyCampaign campaign, Period period, List<ProgressLine> lines, CancellationToken cancellation) => door.RunAsync("system", async session =>
    {
        if (await session.FindAsync<SurveyReport>(campaign.Id, period.End) is null)
        {
            await session.InsertAsync(new SurveyReport
            {
                CampaignId = campaign.Id, PeriodStart = period.Start, PeriodEnd = period.End, LinesJson = JsonSerializer.Serialize(lines, JsonSerializerOptions.Web), MadeAt = session.Now,
            });
            session.Announce($"survey/{campaign.Id}");
        }
    }, cancellation);
}
