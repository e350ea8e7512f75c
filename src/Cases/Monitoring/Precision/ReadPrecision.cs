using System.Globalization;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Precision;

/// <summary>
/// GET /api/precision: how often themes, their versions or units were right (查实率), of cases closed in the last months and of those still open.
/// </summary>
public static class ReadPrecision
{
    private const int UsualMonths = 12;
    private const int MostMonths = 60;

    public sealed record Request(string? By, string? Org, string? Theme, int? Months);

    public sealed record Line(string Key, string Name, string? OrgNo, string? ThemeCode, int? Version, int Confirmed, int Unfounded, int Open, int? Missed, int Suspected, Share? Rate, Share? Recall);

    public sealed record Answer(IReadOnlyList<Line> Lines, Line Total, int Months);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/precision", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("precision.read");

    private static async Task<Answer> HandleAsync(
        [AsParameters] Request request, CaseDbContext db, CurrentAccount me, ThemeLibrary library, TimeProvider time, HttpContext context, CancellationToken cancellation)
    {
        var months = Math.Clamp(request.Months ?? UsualMonths, 1, MostMonths);
        var scope = await ScopeAsync(db, me, request.Org, cancellation);
        var rows = JudgedItems.Query(db, me, scope, time.GetUtcNow().UtcDateTime.AddMonths(-months));
        rows = string.IsNullOrEmpty(request.Theme) ? rows : rows.Where(row => row.ThemeCode == request.Theme);
        var items = await JudgedItems.CountAsync(rows, cancellation);
        var misses = (await JudgedItems.MissesAsync(db, me, scope, cancellation)).Where(miss => string.IsNullOrEmpty(request.Theme) || miss.ThemeCode == request.Theme).ToList();
        var by = request.By is PrecisionTally.ByVersion or PrecisionTally.ByUnit ? request.By : PrecisionTally.ByTheme;
        var lines = PrecisionTally.Lines(by, scope, items, misses);
        var words = new Words(library, Texts.LanguageOf(context) == "en", await OrgNames.ReadAsync(db, by == PrecisionTally.ByUnit ? lines.Select(line => line.Key) : [], cancellation));
        return new Answer([.. lines.Select(line => Shown(line, by, words))], Shown(PrecisionTally.Total(items, misses), "", words), months);
    }

    /// <summary>The organisation that is looked at: the one asked for if it lies within the own one, else the own one.</summary>
    internal static async Task<string> ScopeAsync(CaseDbContext db, CurrentAccount me, string? orgNo, CancellationToken cancellation) => string.IsNullOrEmpty(orgNo) ? me.OrgPath
        : await db.Set<OrgUnit>().AsNoTracking().Where(org => org.OrgNo == orgNo && org.OrgPath.StartsWith(me.OrgPath)).Select(org => org.OrgPath).FirstOrDefaultAsync(cancellation)
            ?? "/no-such-unit/";

    private static Line Shown(PrecisionLine line, string by, Words words)
    {
        var theme = by is PrecisionTally.ByUnit or "" ? null : line.Key.Split('/')[0];
        int? version = by == PrecisionTally.ByVersion ? int.Parse(line.Key.Split('/')[1], CultureInfo.InvariantCulture) : null;
        var unit = by == PrecisionTally.ByUnit ? line.Key.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() : null;
        return new Line(line.Key, theme is null ? words.Orgs.GetValueOrDefault(line.Key, unit ?? "") : words.ThemeName(theme), unit, theme, version, line.Confirmed, line.Unfounded,
            line.Open, line.Missed, line.Suspected, line.Rate, line.Recall);
    }

    private sealed record Words(ThemeLibrary Library, bool English, IReadOnlyDictionary<string, string> Orgs)
    {
        public string ThemeName(string code) => Library.Find(code) is not { } theme ? code : English ? theme.NameEn : theme.NameZh;
    }
}
