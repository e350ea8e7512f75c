using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>GET /api/anomalies/{id}: the row, the rule that found it in the version it had, and thirteen months of the object.</summary>
public static class ReadAnomaly
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/anomalies/{id:long}", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("anomalies.read");

    private static async Task<IResult> HandleAsync(
        long id, CaseDbContext db, CurrentAccount me, ThemeLibrary library, MarketingFiles files, HttpContext context, CancellationToken cancellation)
    {
        var row = await db.Set<Anomaly>().AsNoTracking().FirstOrDefaultAsync(anomaly => anomaly.Id == id && anomaly.OrgPath.StartsWith(me.OrgPath), cancellation);
        if (row is null)
        {
            return Problem.NotFound();
        }

        var org = await db.Set<OrgUnit>().AsNoTracking().Where(unit => unit.OrgNo == row.OrgNo).Select(unit => unit.Name).FirstOrDefaultAsync(cancellation);
        var batch = await MarketingFiles.InForceAsync(db, cancellation);
        var readings = batch is null ? [] : new Readings(files).Read(batch.Id, row);
        var theme = library.Find(row.ThemeCode, row.ThemeVersion);
        return Results.Ok(Flat(AnomalyView.Of(row, org ?? row.OrgNo, library, Texts.LanguageOf(context)), row, theme, readings));
    }

    /// <summary>The members of the list item, and more beside them.</summary>
    private static object Flat(AnomalyView item, Anomaly row, Theme? theme, IReadOnlyList<Reading> readings) => new
    {
        item.Id, item.ThemeCode, item.ThemeName, item.Ym, item.ObjKey, item.OrgNo, item.OrgName, item.Metric, item.LimitValue, item.Level, item.Specialty, item.State,
        item.TriageReason, item.Hits, item.FirstSeenAt, item.LastSeenAt, item.TaskId, item.CaseId,
        RuleText = theme?.Sql ?? "", Calibre = theme?.Calibre ?? "", row.ThemeVersion, Readings = readings,
    };
}
