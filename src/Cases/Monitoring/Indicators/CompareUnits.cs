using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>GET /api/indicators/{code}?org=&amp;ym=: how an indicator is made, its value of a unit, and those of the units directly below.</summary>
public static class CompareUnits
{
    public sealed record UnitLine(string OrgNo, string OrgName, int OrgLevel, bool HasUnits, decimal? Value, string Level, decimal? Num, decimal? Den, long Rows);

    public sealed record View(string Code, int Version, string NameZh, string NameEn, string Specialty, string Kind, TwoLanguages Unit, int Decimals, string Better, decimal? Warn, decimal? Alarm,
        bool Snapshot, string Calibre, TwoLanguages Object, string Basis, string RuleSql, IReadOnlyList<ThemeParameter> Parameters, string Ym, UnitLine Own, IReadOnlyList<UnitLine> Below);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/indicators/{code}", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("indicators.units");

    private static async Task<IResult> HandleAsync(
        string code, string? org, string? ym, CaseDbContext db, IndicatorLibrary library, CurrentAccount me, HttpContext context, CancellationToken cancellation)
    {
        if (library.Find(code) is not { } indicator)
        {
            return Problem.NotFound();
        }

        var (unit, month) = await IndicatorUnit.FindAsync(db, me, org, ym, cancellation);
        var units = await db.Set<OrgUnit>().AsNoTracking().Where(each => each.OrgPath.StartsWith(unit.OrgPath)).OrderBy(each => each.OrgPath).ToListAsync(cancellation);
        var facts = await db.Set<IndicatorFact>().AsNoTracking().Where(fact => fact.Code == code && fact.Ym == month && fact.OrgPath.StartsWith(unit.OrgPath)).ToDictionaryAsync(fact => fact.OrgNo, cancellation);
        var english = Texts.LanguageOf(context) == "en";
        return Results.Ok(new View(indicator.Code, indicator.Version, indicator.NameZh, indicator.NameEn, indicator.Specialty, indicator.Kind, indicator.Unit, indicator.Decimals, indicator.Better,
            indicator.Warn, indicator.Alarm, indicator.Snapshot, english ? indicator.CalibreEn : indicator.Calibre, indicator.Object, english ? indicator.BasisEn : indicator.Basis, indicator.Sql,
            indicator.Parameters, month, LineOf(unit, units, facts), [.. units.Where(each => each.ParentOrgNo == unit.OrgNo).Select(each => LineOf(each, units, facts))]));
    }

    private static UnitLine LineOf(OrgUnit unit, List<OrgUnit> units, Dictionary<string, IndicatorFact> facts)
    {
        var fact = facts.GetValueOrDefault(unit.OrgNo);
        return new UnitLine(unit.OrgNo, unit.Name, unit.Level, units.Exists(each => each.ParentOrgNo == unit.OrgNo), fact?.Value, fact?.Level ?? IndicatorLevels.None, fact?.Num, fact?.Den, fact?.Rows ?? 0);
    }
}
