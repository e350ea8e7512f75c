using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Survey.Campaigns;

/// <summary>Who knows of a campaign: those whose organisation it lies in, and the units below that it looks at. They see their own part of it.</summary>
public static class CampaignAccess
{
    public static IQueryable<SurveyCampaign> SeenBy(this IQueryable<SurveyCampaign> rows, CaseDbContext db, CurrentAccount me) => rows.Where(row =>
        row.OrgPath.StartsWith(me.OrgPath) || db.Set<SurveyUnit>().Any(unit => unit.CampaignId == row.Id && (unit.OrgPath.StartsWith(me.OrgPath) || me.OrgPath.StartsWith(unit.OrgPath))));
}
