using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Precision;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>
/// GET /api/indicators/{code}/rows?org=&amp;ym=: the rows of the marketing data that a value is made of, those that count against the unit first, at most two hundred.
/// They are read from the present load of the source that the value comes from; where that is newer than the value, the answer says so.
/// </summary>
public static class ListIndicatorRows
{
    private const int Most = 200;

    public sealed record Row(string OrgNo, string OrgName, string ObjKey, decimal Num, decimal? Den);

    public sealed record Page(IReadOnlyList<Row> Items, bool More, bool NewerData);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/indicators/{code}/rows", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("indicators.rows");

    private static async Task<IResult> HandleAsync(
        string code, string? org, string? ym, CaseDbContext db, IndicatorLibrary library, DataSources sources, CurrentAccount me, CancellationToken cancellation)
    {
        if (library.Find(code) is not { } indicator)
        {
            return Problem.NotFound();
        }

        var (unit, month) = await IndicatorUnit.FindAsync(db, me, org, ym, cancellation);
        var computed = await db.Set<IndicatorFact>().AsNoTracking().FirstOrDefaultAsync(fact => fact.Code == code && fact.Ym == month && fact.OrgNo == unit.OrgNo, cancellation);
        if (month.Length == 0 || await LoadAsync(db, sources, computed, cancellation) is not { } batch)
        {
            return Problem.Unprocessable("no-data");
        }

        try
        {
            var standard = ThemeLibrary.Standard(month, month == batch.Ym && batch.Stamp is { } stamp ? stamp : Backtest.DayAfter(month));
            var rows = await Task.Run(() => Read(sources, batch, indicator, standard, unit.OrgPath, cancellation), cancellation);
            var names = await db.Set<OrgUnit>().AsNoTracking().Where(each => each.OrgPath.StartsWith(unit.OrgPath)).ToDictionaryAsync(each => each.OrgNo, each => each.Name, cancellation);
            return Results.Ok(new Page([.. rows.Take(Most).Select(row => new Row(row.OrgNo, names.GetValueOrDefault(row.OrgNo, row.OrgNo), row.ObjKey, row.Num, row.Den))],
                rows.Count > Most, computed is not null && computed.BatchId != batch.Id));
        }
        catch (RuleException wrong)
        {
            return wrong.Problem;
        }
    }

    private static async Task<ImportBatch?> LoadAsync(CaseDbContext db, DataSources sources, IndicatorFact? computed, CancellationToken cancellation)
    {
        var from = computed is null ? null : await db.Set<ImportBatch>().AsNoTracking().FirstOrDefaultAsync(load => load.Id == computed.BatchId, cancellation);
        return await DataSources.NewestAsync(db, from is null ? sources.Default : from.Source, cancellation);
    }

    private static IReadOnlyList<IndicatorRow> Read(DataSources sources, ImportBatch load, Indicator indicator, RuleParameters standard, string orgPath, CancellationToken cancellation)
    {
        using var source = sources.TryOpen(load) ?? throw new ProblemException(Problem.Unprocessable("source-silent", load.Source ?? ""));
        return IndicatorQuery.Rows(source, indicator, standard, orgPath, Most + 1, cancellation);
    }
}
