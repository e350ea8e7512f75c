using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Whitelist;

/// <summary>GET /api/whitelist: entries of the own subtree, newest first; GET /api/whitelist/share: how much of each unit's anomalies is white-listed.</summary>
public static class ListWhite
{
    private const int MaxTake = 200;

    public sealed record View(long Id, string Number, string Type, string ThemeCode, string ThemeName, string ObjKey, string OrgNo, string OrgName, long AnomalyId, string Level, string Reason,
        string Proof, DateOnly? FixDate, DateOnly ValidFrom, DateOnly ValidTo, int Renewals, string State, string AppliedBy, DateTime AppliedAt, string? EndReason, DateTime? EndedAt, bool Mine, bool ReviewedByMe);

    public sealed record Page(IReadOnlyList<View> Items, string? Next);

    public sealed record Share(string OrgNo, string OrgName, int Anomalies, int White, decimal Part, bool Alarm);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/whitelist", ListAsync).RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("white.list");
        api.MapGet("/whitelist/share", ShareAsync).RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("white.share");
    }

    private static async Task<Page> ListAsync(
        string? state, string? q, long? after, int? take, CaseDbContext db, CurrentAccount me, ThemeNames themes, HttpContext context, CancellationToken cancellation)
    {
        var size = Math.Clamp(take ?? 50, 1, MaxTake);
        var rows = db.Set<WhiteEntry>().AsNoTracking().Where(row => row.OrgPath.StartsWith(me.OrgPath));
        rows = string.IsNullOrEmpty(state) ? rows : rows.Where(row => row.State == state);
        rows = string.IsNullOrEmpty(q) ? rows : rows.Where(row => row.ObjKey.StartsWith(q) || row.ThemeCode.StartsWith(q) || row.Number.StartsWith(q));
        rows = after is null ? rows : rows.Where(row => row.Id < after);
        var found = await rows.OrderByDescending(row => row.Id).Take(size + 1).ToListAsync(cancellation);
        var orgs = await OrgNamesAsync(db, cancellation);
        var people = await Monitoring.ThemeLife.ThemeVersionView.PeopleAsync(db, found.Select(row => row.AppliedBy), cancellation);
        var language = Texts.LanguageOf(context);
        var shown = found.Take(size).Select(row => new View(row.Id, row.Number, row.Type, row.ThemeCode, themes.Name(row.ThemeCode, language), row.ObjKey, row.OrgNo,
            orgs.GetValueOrDefault(row.OrgNo, row.OrgNo), row.AnomalyId, row.Level, row.Reason, row.Proof, row.FixDate, row.ValidFrom, row.ValidTo, row.Renewals, row.State,
            people.GetValueOrDefault(row.AppliedBy, ""), row.AppliedAt, row.EndReason, row.EndedAt, row.AppliedByPerson == me.PersonNo, row.ReviewedByPerson == me.PersonNo)).ToList();
        return new Page(shown, found.Count > size ? shown[^1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
    }

    private static async Task<IEnumerable<Share>> ShareAsync(string? ym, CaseDbContext db, CurrentAccount me, CancellationToken cancellation)
    {
        var rows = db.Set<Anomaly>().AsNoTracking().Where(row => row.OrgPath.StartsWith(me.OrgPath) && !row.Secret);
        rows = string.IsNullOrEmpty(ym) ? rows : rows.Where(row => row.Ym == ym);
        var all = await rows.GroupBy(row => row.OrgNo).Select(group => new { OrgNo = group.Key, Count = group.Count() }).ToListAsync(cancellation);
        var white = await rows.Where(row => row.WhiteId != null).GroupBy(row => row.OrgNo).Select(group => new { OrgNo = group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.OrgNo, row => row.Count, cancellation);
        var orgs = await OrgNamesAsync(db, cancellation);
        return all.Select(row => (row.OrgNo, row.Count, White: white.GetValueOrDefault(row.OrgNo)))
            .Select(row => new Share(row.OrgNo, orgs.GetValueOrDefault(row.OrgNo, row.OrgNo), row.Count, row.White, Math.Round((decimal)row.White / row.Count, 4),
                (decimal)row.White / row.Count > WhiteRules.AlarmShare))
            .OrderByDescending(row => row.Part).ThenBy(row => row.OrgNo, StringComparer.Ordinal);
    }

    private static Task<Dictionary<string, string>> OrgNamesAsync(CaseDbContext db, CancellationToken cancellation) =>
        db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(org => org.OrgNo, org => org.Name, cancellation);
}
