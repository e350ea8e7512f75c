using System.Globalization;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.ThemeLife;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>
/// GET /api/samples: the own subtree, newest first; GET /api/samples/{id}: one with its strata and items; GET /api/samples/{id}/proof draws it again from the kept
/// population and says whether the same objects come out.
/// </summary>
public static class ReadSample
{
    private const int Size = 50;

    /// <summary>As often as the link to an order follows it.</summary>
    private const int MostReopenings = 9;

    public sealed record View(
        long Id, string Number, string Title, string Purpose, string Ym, string OrgName, string StratifyBy, decimal RatePercent, int Least, string Seed, string Algorithm, string RuleSql,
        string ThemeCode, string ThemeName, int Population, int Drawn, int Picked, string State, long? TaskId, string? TaskNumber, long? PlanId, string CreatedBy, DateTime CreatedAt);

    public sealed record Page(IReadOnlyList<View> Items, string? Next);

    public sealed record ItemView(string ObjKey, string OrgName, string Specialty, string Stratum, int Place, decimal Metric, string? Reason, long? AnomalyId, long? CaseId,
        string? Grade, string? GradeNote, string? GradedBy, DateTime? GradedAt, long? ReopenedCaseId);

    public sealed record Whole(View Sample, IReadOnlyList<StratumCount> Strata, IReadOnlyList<ItemView> Items, SampleResult Result, decimal? UpperIfAllPass);

