using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Plans.Samples;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Workbench;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Evaluation;

/// <summary>
/// GET /api/evaluation/quality?ym=&amp;org=: how well each unit of the own subtree replied in a month, with what its samples came to; with org that unit alone.
/// A figure of a unit holds everything below it.
/// </summary>
public static class ReadQuality
{
    private const int LowestLevel = 4;

    /// <param name="Points">What the results of its samples cost the unit, those picked by hand included.</param>
    public sealed record Line(
        string OrgNo, string OrgName, int Level, int Closed, int FirstPass, decimal? FirstPassPercent, int Sampled, int Passed, decimal? PassPercent, int Failed, int Falsified, int Points, decimal? Score);

    public sealed record Answer(string Ym, decimal Weight, IReadOnlyList<Line> Lines);

    private sealed record OrderCount(string OrgPath, int Closed, int FirstPass);

    private sealed record GradeCount(string OrgPath, string Grade, bool Drawn, int Count);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/evaluation/quality", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("evaluation.quality");

    private static async Task<IResult> HandleAsync(string? ym, string? org, CaseDbContext db, CurrentAccount me, TimeProvider time, CancellationToken cancellation)
    {
        var month = string.IsNullOrEmpty(ym) ? $"{BusinessDay.Of(time.GetUtcNow().UtcDateTime):yyyyMM}" : ym;
        if (!DateOnly.TryParseExact(month + "01", "yyyyMMdd", out var first))
        {
            return Problem.Unprocessable("evaluation-month");
        }

        var units = await db.Set<OrgUnit>().AsNoTracking().Where(unit => unit.OrgPath.StartsWith(me.OrgPath) && unit.Level <= LowestLevel && (string.IsNullOrEmpty(org) || unit.OrgNo == org))
            .OrderBy(unit => unit.OrgPath).ToListAsync(cancellation);
        var (from, to) = (BusinessDay.At(first, 0), BusinessDay.At(first.AddMonths(1), 0));
        var orders = ByUnit(await OrdersAsync(db, me.OrgPath, from, to, cancellation), row => row.OrgPath);
        var grades = ByUnit(await GradesAsync(db, me.OrgPath, from, to, cancellation), row => row.OrgPath);
        return Results.Ok(new Answer(month, ReplyQuality.Weight, [.. units.Select(unit => LineOf(unit, orders, grades))]));
    }

    private static Task<List<OrderCount>> OrdersAsync(CaseDbContext db, string orgPath, DateTime from, DateTime to, CancellationToken cancellation) => db.Set<AuditCase>()
        .Where(row => row.ClosedAt >= from && row.ClosedAt < to && row.State == "closed" && row.OrgPath.StartsWith(orgPath)).GroupBy(row => row.OrgPath)
        .Select(group => new OrderCount(group.Key, group.Count(), group.Count(row => row.Returns == 0 && row.Reopenings == 0))).ToListAsync(cancellation);

    private static Task<List<GradeCount>> GradesAsync(CaseDbContext db, string orgPath, DateTime from, DateTime to, CancellationToken cancellation) => db.Set<SampleItem>()
        .Where(item => item.GradedAt >= from && item.GradedAt < to && item.Grade != null && item.OrgPath.StartsWith(orgPath)).GroupBy(item => new { item.OrgPath, item.Grade, Drawn = item.Place > 0 })
        .Select(group => new GradeCount(group.Key.OrgPath, group.Key.Grade!, group.Key.Drawn, group.Count())).ToListAsync(cancellation);

    /// <summary>Rows under each unit at or above theirs, in one walk over the rows.</summary>
    private static ILookup<string, T> ByUnit<T>(List<T> rows, Func<T, string> pathOf) => rows
        .SelectMany(row => Enumerable.Range(1, pathOf(row).Length).Where(end => pathOf(row)[end - 1] == '/').Select(end => (Unit: pathOf(row)[..end], Row: row)))
        .ToLookup(each => each.Unit, each => each.Row, StringComparer.Ordinal);

    private static Line LineOf(OrgUnit unit, ILookup<string, OrderCount> orders, ILookup<string, GradeCount> grades)
    {
        var (closed, judged) = (orders[unit.OrgPath], grades[unit.OrgPath]);
        var drawn = judged.Where(row => row.Drawn).ToList();
        var quality = new ReplyQuality(
            closed.Sum(row => row.Closed), closed.Sum(row => row.FirstPass), drawn.Sum(row => row.Count), drawn.Where(row => !SampleGrades.Fails(row.Grade)).Sum(row => row.Count));
        return new(
            unit.OrgNo, unit.Name, unit.Level, quality.Closed, quality.FirstPass, quality.FirstPassPercent, quality.Sampled, quality.Passed, quality.PassPercent,
            judged.Where(row => row.Grade == SampleGrades.Fail).Sum(row => row.Count), judged.Where(row => row.Grade == SampleGrades.Falsified).Sum(row => row.Count),
            judged.Sum(row => row.Count * SampleGrades.PointsOf(row.Grade)), quality.Score);
    }
}
