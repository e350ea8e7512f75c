using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Survey.Findings;
using CaseMgmt.Cases.Workbench;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Survey.Campaigns;

/// <summary>A period of the report, both days included.</summary>
public sealed record Period(DateOnly Start, DateOnly End);

/// <summary>How far a campaign is, by unit and team.</summary>
public static class Progress
{
    /// <summary>The periods from the first day to the last: days, fortnights, or calendar months cut at both ends. Pure.</summary>
    public static IEnumerable<Period> Periods(string rhythm, DateOnly start, DateOnly end)
    {
        for (var day = start; day <= end;)
        {
            var last = rhythm switch
            {
                SurveyCampaign.Daily => day,
                SurveyCampaign.Biweekly => day.AddDays(13),
                _ => new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1),
            };
            yield return new Period(day, last < end ? last : end);
            day = last.AddDays(1);
        }
    }

    /// <summary>Counted by the database: what came up, was looked at and was settled in the period, and what stands at its end.</summary>
    /// <param name="orgPath">Only units at or below.</param>
    public static async Task<List<ProgressLine>> LinesAsync(CaseDbContext db, long campaign, Period period, string orgPath, CancellationToken cancellation)
    {
        var (from, to) = (BusinessDay.At(period.Start, 0), BusinessDay.At(period.End.AddDays(1), 0));
        var groups = await db.Set<SurveyFinding>().AsNoTracking().Where(row => row.CampaignId == campaign && row.OrgPath.StartsWith(orgPath) && row.FoundAt < to)
            .GroupBy(row => new { row.OrgNo, row.TeamId })
            .Select(group => new
            {
                group.Key,
                Found = group.Count(row => row.FoundAt >= from),
                Checked = group.Count(row => row.CheckedAt >= from && row.CheckedAt < to),
                Settled = group.Count(row => row.SettledAt >= from && row.SettledAt < to),
                Total = group.Count(),
                Open = group.Count(row => row.SettledAt == null || row.SettledAt >= to),
            }).ToListAsync(cancellation);
        return [.. groups.Select(group => new ProgressLine(group.Key.OrgNo, group.Key.TeamId, group.Found, group.Checked, group.Settled, group.Total, group.Open))
            .OrderBy(line => line.OrgNo, StringComparer.Ordinal)];
    }
}
