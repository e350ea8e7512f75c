using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>The unit and month that a page asks for: its own unit and the newest month where it names none.</summary>
public sealed record IndicatorUnit(OrgUnit Org, string Ym)
{
    /// <summary>A unit outside the own organisation does not exist; without facts the month is empty.</summary>
    public static async Task<IndicatorUnit> FindAsync(CaseDbContext db, CurrentAccount me, string? org, string? ym, CancellationToken cancellation)
    {
        var wanted = string.IsNullOrEmpty(org) ? me.OrgNo : org;
        var unit = await db.Set<OrgUnit>().AsNoTracking().FirstOrDefaultAsync(each => each.OrgNo == wanted && each.OrgPath.StartsWith(me.OrgPath), cancellation);
        if (unit is null)
        {
            throw new ProblemException(Problem.NotFound());
        }

        var month = string.IsNullOrEmpty(ym) ? await db.Set<IndicatorFact>().Where(fact => fact.OrgNo == unit.OrgNo).MaxAsync(fact => (string?)fact.Ym, cancellation) : ym;
        return month is null or { Length: 6 } && (month is null || month.All(char.IsAsciiDigit)) ? new IndicatorUnit(unit, month ?? "") : throw new ProblemException(Problem.Unprocessable("month-wrong", month));
    }
}