    public sealed record Proof(bool Same, int Population, int Drawn, string Seed, string Algorithm);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/samples", ListAsync).RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("samples.list");
        api.MapGet("/samples/{id:long}", GetAsync).RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("samples.get");
        api.MapGet("/samples/{id:long}/proof", ProveAsync).RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("samples.proof");
    }

    private static async Task<Page> ListAsync(
        string? purpose, string? state, long? plan, long? after, CaseDbContext db, CurrentAccount me, ThemeNames themes, HttpContext context, CancellationToken cancellation)
    {
        var rows = db.Set<Sample>().AsNoTracking().Where(row => row.OrgPath.StartsWith(me.OrgPath));
        rows = string.IsNullOrEmpty(purpose) ? rows : rows.Where(row => row.Purpose == purpose);
        rows = string.IsNullOrEmpty(state) ? rows : rows.Where(row => row.State == state);
        rows = plan is null ? rows : rows.Where(row => row.PlanId == plan);
        rows = after is null ? rows : rows.Where(row => row.Id < after);
        var found = await rows.OrderByDescending(row => row.Id).Take(Size + 1).ToListAsync(cancellation);
        var shown = await ViewsAsync(db, [.. found.Take(Size)], themes, Texts.LanguageOf(context), cancellation);
        return new Page(shown, found.Count > Size ? shown[^1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    private static async Task<IResult> GetAsync(long id, CaseDbContext db, CurrentAccount me, ThemeNames themes, HttpContext context, CancellationToken cancellation)
    {
        if (await FindAsync(db, id, me, cancellation) is not ({ } sample, { } members))
        {
            return Problem.NotFound();
        }

        var items = await db.Set<SampleItem>().AsNoTracking().Where(row => row.SampleId == id).OrderBy(row => row.Place == 0).ThenBy(row => row.Stratum).ThenBy(row => row.Place).ThenBy(row => row.ObjKey).ToListAsync(cancellation);
        var orgs = await db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(org => org.OrgNo, org => org.Name, cancellation);
        var cases = await (from item in db.Set<SampleItem>() join anomaly in db.Set<Anomaly>() on item.AnomalyId equals anomaly.Id where item.SampleId == id && anomaly.CaseId != null select new { anomaly.Id, anomaly.CaseId })
            .ToDictionaryAsync(row => row.Id, row => row.CaseId, cancellation);
        var orders = await OrdersAsync(db, sample, items, cancellation);
        var people = await ThemeVersionView.PeopleAsync(db, items.Select(row => row.GradedBy).OfType<string>(), cancellation);
        return Results.Ok(new Whole(
            (await ViewsAsync(db, [sample], themes, Texts.LanguageOf(context), cancellation))[0],
            SampleWay.Count(sample, members),
            [.. items.Select(row => new ItemView(row.ObjKey, orgs.GetValueOrDefault(row.OrgNo, row.OrgNo), row.Specialty, row.Stratum, row.Place, row.Metric, row.Reason, row.AnomalyId,
                (row.AnomalyId is { } anomaly ? cases.GetValueOrDefault(anomaly) : null) ?? orders.GetValueOrDefault(ReopenCase.FirstNumberOf(row.ObjKey)), row.Grade, row.GradeNote, row.GradedBy is { } by ? people.GetValueOrDefault(by, "") : null, row.GradedAt, row.ReopenedCaseId))],
            SampleGrades.Of(items), FailureBound.UpperPercent(sample.Drawn, 0)));
    }

    /// <summary>Sampled orders by their first number: one that was taken up again has another now.</summary>
    private static async Task<Dictionary<string, long?>> OrdersAsync(CaseDbContext db, Sample sample, List<SampleItem> items, CancellationToken cancellation)
    {
        if (SamplePurpose.Find(sample.Purpose)?.Source != PopulationSource.ClosedOrders)
        {
            return [];
        }

        var found = new Dictionary<string, long?>();
        foreach (var chunk in items.Select(row => ReopenCase.FirstNumberOf(row.ObjKey)).Chunk(Size))
        {
            var numbers = chunk.SelectMany(first => Enumerable.Range(1, MostReopenings).Select(time => ReopenCase.NumberOf(first, time)).Append(first)).ToList();
            var orders = await db.Set<AuditCase>().AsNoTracking().Where(row => numbers.Contains(row.Number)).Select(row => new { row.Id, row.Number }).ToListAsync(cancellation);
            orders.ForEach(row => found[ReopenCase.FirstNumberOf(row.Number)] = row.Id);
        }

        return found;
    }

    private static async Task<IResult> ProveAsync(long id, CaseDbContext db, CurrentAccount me, CancellationToken cancellation)
    {
        if (await FindAsync(db, id, me, cancellation) is not ({ } sample, { } members))
        {
            return Problem.NotFound();
        }

        var kept = await db.Set<SampleItem>().AsNoTracking().Where(row => row.SampleId == id && row.Place > 0).Select(row => row.ObjKey).ToListAsync(cancellation);
        var again = SampleWay.Take(sample, members).Select(draw => draw.Member.ObjKey);
        return Results.Ok(new Proof(SampleWay.IsKnown(sample.Algorithm) && again.ToHashSet().SetEquals(kept), members.Count, kept.Count, sample.Seed, sample.Algorithm));
    }

    private static async Task<(Sample? Sample, IReadOnlyList<Member>? Members)> FindAsync(CaseDbContext db, long id, CurrentAccount me, CancellationToken cancellation)
    {
        var sample = await db.Set<Sample>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation);
        return sample is null ? (null, null)
            : (sample, PopulationText.Read(await db.Set<SamplePopulation>().AsNoTracking().Where(row => row.SampleId == id).Select(row => row.Members).SingleAsync(cancellation)));
    }

    private static async Task<IReadOnlyList<View>> ViewsAsync(CaseDbContext db, IReadOnlyList<Sample> rows, ThemeNames themes, string language, CancellationToken cancellation)
    {
        var names = await OrgNames.ReadAsync(db, rows.Select(row => row.OrgPath), cancellation);
        var people = await ThemeVersionView.PeopleAsync(db, rows.Select(row => row.CreatedBy), cancellation);
        var wanted = rows.Select(row => row.TaskId).OfType<long>().ToList();
        var tasks = await db.Set<AuditTask>().AsNoTracking().Where(task => wanted.Contains(task.Id)).ToDictionaryAsync(task => task.Id, task => task.Number, cancellation);
        return
        [
            .. rows.Select(row => new View(
                row.Id, row.Number, row.Title, row.Purpose, row.Ym, names.GetValueOrDefault(row.OrgPath, row.OrgNo), row.StratifyBy, row.RatePercent, row.Least, row.Seed, row.Algorithm, row.RuleSql,
                row.ThemeCode, row.ThemeCode.Length == 0 ? "" : themes.Name(row.ThemeCode, language), row.Population, row.Drawn, row.Picked, row.State, row.TaskId,
                row.TaskId is { } task ? tasks.GetValueOrDefault(task) : null, row.PlanId, people.GetValueOrDefault(row.CreatedBy, ""), row.CreatedAt)),
        ];
    }
}
