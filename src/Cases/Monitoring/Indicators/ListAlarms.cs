using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.ThemeLife;
using CaseMgmt.Cases.Monitoring.Themes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>GET /api/indicator-alarms: those of the own subtree, newest first; of one unit and month, in one state, or all.</summary>
public static class ListAlarms
{
    private const int Size = 50;

    public sealed record Line(long Id, string Code, string NameZh, string NameEn, string Specialty, TwoLanguages Unit, int Decimals, string Better, string Ym, string OrgNo, string OrgName, decimal Value, decimal LimitValue,
        string State, DateTime RaisedAt, DateTime? ClearedAt, string? AnsweredBy, DateTime? AnsweredAt, string? Reason, long? ClueId);

    public sealed record Page(IReadOnlyList<Line> Items, string? Next, int Open);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/indicator-alarms", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("indicators.alarms");

    private static async Task<Page> HandleAsync(string? state, string? org, string? ym, long? after, CaseDbContext db, IndicatorLibrary library, CurrentAccount me, CancellationToken cancellation)
    {
        var path = string.IsNullOrEmpty(org) ? me.OrgPath : (await IndicatorUnit.FindAsync(db, me, org, "", cancellation)).Org.OrgPath;
        var seen = db.Set<IndicatorAlarm>().AsNoTracking().Where(row => row.OrgPath.StartsWith(path));
        var rows = string.IsNullOrEmpty(state) ? seen : seen.Where(row => row.State == state);
        rows = string.IsNullOrEmpty(ym) ? rows : rows.Where(row => row.Ym == ym);
        rows = after is null ? rows : rows.Where(row => row.Id < after);
        var found = await rows.OrderByDescending(row => row.Id).Take(Size + 1).ToListAsync(cancellation);
        var orgs = await db.Set<OrgUnit>().AsNoTracking().Where(unit => unit.OrgPath.StartsWith(path)).ToDictionaryAsync(unit => unit.OrgNo, unit => unit.Name, cancellation);
        var people = await ThemeVersionView.PeopleAsync(db, found.Select(row => row.AnsweredBy ?? ""), cancellation);
        var lines = found.Take(Size).Where(row => library.Find(row.Code) is not null).Select(row => Of(row, library.Find(row.Code)!, orgs, people)).ToList();
        return new Page(lines, found.Count > Size ? found[Size - 1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture) : null, await seen.CountAsync(row => row.State == IndicatorAlarm.Open, cancellation));
    }

    private static Line Of(IndicatorAlarm row, Indicator indicator, Dictionary<string, string> orgs, IReadOnlyDictionary<string, string> people) => new(
        row.Id, row.Code, indicator.NameZh, indicator.NameEn, indicator.Specialty, indicator.Unit, indicator.Decimals, indicator.Better, row.Ym, row.OrgNo, orgs.GetValueOrDefault(row.OrgNo, row.OrgNo), row.Value,
        row.LimitValue, row.State, row.RaisedAt, row.ClearedAt, row.AnsweredBy is { } by ? people.GetValueOrDefault(by, by) : null, row.AnsweredAt, row.Reason, row.ClueId);
}
