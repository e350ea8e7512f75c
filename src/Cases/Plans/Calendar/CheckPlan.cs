using System.Globalization;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Plans.Samples;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Calendar;

/// <summary>
/// GET /api/plans/{id}/months/{month}/checks: what the month must reach and what it has. Audited is what frozen samples of the month hold, each object once; the
/// population is what the data of the month holds for the whole organisation of the plan, or, where the data is gone, that of the largest sample.
/// </summary>
public static class CheckPlan
{
    public const int CountyLevel = 3;
    private static readonly string[] Counted = [SampleStates.Frozen, SampleStates.Tasked];

    public static void Map(RouteGroupBuilder api) => api.MapGet("/plans/{id:long}/months/{month:int}/checks", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("plans.checks");

    private static async Task<IResult> HandleAsync(long id, int month, CaseDbContext db, Populations populations, DataSources sources, CurrentAccount me, CancellationToken cancellation)
    {
        var plan = await db.Set<AuditPlan>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation);
        if (plan is null || await db.Set<PlanMonth>().AsNoTracking().FirstOrDefaultAsync(row => row.PlanId == id && row.Month == month, cancellation) is not { } planned)
        {
            return Problem.NotFound();
        }

        var ym = string.Create(CultureInfo.InvariantCulture, $"{plan.Year}{month:00}");
        var counties = await db.Set<OrgUnit>().CountAsync(org => org.Level == CountyLevel && org.OrgPath.StartsWith(plan.OrgPath), cancellation);
        return Results.Ok(PlanChecks.Of(new PlanFigures(
            counties, Words.Split(planned.Counties).Count, await CoverageAsync(SamplePurpose.Connections), await CoverageAsync(SamplePurpose.Callback))));

        async Task<Coverage?> CoverageAsync(string purpose)
        {
            var samples = await db.Set<Sample>().AsNoTracking().Where(row => row.Purpose == purpose && row.Ym == ym && row.OrgPath.StartsWith(plan.OrgPath)).ToListAsync(cancellation);
            var frozen = samples.Where(row => Counted.Contains(row.State)).Select(row => row.Id).ToList();
            var (all, audited) = (await ObjectsAsync([.. samples.Select(row => row.Id)]), await ObjectsAsync(frozen));
            // A sample of one county knows its own population only: the whole is what the data holds.
            int? population = await InDataAsync(SamplePurpose.Find(purpose)!) ?? (samples.Count > 0 ? samples.Max(row => row.Population) : null);
            return population is null ? null : new Coverage(population.Value, audited, all - audited);
        }

        Task<int> ObjectsAsync(List<long> samples) => db.Set<SampleItem>().Where(row => samples.Contains(row.SampleId)).Select(row => row.ObjKey).Distinct().CountAsync(cancellation);

        async Task<int?> InDataAsync(SamplePurpose purpose)
        {
            try
            {
                var load = await DataSources.NewestAsync(db, sources.Default, cancellation);
                return (await populations.ReadAsync(new Wanted(purpose, ym, plan.OrgPath, purpose.Rule, "", load), me, cancellation))?.Members.Count;
            }
            catch (Exception unread) when (unread is RuleException or SourceLostException)
            {
                return null;
            }
        }
    }
}
